import type {
  CollectionAfterDeleteHook,
  CollectionConfig,
  CollectionSlug,
  Plugin,
  Where,
} from 'payload'
import { reviewEndpoint } from './endpoint.ts'
import { aboutOf, guardReview, recordSteps } from './guard.ts'
import { addToHistory } from './history.ts'
import { optionsKey, type ReviewOptions } from './options.ts'
import { stampVerification } from './verification.ts'
import { flagBeforeDelete, followSources } from './withdrawn-sources.ts'

/**
 * Review of what is published: the states of drafts, who may move them, the evidence that a claim needs, and
 * the history of all that. It completes the collections that have a `review` with hooks that see every
 * way of writing.
 */
export const review =
  (options: ReviewOptions): Plugin =>
  (config) => ({
    ...config,
    collections: (config.collections ?? []).map((one) =>
      isReviewed(one) ? withReview(one, options) : one,
    ),
    custom: { ...config.custom, [optionsKey]: options },
  })

const isReviewed = ({ fields }: CollectionConfig): boolean =>
  fields.some((field) => 'name' in field && field.name === 'review')

function withReview(collection: CollectionConfig, options: ReviewOptions): CollectionConfig {
  const { hooks, slug } = collection
  const isClaims = slug === 'claims'
  const isResources = slug === 'resources'
  return {
    ...collection,
    endpoints: [...(collection.endpoints || []), reviewEndpoint(slug as CollectionSlug)],
    hooks: {
      ...hooks,
      beforeChange: [
        ...(hooks?.beforeChange ?? []),
        ...(isClaims ? [stampVerification] : []),
        guardReview(options),
      ],
      afterChange: [
        ...(hooks?.afterChange ?? []),
        ...(isResources ? [followSources] : []),
        recordSteps,
      ],
      beforeDelete: [...(hooks?.beforeDelete ?? []), ...(isResources ? [flagBeforeDelete] : [])],
      afterDelete: [...(hooks?.afterDelete ?? []), recordDeletion],
    },
  }
}

/** What was said about a document goes with it; what was done with it stays. */
const recordDeletion: CollectionAfterDeleteHook = async ({ collection, doc, id, req }) => {
  const document = String(id)
  await addToHistory(req, { ...aboutOf(collection, doc), document }, [{ step: 'deleted' }])
  const of = collection.slug
  const where: Where = { and: [{ document: { equals: document } }, { of: { equals: of } }] }
  await req.payload.db.deleteMany({ collection: 'comments', req, where })
  return doc
}
