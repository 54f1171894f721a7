import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { databaseTime } from '../../cms/database/database-time.ts'
import { forNobody } from '../../cms/dependencies/track.ts'
import { inTransaction } from '../../cms/in-transaction.ts'
import { isoTime } from '../../cms/iso-time.ts'
import type { Timings } from '../parts.ts'
import type { What } from '../what.ts'

export const jobsSlug = 'payload-jobs' as CollectionSlug
export const singleTask = 'schedulePublish'

/** A job of Payload's that publishes or unpublishes one document. */
export type SingleJob = {
  id: string
  completedAt?: string | null
  waitUntil?: string | null
  input: {
    type?: What | null
    locale?: string | null
    doc?: { relationTo: string; value: string } | null
    user?: { relationTo: string; value: string } | string | null
  }
}

type InTransaction = Pick<PayloadRequest, 'transactionID'>

const open: Where[] = [
  { taskSlug: { equals: singleTask } },
  { completedAt: { exists: false } },
  { hasError: { not_equals: true } },
]

/** Jobs of Payload's schedule that have not ended, those first that come first. */
export async function findJobs(
  { db }: Payload,
  where: Where[] = [],
  req: InTransaction = {},
): Promise<SingleJob[]> {
  const { docs } = await db.find<SingleJob>({
    collection: jobsSlug,
    limit: 0,
    pagination: false,
    req: forNobody(req),
    sort: 'waitUntil',
    where: { and: [...open, ...where] },
  })
  return docs
}

/**
 * Runs what is due of Payload's schedule. Its own runner, which asks the clock of this server alone, is left
 * out; a job without a time is run by whoever queues it.
 */
export async function runDueJobs(payload: Payload): Promise<void> {
  const isDue = { waitUntil: { less_than: isoTime(await databaseTime(payload)) } }
  const [due] = await findJobs(payload, [isDue, { processing: { equals: false } }])
  if (!due) return
  await payload.jobs.run({
    queue: 'default',
    silent: true,
    where: { and: [{ taskSlug: { equals: singleTask } }, isDue] },
  })
}

/**
 * Frees the jobs that a dead server was at, which Payload leaves "processing" for ever, and drops those
 * that it had done.
 */
export async function freeDeadJobs(
  payload: Payload,
  { lease }: Pick<Timings, 'lease'>,
): Promise<void> {
  const where: Where = {
    and: [
      { taskSlug: { equals: singleTask } },
      { processing: { equals: true } },
      { updatedAt: { less_than: isoTime(Date.now() - lease) } },
    ],
  }
  const dead = async (req: InTransaction = {}) => {
    const { docs } = await payload.db.find<SingleJob>({
      ...{ collection: jobsSlug, limit: 0, pagination: false, req: forNobody(req), where },
    })
    return docs
  }
  if ((await dead()).length === 0) return
  await inTransaction(payload, async (req) => {
    for (const { id, completedAt } of await dead(req)) {
      const own = { collection: jobsSlug, req }
      if (completedAt) await payload.db.deleteOne({ ...own, where: { id: { equals: id } } })
      else await payload.db.updateOne({ ...own, id, data: { processing: false } })
    }
  })
}
