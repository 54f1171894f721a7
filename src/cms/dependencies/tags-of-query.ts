import type { FlattenedField, SanitizedCollectionConfig, SanitizedConfig, Where } from 'payload'
import { collectionTag, documentTag, slugTag, type Tag } from '../../changes/tags.ts'

export type Query = { collection: string; where?: Where; sort?: string | string[]; joins?: unknown }

/**
 * What the answer of a database query depends on: a query for certain documents on these, a query by
 * name on who has the name, and any other on the whole collection. A path that follows a relation, and a
 * join, depend on the other collection too.
 *
 * @param documents that the query found
 */
export function tagsOfQuery(
  query: Query,
  documents: readonly { id?: unknown }[],
  config: SanitizedConfig,
): Tag[] {
  const collection = config.collections.find(({ slug }) => slug === query.collection)
  if (!collection) return [collectionTag(query.collection)]
  return [
    ...tagsOfOwn(query, documents),
    ...related(query, collection, config).map(collectionTag),
    ...joined(query, collection).map(collectionTag),
  ]
}

function tagsOfOwn({ collection, where }: Query, documents: readonly { id?: unknown }[]): Tag[] {
  const ids = required(where, ['id'])
  if (ids) return ids.map((id) => documentTag(collection, id))
  const names = required(where, ['slug', 'formerSlugs'])
  if (!names) return [collectionTag(collection)]
  const found = documents.map(({ id }) => documentTag(collection, String(id)))
  return [...names.map((name) => slugTag(collection, name)), ...found]
}

/** The values that one of the fields must have for a document to be found; undefined when any will do. */
function required(where: Where | undefined, fields: string[]): string[] | undefined {
  for (const [key, value] of Object.entries(where ?? {})) {
    const isAll = key.toLowerCase() === 'and' && Array.isArray(value)
    const found = isAll
      ? value.map((inner) => required(inner as Where, fields)).find(Boolean)
      : fields.includes(key)
        ? operands(value)
        : undefined
    if (found) return found
  }
  return undefined
}

function operands(condition: unknown): string[] | undefined {
  const { equals, in: among } = (condition ?? {}) as { equals?: unknown; in?: unknown }
  if (isKey(equals)) return [String(equals)]
  return Array.isArray(among) && among.every(isKey) ? among.map(String) : undefined
}

const isKey = (value: unknown) => typeof value === 'string' || typeof value === 'number'

/** The collections that the paths of a filter or an order lead into. */
function related(
  { where, sort }: Query,
  collection: SanitizedCollectionConfig,
  config: SanitizedConfig,
): string[] {
  const order = (Array.isArray(sort) ? sort : (sort?.split(',') ?? [])).map((path) =>
    path.replace(/^-/, ''),
  )
  return [...pathsOf(where), ...order].flatMap((path) =>
    crossed(path.replaceAll('__', '.').split('.'), collection.flattenedFields, config),
  )
}

function pathsOf(where: Where | undefined): string[] {
  return Object.entries(where ?? {}).flatMap(([key, value]) =>
    Array.isArray(value) ? value.flatMap((inner) => pathsOf(inner as Where)) : [key],
  )
}

function crossed(
  [name, ...rest]: string[],
  fields: FlattenedField[],
  config: SanitizedConfig,
): string[] {
  const field = fields.find((one) => one.name === name)
  if (!field || rest.length === 0) return []
  if (field.type === 'relationship' || field.type === 'upload') {
    return [field.relationTo].flat().flatMap((slug) => {
      const inner = config.collections.find((one) => one.slug === slug)
      return [slug, ...(inner ? crossed(rest, inner.flattenedFields, config) : [])]
    })
  }
  if (field.type === 'join') {
    return [field.collection].flat()
  }
  if (field.type === 'blocks') {
    return field.blocks.flatMap((block) =>
      'flattenedFields' in block ? crossed(rest, block.flattenedFields, config) : [],
    )
  }
  return 'flattenedFields' in field ? crossed(rest, field.flattenedFields, config) : []
}

function joined({ joins }: Query, collection: SanitizedCollectionConfig): string[] {
  if (joins === false) return []
  const all = [...Object.values(collection.joins).flat(), ...collection.polymorphicJoins]
  return all.flatMap(({ field }) => [field.collection].flat())
}
