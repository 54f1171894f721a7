import type { CollectionConfig, Endpoint, Field, Plugin, TaskConfig } from 'payload'
import { deliver } from './deliver.ts'
import { acknowledge } from './endpoints/acknowledge.ts'
import { ping } from './endpoints/ping.ts'
import { replayDelivery, replaySince } from './endpoints/replay.ts'
import { resume } from './endpoints/resume.ts'
import { rotateSecret } from './endpoints/rotate-secret.ts'
import { create, update } from './endpoints/save.ts'
import { beginAnew, dropDeliveries, dropWebhooks, guardAddress, wakeWhenSaved } from './hooks.ts'
import { tellPartner } from './notice.ts'
import { defaultTimings, type Parts, partsKey, type Timings } from './parts.ts'
import { deliverSlug, noticeSlug } from './queue.ts'
import { decrypt, encrypt, makeWhenNew } from './secrets.ts'

export type WebhookOptions = Pick<Parts, 'outbound' | 'publicUrl' | 'retention'> & {
  timings?: Partial<Timings>
}

/**
 * Tells partners of what changes, by the Standard Webhooks specification. It completes the collections
 * `webhooks`, `webhook-deliveries` and `partners` with what they do, and adds the jobs; start.ts follows
 * the change log.
 */
export const webhooks =
  ({ timings, ...options }: WebhookOptions): Plugin =>
  (config) => {
    const parts: Parts = {
      ...options,
      timings: { ...defaultTimings, ...timings },
      closing: new AbortController(),
    }
    return {
      ...config,
      collections: (config.collections ?? []).map((one) => additions[one.slug]?.(one) ?? one),
      custom: { ...config.custom, [partsKey]: parts },
      jobs: {
        ...config.jobs,
        enableConcurrencyControl: true,
        tasks: [...(config.jobs?.tasks ?? []), deliverTask(parts), noticeTask],
      },
    }
  }

type Addition = (collection: CollectionConfig) => CollectionConfig

const additions: Record<string, Addition> = {
  webhooks: (collection) => ({
    ...withEndpoints(
      collection,
      acknowledge,
      ping,
      replaySince,
      resume,
      rotateSecret,
      create,
      update,
    ),
    disableDuplicate: true,
    fields: collection.fields.map(withSecrecy),
    hooks: {
      ...collection.hooks,
      afterChange: [...(collection.hooks?.afterChange ?? []), wakeWhenSaved],
      beforeChange: [...(collection.hooks?.beforeChange ?? []), guardAddress, beginAnew],
      beforeDelete: [...(collection.hooks?.beforeDelete ?? []), dropDeliveries],
    },
  }),
  'webhook-deliveries': (collection) => withEndpoints(collection, replayDelivery),
  partners: (collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeDelete: [...(collection.hooks?.beforeDelete ?? []), dropWebhooks],
    },
  }),
}

const withEndpoints = (
  collection: CollectionConfig,
  ...endpoints: Omit<Endpoint, 'root'>[]
): CollectionConfig => ({
  ...collection,
  endpoints: [...(collection.endpoints || []), ...endpoints],
})

function withSecrecy(field: Field): Field {
  if (!('name' in field) || field.type !== 'text') return field
  if (field.name !== 'secret' && field.name !== 'formerSecret') return field
  const making = field.name === 'secret' ? [makeWhenNew] : []
  return { ...field, hooks: { afterRead: [decrypt], beforeChange: [...making, encrypt] } }
}

const deliverTask = (parts: Parts): TaskConfig<typeof deliverSlug> => ({
  slug: deliverSlug,
  inputSchema: [{ name: 'webhook', type: 'text', required: true }],
  concurrency: { key: ({ input }) => `webhook ${input.webhook}`, supersedes: true },
  // What fails here is the database; sweep.ts wakes the webhook again in any case.
  retries: { attempts: 3, backoff: { type: 'fixed', delay: 5000 } },
  handler: async ({ input, req }) => {
    await deliver(req.payload, parts, input.webhook)
    return { output: {} }
  },
})

const noticeTask: TaskConfig<typeof noticeSlug> = {
  slug: noticeSlug,
  inputSchema: [{ name: 'webhook', type: 'text', required: true }],
  retries: { attempts: 8, backoff: { type: 'exponential', delay: 30_000 } },
  handler: async ({ input, req }) => {
    await tellPartner(req.payload, input.webhook)
    return { output: {} }
  },
}
