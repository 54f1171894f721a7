import type { Payload } from 'payload'
import type { Change } from '../changes/change.ts'
import { isTombstone } from '../changes/change.ts'
import type { ChangeLog } from '../changes/change-log.ts'
import { follow } from '../changes/follower.ts'
import { inTransaction } from '../cms/in-transaction.ts'
import { keepValue, keptValue } from '../cms/kept-values.ts'
import type { Logger } from '../logger.ts'
import { checkerOf } from './checker.ts'
import { partsOf } from './parts.ts'
import { addCheck } from './stored.ts'
import { forgetHosts } from './turns.ts'
import { addressesOf, isChecked } from './usage.ts'

const cursorKey = 'handbill.links.cursor'
const day = 24 * 60 * 60 * 1000
const month = 30 * day

/**
 * Has the addresses of everything that is published checked, for as long as the server runs.
 *
 * @returns undefined when the config checks no links
 */
export async function startLinks(
  payload: Payload,
  log: ChangeLog,
  logger: Logger,
): Promise<{ stop(): Promise<void> } | undefined> {
  const parts = partsOf(payload)
  if (!parts) return undefined
  const { clock, closing, isScheduled, timings } = parts
  const checker = checkerOf(payload, parts)
  const stopChecking = async () => {
    closing.abort(new Error('The server is closing.'))
    await checker.idle()
  }
  if (!isScheduled) return { stop: stopChecking }

  const warn = (message: string) => (error: unknown) => logger.warn({ err: error }, message)
  const look = () => checker.checkDue().catch(warn('Links could not be checked; trying on.'))
  const follower = follow(log, {
    // From the beginning: what was published before there were checks is in the log, too.
    after: (await keptValue<number>(payload, cursorKey)) ?? 0,
    async handle(changes) {
      for (const url of await addressesIn(payload, changes)) {
        await inTransaction(payload, (req) => addCheck(payload, url, clock.now(), req))
      }
      await keepValue(payload, cursorKey, changes.at(-1)?.sequence ?? 0)
    },
    logger,
  })
  const looking = setInterval(look, timings.poll)
  const forgetting = setInterval(
    () => forgetHosts(payload, clock.now() - month).catch(warn('Hosts could not be forgotten.')),
    day,
  )
  looking.unref()
  forgetting.unref()
  return {
    async stop() {
      clearInterval(looking)
      clearInterval(forgetting)
      await follower.stop()
      await stopChecking()
    },
  }
}

/** The addresses that the documents of these changes lead to by now, each once. */
async function addressesIn(payload: Payload, changes: Change[]): Promise<Set<string>> {
  const found = new Set<string>()
  const present = changes.filter((change) => isChecked(change.collection) && !isTombstone(change))
  for (const collection of new Set(present.map((change) => change.collection))) {
    const ids = present.filter((change) => change.collection === collection).map(({ id }) => id)
    for (const url of await addressesOf(payload, collection, [...new Set(ids)])) found.add(url)
  }
  return found
}
