import type { CollectionSlug, Payload, Where } from 'payload'
import { forNobody } from '../../cms/dependencies/track.ts'
import { createProbe, late } from '../health/probe.ts'

/** What waits to be done, by queue and state. */
export type Depth = { queue: string; state: string; count: number }

type Counted = Omit<Depth, 'count'> & { collection: string; where(): Where }

const open: Where = { completedAt: { exists: false }, hasError: { not_equals: true } }

const counted: Counted[] = [
  {
    queue: 'jobs',
    state: 'waiting',
    collection: 'payload-jobs',
    where: () => ({ ...open, processing: { not_equals: true } }),
  },
  {
    queue: 'jobs',
    state: 'running',
    collection: 'payload-jobs',
    where: () => ({ ...open, processing: { equals: true } }),
  },
  {
    queue: 'jobs',
    state: 'failed',
    collection: 'payload-jobs',
    where: () => ({ hasError: { equals: true } }),
  },
  {
    queue: 'webhooks',
    state: 'waiting',
    collection: 'webhook-deliveries',
    where: () => ({ state: { equals: 'waiting' } }),
  },
  {
    queue: 'webhooks',
    state: 'due',
    collection: 'webhook-deliveries',
    where: () => ({
      state: { equals: 'waiting' },
      dueAt: { less_than_equal: new Date().toISOString() },
    }),
  },
]

/** Milliseconds. */
const patience = 2000
const hold = 5000

/** Counts what waits, at most every few seconds; nothing is told where the database does not answer. */
export function queueDepths({ config, db }: Payload): () => Promise<Depth[]> {
  const known = new Set(config.collections.map(({ slug }) => slug))
  const mine = counted.filter(({ collection }) => known.has(collection as CollectionSlug))
  const probe = createProbe(
    () =>
      Promise.all(
        mine.map(async ({ queue, state, collection, where }) => {
          const slug = collection as CollectionSlug
          const { totalDocs } = await db.count({
            collection: slug,
            req: forNobody({}),
            where: where(),
          })
          return { queue, state, count: totalDocs }
        }),
      ),
    { patience, hold },
  )
  return async () => {
    const depths = await probe().catch(() => late)
    return typeof depths === 'symbol' ? [] : depths
  }
}
