import type { CollectionSlug, Payload, PayloadRequest, TypedLocale, Where } from 'payload'
import { forNobody } from '../cms/dependencies/track.ts'
import type { Condition } from './items.ts'

export type User = PayloadRequest['user']

type Counted = {
  collection: CollectionSlug
  any: readonly (readonly Condition[])[]
  locale?: string | undefined
}

/** How many documents the list in the admin shows for the conditions: drafts as they are now, no trash. */
export async function countListed(
  payload: Payload,
  user: User,
  { collection, any, locale }: Counted,
): Promise<number> {
  const { versions } = payload.collections[collection].config
  const asked = {
    collection,
    overrideAccess: false,
    req: forNobody({}),
    user,
    ...(locale ? { locale: locale as TypedLocale } : {}),
  }
  if (!versions?.drafts) {
    return (await payload.count({ ...asked, where: whereOf(any) })).totalDocs
  }
  const newest: Where[] = [
    { latest: { equals: true } },
    { 'version.deletedAt': { exists: false } },
    ...(any.length > 0 ? [whereOf(any, true)] : []),
  ]
  return (await payload.countVersions({ ...asked, where: { and: newest } })).totalDocs
}

const whereOf = (any: Counted['any'], isOfVersions = false): Where => ({
  or: any.map((all) => ({
    and: all.map(([field, operator, value]) => ({
      [isOfVersions ? inVersion(field) : field]: { [operator]: value },
    })),
  })),
})

const inVersion = (field: string): string => (field === 'id' ? 'parent' : `version.${field}`)
