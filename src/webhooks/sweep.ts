import type { Payload } from 'payload'
import { forNobody } from '../cms/dependencies/track.ts'
import { inTransaction } from '../cms/in-transaction.ts'
import { isoTime } from '../cms/iso-time.ts'
import { listeningWebhooks } from './enqueue.ts'
import type { Parts } from './parts.ts'
import { nextDue, queue, queueWebhook } from './queue.ts'
import { deliveriesSlug, type InTransaction } from './stored.ts'

const day = 24 * 60 * 60 * 1000

/**
 * Frees the jobs that a dead server was at. Payload leaves a job "processing" for ever when its server
 * is killed.
 *
 * @param isRunning whether a job is under way in this process
 */
export async function freeDeadJobs(
  payload: Payload,
  { timings }: Pick<Parts, 'timings'>,
  isRunning: (job: string) => boolean,
): Promise<void> {
  const collection = 'payload-jobs' as const
  const where = {
    queue: { equals: queue },
    processing: { equals: true },
    updatedAt: { less_than: isoTime(Date.now() - timings.lease) },
  }
  const dead = async (req: InTransaction = forNobody({})) => {
    const { docs } = await payload.db.find<{ id: string }>({
      ...{ collection, limit: 0, pagination: false, req, where },
    })
    return docs.filter(({ id }) => !isRunning(id))
  }
  // Mostly there is none, and others need not wait for a transaction that finds that out.
  if ((await dead()).length === 0) return
  await inTransaction(payload, async (req) => {
    for (const { id } of await dead(req)) {
      await payload.db.updateOne({ collection, id, data: { processing: false }, req })
    }
  })
}

/** Wakes every webhook that has been due for longer than any job takes: its job is gone, whatever became of it. */
export async function wakeForgotten(
  payload: Payload,
  { timings }: Pick<Parts, 'timings'>,
): Promise<void> {
  for (const { id } of await listeningWebhooks(payload)) {
    const due = await nextDue(payload, id)
    if (due === undefined || due > Date.now() - timings.lease) continue
    await inTransaction(payload, (req) => queueWebhook(payload, id, req))
  }
}

/** Drops deliveries that ended long ago, unless somebody still has to acknowledge one. */
export async function dropOld(
  payload: Payload,
  { retention }: Pick<Parts, 'retention'>,
): Promise<void> {
  await payload.db.deleteMany({
    collection: deliveriesSlug,
    req: forNobody({}),
    where: {
      at: { less_than: isoTime(Date.now() - retention * day) },
      state: { not_equals: 'waiting' },
      acknowledgement: { not_equals: 'asked' },
    },
  })
}
