import type {
  CollectionSlug,
  FlattenedField,
  PayloadRequest,
  RelationshipField,
  UploadField,
  Where,
} from 'payload'
import { validOperatorSet } from 'payload/shared'
import { holdsMany, innerFields, readableFields } from './fields.ts'
import { accepts, type Mistake, mistake } from './mistake.ts'

type Context = { req: PayloadRequest; fields: FlattenedField[]; mistakes: Mistake[] }

/**
 * Checks a reader's filter and closes its way around access control.
 *
 * A filter may follow a relation (`campaign.slug`) to a document that the reader may not read; each
 * such path gets the other collection's own read access as a further condition.
 *
 * @param where as the reader sent it
 * @returns the filter to use; `mistakes` says what was wrong with it
 */
export async function checkWhere(
  where: unknown,
  req: PayloadRequest,
  fields: FlattenedField[],
): Promise<{ where: Where; mistakes: Mistake[] }> {
  const context: Context = { req, fields, mistakes: [] }
  return { where: await checkNode(where, context), mistakes: context.mistakes }
}

async function checkNode(node: unknown, context: Context): Promise<Where> {
  if (!node || typeof node !== 'object' || Array.isArray(node)) {
    context.mistakes.push(mistake('where', 'accepted: where[field][operator]=value'))
    return {}
  }
  const conditions: Where[] = []
  for (const [key, value] of Object.entries(node)) {
    if (key === 'and' || key === 'or' || key === 'AND' || key === 'OR') {
      const list = Array.isArray(value) ? value : Object.values(value ?? {})
      const checked: Where[] = []
      for (const inner of list) checked.push(await checkNode(inner, context))
      conditions.push({ [key.toLowerCase()]: checked })
    } else {
      conditions.push(...(await checkCondition(key, value, context)))
    }
  }
  return conditions.length === 1 ? (conditions[0] as Where) : { and: conditions }
}

async function checkCondition(path: string, value: unknown, context: Context): Promise<Where[]> {
  const wanted = await followPath(
    path.replaceAll('__', '.').split('.'),
    context.fields,
    context.req,
  )
  if (!('access' in wanted)) {
    context.mistakes.push(mistake(`where[${path}]`, wanted.problem))
    return []
  }
  const operators = value && typeof value === 'object' && !Array.isArray(value) ? value : undefined
  const wrong = Object.keys(operators ?? { '': 0 }).filter(
    (o) => !validOperatorSet.has(o as 'equals'),
  )
  if (wrong.length > 0) {
    const named = wrong[0] ? `"${wrong[0]}" is not an operator; ` : ''
    context.mistakes.push(mistake(`where[${path}]`, named + accepts(validOperatorSet)))
    return []
  }
  return [{ [path]: value } as Where, ...wanted.access]
}

type Path = { access: Where[] } | { problem: string }

/**
 * Follows a path through fields and relations.
 *
 * @returns the conditions that the path must be joined with, or why it may not be used
 */
async function followPath(
  segments: string[],
  fields: FlattenedField[],
  req: PayloadRequest,
  before: string[] = [],
): Promise<Path> {
  const [name = '', ...rest] = segments
  if (name === 'id' && rest.length === 0) return { access: [] }
  const readable = await readableFields(fields, req)
  const field = readable.get(name)
  if (!field) return { problem: `no such field; ${accepts(['id', ...readable.keys()])}` }
  if (rest.length === 0) return innerFields(field) ? needsInner(field) : { access: [] }

  const here = [...before, name]
  if (field.type === 'relationship' || field.type === 'upload') {
    return followRelation(field, rest, req, here)
  }
  const inner = innerFields(field)
  if (inner) return followPath(rest, inner, req, holdsMany(field) ? [...here, '*'] : here)
  const isLocale = 'localized' in field && field.localized && rest.length === 1
  return isLocale && isLocaleCode(rest[0], req)
    ? { access: [] }
    : { problem: `nothing to filter by inside ${name}` }
}

async function followRelation(
  field: RelationshipField | UploadField,
  rest: string[],
  req: PayloadRequest,
  here: string[],
): Promise<Path> {
  if (rest.length === 1 && rest[0] === 'id') return { access: [] }
  const severalKinds = Array.isArray(field.relationTo)
  if (severalKinds && rest.length === 1 && (rest[0] === 'value' || rest[0] === 'relationTo')) {
    return { access: [] }
  }
  // In a list, one document could meet the condition and another one the access rule.
  if (severalKinds || field.hasMany || here.includes('*')) {
    return { problem: `filter ${here.filter((s) => s !== '*').join('.')} by id` }
  }
  const related = req.payload.collections[field.relationTo as CollectionSlug]?.config
  const access = !related || related.auth ? false : await related.access.read({ req })
  if (!related || access === false) return { problem: 'its documents are not public' }
  const further = await followPath(rest, related.flattenedFields, req, here)
  if ('problem' in further || access === true) return further
  return { access: [prefixed(access, here.join('.')), ...further.access] }
}

/** A collection's access rule, said of the documents that `path` leads to. */
function prefixed(where: Where, path: string): Where {
  return Object.fromEntries(
    Object.entries(where).map(([key, value]) =>
      key === 'and' || key === 'or'
        ? [key, (value as Where[]).map((inner) => prefixed(inner, path))]
        : [`${path}.${key}`, value],
    ),
  ) as Where
}

const needsInner = (field: FlattenedField): Path => ({
  problem: `name a field inside it; ${accepts((innerFields(field) ?? []).map((f) => `${field.name}.${f.name}`))}`,
})

function isLocaleCode(code: string | undefined, req: PayloadRequest): boolean {
  const { localization } = req.payload.config
  return Boolean(localization && code && localization.localeCodes.includes(code))
}
