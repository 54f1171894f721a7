import { setTimeout as sleep } from 'node:timers/promises'
import autocannon, { type Instance, type Result } from 'autocannon'
import { type Ask, answerTo, connections } from './load/ask.ts'
import { type Account, logIn, publish } from './publishing.ts'

export type PublishResult = {
  reads: number
  rate: number
  failed: number
  checked: number
  stale: number
}

const publishings = 10
const readsPerSecond = 2000

/**
 * Publishes a claim again and again while readers ask for it, and looks after each time whether the
 * next read has it.
 *
 * @param reads each shows the claim's statement
 */
export async function publishUnderLoad(
  url: string,
  claim: string,
  reads: Ask[],
  account: Account,
): Promise<PublishResult> {
  const authorization = await logIn(url, account)
  const load = startLoad(url, reads)
  let stale = 0
  for (let i = 1; i <= publishings; i++) {
    await sleep(1000)
    const statement = `Claim, edition ${i}`
    await publish(url, claim, statement, authorization)
    stale += await countStale(url, reads, statement)
  }
  const { errors, non2xx, requests } = await load.end()
  return {
    reads: requests.total,
    rate: Math.round(requests.average),
    failed: errors + non2xx,
    checked: publishings * reads.length,
    stale,
  }
}

/** Asks for one thing after the other, at a rate that leaves the server time to publish. */
function startLoad(url: string, reads: Ask[]): { end(): Promise<Result> } {
  let instance: Instance | undefined
  const ended = new Promise<Result>((resolve, reject) => {
    const requests = reads.map(({ path, ...rest }) => ({ path, method: 'GET' as const, ...rest }))
    instance = autocannon(
      { url, connections, duration: 3600, overallRate: readsPerSecond, requests },
      (error, result) => (error ? reject(error) : resolve(result)),
    )
  })
  return {
    end() {
      instance?.stop()
      return ended
    },
  }
}

async function countStale(url: string, reads: Ask[], statement: string): Promise<number> {
  const answers = await Promise.all(reads.map((read) => answerTo(read, url)))
  return answers.filter(({ body }) => !body.toString().includes(statement)).length
}
