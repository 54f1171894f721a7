import type {
  FlattenedField,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedConfig,
} from 'payload'
import { innerFields } from './fields.ts'
import {
  checkDepth,
  checkDraft,
  checkLimit,
  checkLocale,
  checkPage,
  checkPagination,
  checkTrash,
} from './limits.ts'
import { accepts, type Mistake, mistake } from './mistake.ts'
import { checkSelect } from './select.ts'
import { checkSort } from './sort.ts'
import { checkWhere } from './where.ts'

const one = [
  'depth',
  'draft',
  'fallback-locale',
  'fallbackLocale',
  'joins',
  'locale',
  'populate',
  'select',
  'trash',
]

/** The parameters that each of Payload's reading endpoints takes, by the endpoint's path. */
export const parametersOf: Record<string, string[]> = {
  '/': [...one, 'limit', 'page', 'pagination', 'sort', 'where'],
  '/:id': one,
  '/slug/:slug': one,
  // Payload counts no drafts; a list of them tells how many there are.
  '/count': ['locale', 'trash', 'where'],
}

type Query = Record<string, unknown>

/**
 * Checks the query of a reader's REST request against what the endpoint takes.
 *
 * @param query as parsed from the address
 * @returns every mistake in it, none when it is good
 */
export async function checkQuery(
  query: Query,
  parameters: string[],
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
): Promise<Mistake[]> {
  const mistakes: Mistake[] = []
  for (const [name, value] of Object.entries(query)) {
    // Payload's sign-in leaves `depth: undefined` behind.
    if (value === undefined) continue
    mistakes.push(
      ...(parameters.includes(name)
        ? await checkParameter(name, value, collection, req)
        : [mistake(name, `not a parameter here; ${accepts(parameters)}`)]),
    )
  }
  return mistakes
}

async function checkParameter(
  name: string,
  value: unknown,
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
): Promise<Mistake[]> {
  const fields = collection.flattenedFields
  switch (name) {
    case 'limit':
      return checkLimit(value)
    case 'page':
      return checkPage(value)
    case 'depth':
      return checkDepth(value, req)
    case 'pagination':
      return checkPagination(value)
    case 'draft':
      return checkDraft(value, req)
    case 'trash':
      return checkTrash(value)
    case 'locale':
      return checkLocale(value, req)
    case 'fallbackLocale':
    case 'fallback-locale':
      return checkLocale(value, req, name)
    case 'sort':
      return checkSort(value, req, fields)
    case 'select':
      return checkSelect(value, req, fields)
    case 'populate':
      return checkPopulate(value, req)
    case 'joins':
      return checkJoins(value, collection)
    case 'where':
      return checkWhere(value, req, fields)
    default:
      return []
  }
}

/** `populate[collection][field]=true`: a `select` for each kind of related document. */
async function checkPopulate(populate: unknown, req: PayloadRequest): Promise<Mistake[]> {
  if (!populate || typeof populate !== 'object' || Array.isArray(populate)) {
    return [mistake('populate', 'accepted: populate[collection][field]=true')]
  }
  const open = populatable(req.payload.config)
  const mistakes: Mistake[] = []
  for (const [slug, select] of Object.entries(populate)) {
    const here = `populate[${slug}]`
    const related = open.find((one) => one.slug === slug)
    if (!related) {
      mistakes.push(mistake(here, `no such collection; ${accepts(open.map((one) => one.slug))}`))
    } else if (select !== 'true') {
      mistakes.push(...(await checkSelect(select, req, related.flattenedFields, here)))
    }
  }
  return mistakes
}

/** The collections of whose documents, where they are related to, `populate` may say what is shown. */
export function populatable(config: SanitizedConfig): SanitizedCollectionConfig[] {
  // Payload's own collections relate to every document, for editors; what GraphQL's schema, which everybody
  // sees, does not show is for editors too.
  const collections = config.collections.filter(
    ({ graphQL, slug }) => graphQL !== false && !slug.startsWith('payload-'),
  )
  const targets = new Set(collections.flatMap((one) => relatedTo(one.flattenedFields)))
  return collections.filter(({ auth, slug }) => !auth && targets.has(slug))
}

/** The collections whose documents a field, or one inside it, can hold. */
function relatedTo(fields: FlattenedField[]): string[] {
  return fields.flatMap((field) =>
    field.type === 'relationship' || field.type === 'upload'
      ? [field.relationTo].flat()
      : field.type === 'join'
        ? [field.collection].flat()
        : relatedTo(innerFields(field) ?? []),
  )
}

/** The lists of related documents that `joins` may limit. */
export const joinNames = (collection: SanitizedCollectionConfig): string[] =>
  [...Object.values(collection.joins).flat(), ...collection.polymorphicJoins]
    .filter(({ field }) => field.custom?.isForStaff !== true)
    .map((join) => join.joinPath)

/** A join is a list inside a document; its own `limit` holds readers to the same number. */
function checkJoins(joins: unknown, collection: SanitizedCollectionConfig): Mistake[] {
  const names = joinNames(collection)
  if (joins === 'false') return []
  if (!joins || typeof joins !== 'object') return [mistake('joins', accepts(['false', ...names]))]
  return Object.entries(joins).flatMap(([name, options]) => {
    if (!names.includes(name)) {
      const accepted = names.length > 0 ? accepts(names) : 'there are none here'
      return [mistake(`joins[${name}]`, `no such list of related documents; ${accepted}`)]
    }
    const { limit } = (options ?? {}) as { limit?: unknown }
    return limit === undefined ? [] : checkLimit(limit)
  })
}
