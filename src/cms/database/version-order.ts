import type { BaseDatabaseAdapter, CollectionSlug, PayloadRequest } from 'payload'

type Written = { req?: Partial<PayloadRequest>; updatedAt?: string }
type Creation = Written & {
  collectionSlug: CollectionSlug
  parent: string
  versionData: { _status?: string }
}
type Update = { req?: Partial<PayloadRequest>; collection: CollectionSlug } & {
  versionData: { parent?: unknown; updatedAt?: string }
}

/**
 * Dates a version after those of the same document that are there.
 *
 * Payload takes that with the latest date for the newest one. By the clock alone, what is written after the
 * clock was set back, or by a server whose clock is behind, would not be: editors would go on being shown
 * what was there before.
 */
export function withVersionOrder(adapter: BaseDatabaseAdapter): void {
  const { createVersion, updateVersion } = adapter
  const create = async function (this: BaseDatabaseAdapter, args: Creation) {
    const { collectionSlug: collection, parent: id, req, versionData } = args
    const updatedAt = await dateAfter(this, collection, id, args)
    // A draft with a later date than what is published would be taken for one of later.
    if (updatedAt !== args.updatedAt && versionData._status === 'published')
      await this.updateOne({
        collection,
        id,
        data: { updatedAt },
        returning: false,
        ...(req ? { req } : {}),
      })
    return createVersion.call(this, { ...args, updatedAt } as never)
  }
  const update = async function (this: BaseDatabaseAdapter, args: Update) {
    const { parent, updatedAt } = args.versionData
    if (!parent || !updatedAt) return updateVersion.call(this, args as never)
    const date = await dateAfter(this, args.collection, parent, { ...args, updatedAt })
    const versionData = { ...args.versionData, updatedAt: date }
    return updateVersion.call(this, { ...args, versionData } as never)
  }
  Object.assign(adapter, { createVersion: create, updateVersion: update })
}

/** The date itself, or a millisecond after the latest there is. */
async function dateAfter(
  adapter: BaseDatabaseAdapter,
  collection: CollectionSlug,
  parent: unknown,
  { req, updatedAt }: Written,
): Promise<string | undefined> {
  const { docs } = await adapter.findVersions({
    collection,
    limit: 1,
    pagination: false,
    select: { updatedAt: true },
    sort: '-updatedAt',
    where: { parent: { equals: parent } },
    ...(req ? { req } : {}),
  })
  const latest = docs[0] ? Date.parse(docs[0].updatedAt) : Number.NEGATIVE_INFINITY
  if (!updatedAt || Date.parse(updatedAt) > latest) return updatedAt
  return new Date(latest + 1).toISOString()
}
