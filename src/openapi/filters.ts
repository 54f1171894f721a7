import type {
  FlattenedField,
  PayloadRequest,
  RelationshipField,
  SanitizedCollectionConfig,
  UploadField,
} from 'payload'
import { holdsMany, innerFields, readableFields, storedFields } from '../cms/readers/fields.ts'
import { choicesOf, type FieldContext } from './fields.ts'
import { refTo, whereName } from './names.ts'
import type { Schema } from './operation.ts'

/** What each kind of value can be compared with; the schemas are in the document once. */
const filterSchemas: Record<string, Schema> = {
  TextFilter: filter({ type: 'string' }, ['equals', 'not', 'in', 'like', 'exists', 'order']),
  ListedTextFilter: filter({ type: 'string' }, ['equals', 'in', 'like', 'exists']),
  NumberFilter: filter({ type: 'number' }, ['equals', 'not', 'in', 'exists', 'order']),
  ListedNumberFilter: filter({ type: 'number' }, ['equals', 'in', 'exists', 'order']),
  DateFilter: filter({ type: 'string', format: 'date-time' }, ['equals', 'not', 'exists', 'order']),
  ListedDateFilter: filter({ type: 'string', format: 'date-time' }, ['equals', 'exists', 'order']),
  YesNoFilter: filter({ type: 'boolean' }, ['equals', 'not', 'exists']),
  ListedYesNoFilter: filter({ type: 'boolean' }, ['equals', 'exists']),
  IdFilter: filter({ type: 'string', maxLength: 64 }, ['equals', 'not', 'in', 'exists']),
  ListedIdFilter: filter({ type: 'string', maxLength: 64 }, ['equals', 'in', 'exists']),
  ExistsFilter: filter({ type: 'string' }, ['exists']),
}

type Ability = 'equals' | 'not' | 'in' | 'like' | 'exists' | 'order'

function filter(value: Schema, abilities: Ability[]): Schema {
  const can = (...wanted: Ability[]) => wanted.every((ability) => abilities.includes(ability))
  const list: Schema = { type: 'array', items: value, minItems: 1, maxItems: 100 }
  const one = (description: string): Schema => ({ ...value, description })
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...(can('equals') ? { equals: one('Is this.') } : {}),
      ...(can('equals', 'not') ? { not_equals: one('Is not this.') } : {}),
      ...(can('in') ? { in: { ...list, description: 'Is one of these.' } } : {}),
      ...(can('in', 'not') ? { not_in: { ...list, description: 'Is none of these.' } } : {}),
      ...(can('like') ? { like: one('Has all of these words, in any order.') } : {}),
      ...(can('like', 'not') ? { not_like: one('Has not all of these words.') } : {}),
      ...(can('like') ? { contains: one('Has this in it.') } : {}),
      ...(can('exists') ? { exists: { type: 'boolean', description: 'Is filled in.' } } : {}),
      ...(can('order')
        ? {
            greater_than: one('Comes after this.'),
            greater_than_equal: one('Is this or comes after it.'),
            less_than: one('Comes before this.'),
            less_than_equal: one('Is this or comes before it.'),
          }
        : {}),
    },
  }
}

/** Those that the schemas refer to; a project may have no field of some kind. */
export function filtersIn(schemas: Record<string, Schema>): Record<string, Schema> {
  const text = JSON.stringify(schemas)
  const isUsed = (name: string) => text.includes(JSON.stringify(refTo('schemas', name).$ref))
  return Object.fromEntries(Object.entries(filterSchemas).filter(([name]) => isUsed(name)))
}

/**
 * The schema of `where`: a property for each path that a reader may filter by. Through a relation one
 * step is shown; readers may go further.
 */
export async function whereSchema(
  collection: SanitizedCollectionConfig,
  context: FieldContext,
): Promise<Schema> {
  const paths = await filterPaths(collection.flattenedFields, context, { relations: 1 })
  const list = (description: string): Schema => ({
    type: 'array',
    items: refTo('schemas', whereName(collection)),
    maxItems: 20,
    description,
  })
  return {
    type: 'object',
    description: 'What a document must meet, all of it. Each key is a path in the document.',
    additionalProperties: false,
    properties: {
      id: refTo('schemas', 'IdFilter'),
      ...Object.fromEntries(paths),
      and: list('All of these must be met.'),
      or: list('One of these must be met.'),
    },
  }
}

type Here = { relations: number; inList?: boolean }

async function filterPaths(
  fields: FlattenedField[],
  context: FieldContext,
  here: Here,
): Promise<[path: string, filter: Schema][]> {
  const paths: [string, Schema][] = []
  for (const [name, field] of await storedFields(fields, context.req)) {
    const inner = innerFields(field)
    const inList = here.inList || holdsMany(field)
    if (inner) {
      const below = await filterPaths(inner, context, { ...here, inList })
      paths.push(...below.map(([path, one]): [string, Schema] => [`${name}.${path}`, one]))
    } else if (field.type === 'relationship' || field.type === 'upload') {
      paths.push(...(await relationPaths(field, context, { ...here, inList })))
    } else {
      const one = filterFor(field, inList)
      if (one) paths.push([name, one])
    }
  }
  return paths
}

async function relationPaths(
  field: RelationshipField | UploadField,
  context: FieldContext,
  { relations, inList }: Here,
): Promise<[string, Schema][]> {
  const ids = refTo('schemas', inList ? 'ListedIdFilter' : 'IdFilter')
  if (Array.isArray(field.relationTo)) return [[`${field.name}.value`, ids]]
  const own: [string, Schema] = [field.name, ids]
  const related = context.open.get(field.relationTo)
  // In a list one document could meet the filter and another one the access rule.
  if (relations === 0 || inList || !related) return [own]
  const below = await filterPaths(related.flattenedFields, context, { relations: relations - 1 })
  return [own, ...below.map(([path, one]): [string, Schema] => [`${field.name}.${path}`, one])]
}

function filterFor(field: FlattenedField, inList: boolean): Schema | undefined {
  const ref = (name: string) => refTo('schemas', inList ? `Listed${name}` : name)
  switch (field.type) {
    case 'number':
      return ref('NumberFilter')
    case 'date':
      return ref('DateFilter')
    case 'checkbox':
      return ref('YesNoFilter')
    case 'select':
    case 'radio':
      return filter(
        { type: 'string', enum: choicesOf(field) },
        inList ? ['equals', 'in', 'exists'] : ['equals', 'not', 'in', 'exists'],
      )
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return ref('TextFilter')
    case 'richText':
      return refTo('schemas', 'ExistsFilter')
    default:
      return undefined
  }
}

/** The schema of `select`: a truth for each field, or the same again for what is inside it. */
export async function selectSchema(fields: FlattenedField[], req: PayloadRequest): Promise<Schema> {
  const properties: Record<string, Schema> = { id: { type: 'boolean' } }
  for (const [name, field] of await readableFields(fields, req)) {
    const inner = innerFields(field)
    const all: Schema = { type: 'boolean' }
    properties[name] = inner ? { anyOf: [all, await selectSchema(inner, req)] } : all
  }
  return { type: 'object', properties, additionalProperties: false }
}
