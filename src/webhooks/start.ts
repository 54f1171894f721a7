import type { Payload } from 'payload'
import type { ChangeLog } from '../changes/change-log.ts'
import { follow } from '../changes/follower.ts'
import { keepValue, keptValue } from '../cms/kept-values.ts'
import type { Logger } from '../logger.ts'
import { enqueue, listeningWebhooks } from './enqueue.ts'
import { partsOf } from './parts.ts'
import { runQueue } from './runner.ts'
import { dropOld, freeDeadJobs, wakeForgotten } from './sweep.ts'

const cursorKey = 'handbill.webhooks.cursor'
const sixHours = 6 * 60 * 60 * 1000

/**
 * Tells webhooks of what the log says, also of what happened while no server was running.
 *
 * @returns undefined when the config has no webhooks
 */
export async function startWebhooks(
  payload: Payload,
  log: ChangeLog,
  logger: Logger,
): Promise<{ stop(): Promise<void> } | undefined> {
  const parts = partsOf(payload)
  if (!parts) return undefined
  const { timings, closing } = parts
  const runner = runQueue(payload, timings)
  const follower = follow(log, {
    after: await cursorOf(payload, log),
    async handle(changes) {
      await enqueue(payload, parts, await listeningWebhooks(payload), changes)
      await keepValue(payload, cursorKey, changes.at(-1)?.sequence ?? 0)
      runner.wake()
    },
    logger,
  })
  const sweep = () =>
    freeDeadJobs(payload, parts, runner.isRunning)
      .then(() => wakeForgotten(payload, parts))
      .catch((error) => logger.warn({ err: error }, 'Webhooks could not be looked after.'))
  const drop = () =>
    dropOld(payload, parts).catch((error) =>
      logger.warn({ err: error }, 'Old deliveries could not be dropped.'),
    )
  const sweeping = every(timings.sweep, sweep)
  const dropping = every(sixHours, drop)
  runner.wake()
  return {
    async stop() {
      closing.abort(new Error('The server is closing.'))
      await follower.stop()
      await sweeping.stop()
      await dropping.stop()
      await runner.stop()
    },
  }
}

/** Kept from the first start on: what changes from then on is told, whatever happens to this server. */
async function cursorOf(payload: Payload, log: ChangeLog): Promise<number> {
  const kept = await keptValue<number>(payload, cursorKey)
  if (typeof kept === 'number') return kept
  const latest = await log.latest()
  await keepValue(payload, cursorKey, latest)
  return latest
}

/** Does something at an interval, never twice at once. */
function every(interval: number, work: () => Promise<void>): { stop(): Promise<void> } {
  let underWay: Promise<void> | undefined
  const timer = setInterval(() => {
    underWay ??= work().finally(() => {
      underWay = undefined
    })
  }, interval)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}
