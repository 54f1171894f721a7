import type { Payload } from 'payload'
import type { Logger } from '../logger.ts'
import { defaultTimings, type Timings } from './parts.ts'
import { runDue } from './run-due.ts'
import { freeDeadJobs, runDueJobs } from './single/jobs.ts'

/** Publishes and unpublishes what is due, for as long as the server runs. */
export function startScheduling(
  payload: Payload,
  logger: Logger,
  timings: Partial<Timings> = {},
): { stop(): Promise<void> } {
  const all = { ...defaultTimings, ...timings }
  let isEnded = false
  let underWay: Promise<void> | undefined

  async function look(): Promise<void> {
    await runDue(payload, logger, all, () => isEnded)
    if (isEnded) return
    await freeDeadJobs(payload, all)
    await runDueJobs(payload)
  }
  const timer = setInterval(() => {
    underWay ??= look()
      .catch((error) => logger.warn({ err: error }, 'Schedules could not be looked at; trying on.'))
      .finally(() => {
        underWay = undefined
      })
  }, all.poll)
  timer.unref()
  return {
    async stop() {
      isEnded = true
      clearInterval(timer)
      await underWay
    },
  }
}
