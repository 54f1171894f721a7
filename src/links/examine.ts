import { OutboundError } from '../outbound/errors.ts'
import { type Finding, findingOf } from './finding.ts'
import { createRobots } from './robots.ts'
import type { Answer, Turns } from './turns.ts'

const redirects = 8
const permanent = new Set([301, 308])

export type Examine = (address: string) => Promise<Finding>

/**
 * Checks one address: is it allowed, does it answer, and where does it lead? Every hop of a redirect is
 * asked like an address of its own, by the same rules.
 *
 * @throws Postponed when a host on the way is to be left alone for now
 */
export function createExamine(turns: Turns): Examine {
  const robots = createRobots(turns)

  async function step(url: URL): Promise<Answer | Finding> {
    const rules = await robots.of(url)
    if (!rules) return { kind: 'failing', reason: `robots.txt of ${url.host} is out of order.` }
    if (!rules.isAllowed) {
      return { kind: 'unknown', reason: `robots.txt of ${url.host} forbids to ask.` }
    }
    return askFor(turns, url, rules.pause)
  }

  async function follow(address: string): Promise<Finding> {
    const first = webAddress(address)
    if (!first) return { kind: 'unknown', reason: 'It is no address on the web.' }
    let url = first
    const seen = new Set<string>()
    let movedTo: string | undefined
    let isForGood = true
    for (let hop = 0; hop <= redirects; hop++) {
      if (seen.has(url.href)) return { kind: 'failing', reason: 'It redirects in a circle.' }
      seen.add(url.href)
      const answer = await step(url)
      if ('kind' in answer) return answer
      const { status, headers } = answer
      if (status < 300 || status >= 400 || !headers.location) {
        const finding = findingOf(status)
        return finding.kind === 'answers' && movedTo ? { ...finding, movedTo } : finding
      }
      const next = webAddress(headers.location, url)
      if (!next) {
        return { kind: 'failing', httpStatus: status, reason: 'It redirects to no address.' }
      }
      url = next
      isForGood &&= permanent.has(status)
      if (isForGood) movedTo = url.href
    }
    return { kind: 'failing', reason: `It redirects more than ${redirects} times.` }
  }

  return (address) =>
    follow(address).catch((error: unknown): Finding => {
      if (!(error instanceof OutboundError)) throw error
      const kind = error.reason === 'refused' ? 'unknown' : 'failing'
      return { kind, reason: error.message }
    })
}

/** HEAD, and GET where a server does not like that; the body is not taken in either case. */
async function askFor({ ask }: Turns, url: URL, pause?: number): Promise<Answer> {
  const get = () => ask(url, { method: 'GET', maxBody: 0 }, pause)
  let head: Answer
  try {
    head = await ask(url, { method: 'HEAD', maxBody: 0 }, pause)
  } catch (error) {
    const isAnswered =
      error instanceof OutboundError && ['unreachable', 'late'].includes(error.reason)
    if (!isAnswered) throw error
    return get()
  }
  // Many answer 404 or 500 to HEAD alone. Who asks for a pause is given it.
  return head.status < 400 || head.status === 429 ? head : get()
}

/** Without its fragment, which no server is asked for; undefined when it is none. */
function webAddress(address: string, base?: URL): URL | undefined {
  if (!URL.canParse(address, base)) return undefined
  const url = new URL(address, base)
  url.hash = ''
  return /^https?:$/.test(url.protocol) ? url : undefined
}
