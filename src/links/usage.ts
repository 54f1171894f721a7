import type { CollectionSlug, Payload, Where } from 'payload'
import { forNobody } from '../cms/dependencies/track.ts'
import type { InTransaction } from './stored.ts'

/** Where documents have addresses that are checked. */
const places: Record<string, readonly string[]> = {
  resources: ['url', 'archivedUrl'],
  claims: ['evidence.archivedUrl'],
}

/** The collections whose documents lead to addresses. */
export const isChecked = (collection: string): boolean => Object.hasOwn(places, collection)

/** The addresses that these documents lead to, each once. */
export async function addressesOf(
  payload: Payload,
  collection: string,
  ids: string[],
): Promise<string[]> {
  const paths = places[collection] ?? []
  const select = Object.fromEntries(paths.map((path) => [path.split('.')[0], true]))
  const { docs } = await payload.db.find<{ id: string }>({
    collection: collection as CollectionSlug,
    limit: 0,
    pagination: false,
    req: forNobody({}),
    select,
    where: { id: { in: ids } },
  })
  const found = docs.flatMap((document) => paths.flatMap((path) => textsAt(document, path)))
  return [...new Set(found)]
}

/** The texts at a path, through every row of an array on the way. */
function textsAt(value: unknown, path: string): string[] {
  const [name = '', ...rest] = path.split('.')
  const inside = (value as Record<string, unknown>)[name]
  if (rest.length === 0) return typeof inside === 'string' && inside ? [inside] : []
  return Array.isArray(inside) ? inside.flatMap((row) => textsAt(row, rest.join('.'))) : []
}

/** Whether any document that is not in the trash leads to the address. */
export async function isInUse(
  { db }: Payload,
  url: string,
  { transactionID }: InTransaction = {},
): Promise<boolean> {
  for (const [collection, paths] of Object.entries(places)) {
    const leads: Where = { or: paths.map((path) => ({ [path]: { equals: url } })) }
    const found = await db.findOne({
      collection: collection as CollectionSlug,
      req: forNobody({ transactionID }),
      where: { and: [leads, { deletedAt: { exists: false } }] },
    })
    if (found) return true
  }
  return false
}
