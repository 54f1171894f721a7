import type { CollectionBeforeOperationHook, Plugin } from 'payload'

/**
 * Gives every list one order: documents that are equal in what they are sorted by follow by id.
 *
 * Without it the database decides, differently from page to page, and SQLite otherwise than MongoDB.
 */
export const stableOrder: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [...(collection.hooks?.beforeOperation ?? []), orderById],
    },
  })),
})

type ReadArgs = { currentDepth?: number; id?: unknown; sort?: string | string[] }

const orderById: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  const read = args as ReadArgs
  // Related documents are fetched by id and put in their place by Payload.
  if (operation !== 'read' || read.currentDepth || read.id !== undefined) return
  const byTime = collection.timestamps === false ? [] : ['-createdAt']
  const given = read.sort ?? collection.defaultSort ?? byTime
  const sort = (typeof given === 'string' ? given.split(',') : given).filter(Boolean)
  if (sort.some((name) => name === 'id' || name === '-id')) return
  const last = sort.at(-1)
  return { ...args, sort: [...sort, last?.startsWith('-') ? '-id' : 'id'] }
}
