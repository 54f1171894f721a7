import { createLocalReq, type Payload } from 'payload'
import { forNobody } from '../cms/dependencies/track.ts'
import type { Timings } from './parts.ts'
import { queue } from './queue.ts'
import { timeOf } from './stored.ts'

type Job = {
  id: string
  concurrencyKey?: string | null
  processing?: boolean | null
  waitUntil?: string | null
}

export type Runner = {
  /** Looks at the queue now. */
  wake(): void
  isRunning(job: string): boolean
  stop(): Promise<void>
}

/**
 * Runs the jobs of the queue, each by itself. Payload's own runs take up several jobs and wait for the
 * slowest of them, so a receiver that hangs would hold up all others.
 */
export function runQueue(
  payload: Payload,
  { slots, poll }: Pick<Timings, 'slots' | 'poll'>,
): Runner {
  const running = new Map<string, Promise<unknown>>()
  let looking: Promise<void> | undefined
  let again = false
  let stopped = false

  async function look(): Promise<void> {
    const jobs = await openJobs(payload)
    const busy = new Set(jobs.filter((job) => job.processing).map(keyOf))
    for (const job of jobs) {
      if (stopped || running.size >= slots) return
      const key = keyOf(job)
      if (busy.has(key) || running.has(job.id) || timeOf(job.waitUntil) > Date.now()) continue
      busy.add(key)
      run(job.id)
    }
  }

  function run(id: string): void {
    const run = runForNobody(payload, id)
      .catch((error) => payload.logger.error({ err: error }, 'A job of the webhooks has failed.'))
      .finally(() => {
        running.delete(id)
        wake()
      })
    running.set(id, run)
  }

  function wake(): void {
    if (stopped) return
    again = true
    looking ??= lookOn().finally(() => {
      looking = undefined
    })
  }

  async function lookOn(): Promise<void> {
    while (again && !stopped) {
      again = false
      await look().catch((error) =>
        payload.logger.warn({ err: error }, 'The jobs of the webhooks cannot be read; trying on.'),
      )
    }
  }

  const timer = setInterval(wake, poll)
  timer.unref()
  return {
    wake,
    isRunning: (job) => running.has(job),
    async stop() {
      stopped = true
      clearInterval(timer)
      await looking
      await Promise.all(running.values())
    },
  }
}

/** At most one job of a webhook runs; a job of another kind is by itself. */
const keyOf = ({ concurrencyKey, id }: Job): string => concurrencyKey ?? id

/** What a job reads and writes is no part of the answers that are made meanwhile. */
const runForNobody = async (payload: Payload, id: string): Promise<unknown> =>
  payload.jobs.runByID({ id, silent: true, req: forNobody(await createLocalReq({}, payload)) })

async function openJobs({ db }: Payload): Promise<Job[]> {
  const { docs } = await db.find<Job>({
    collection: 'payload-jobs',
    limit: 0,
    pagination: false,
    req: forNobody({}),
    select: { concurrencyKey: true, processing: true, waitUntil: true },
    // Those that have waited longest come first. Asked without the time, so that it is always the same question.
    sort: ['waitUntil', 'createdAt'],
    where: {
      queue: { equals: queue },
      completedAt: { exists: false },
      hasError: { not_equals: true },
    },
  })
  return docs
}
