import { LRUCache } from 'lru-cache'
import robotsParser from 'robots-parser'
import type { Turns } from './turns.ts'

/** As a site's robots.txt would name us. */
const agent = 'Handbill-link-check'
/** Every rule is matched with the address in this thread, so a file may not be as long as it likes. */
const maxBody = 100_000
const redirects = 5
const kept = 24 * 60 * 60 * 1000
const longestDelay = 60

type Rules = ReturnType<typeof robotsParser>

export type Robots = {
  /**
   * Whether a site lets us ask for an address, and the pause that it wants between requests.
   *
   * @returns undefined when its robots.txt is out of order, which forbids everything meanwhile (RFC 9309)
   */
  of(url: URL): Promise<{ isAllowed: boolean; pause?: number } | undefined>
}

export function createRobots({ ask }: Turns): Robots {
  const known = new LRUCache<string, Rules>({ max: 500, ttl: kept })

  async function rulesOf(origin: string): Promise<Rules | undefined> {
    const found = known.get(origin)
    if (found) return found
    const text = await read(new URL('/robots.txt', origin))
    if (text === undefined) return undefined
    const rules = robotsParser(`${origin}/robots.txt`, text)
    known.set(origin, rules)
    return rules
  }

  async function read(first: URL): Promise<string | undefined> {
    let url = first
    for (let hop = 0; hop <= redirects; hop++) {
      const { status, headers, body } = await ask(url, { method: 'GET', maxBody })
      if (status >= 500) return undefined
      if (status >= 200 && status < 300) return body.toString('utf8')
      const { location } = headers
      if (status < 300 || status >= 400 || !location || !URL.canParse(location, url)) return ''
      url = new URL(location, url)
      if (!/^https?:$/.test(url.protocol)) return ''
    }
    return ''
  }

  return {
    async of(url) {
      const rules = await rulesOf(url.origin)
      if (!rules) return undefined
      const delay = rules.getCrawlDelay(agent)
      const isAllowed = rules.isAllowed(url.href, agent) !== false
      return delay ? { isAllowed, pause: Math.min(delay, longestDelay) * 1000 } : { isAllowed }
    },
  }
}
