import type { FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { descriptionOf, idDescription } from '../cms/field-descriptions.ts'
import { readableFields } from '../cms/readers/fields.ts'
import { documentName, type Form, refTo } from './names.ts'
import type { Schema } from './operation.ts'

/** What fields are described with. */
export type FieldContext = {
  req: PayloadRequest
  /** The collections that everybody reads, by slug. */
  open: Map<string, SanitizedCollectionConfig>
  /** The languages of the content. */
  locales: string[]
}

/**
 * The schema of an object with these fields, as a reader gets it: what may not be read is not in it.
 *
 * An answer has every field, `null` or `[]` where there is nothing, unless `select` or `populate` asked for some
 * only. A part can therefore lack any but its id.
 */
async function objectOf(
  fields: FlattenedField[],
  form: Form,
  context: FieldContext,
): Promise<Schema> {
  const properties: Record<string, Schema> = {}
  for (const [name, field] of await readableFields(fields, context.req)) {
    if (form.isInAllLanguages && isOfOneLanguage(field)) continue
    const schema = await fieldSchema(field, form, context)
    if (schema) properties[name] = described(schema, field)
  }
  return {
    type: 'object',
    properties,
    ...(form.isPart ? {} : { required: Object.keys(properties) }),
  }
}

/** What is said of a document that is shown in one language. */
const isOfOneLanguage = ({ custom }: { custom?: Record<string, unknown> }): boolean =>
  custom?.isOfOneLanguage === true

/** A document has its id before its fields. */
export async function documentOf(
  { flattenedFields }: SanitizedCollectionConfig,
  form: Form,
  context: FieldContext,
): Promise<Schema> {
  const { properties = {}, required = [] } = await objectOf(flattenedFields, form, context)
  const { id, ...others } = properties
  return {
    type: 'object',
    properties: { id: id ?? { type: 'string', description: idDescription }, ...others },
    required: [...new Set(['id', ...required])],
  }
}

function described(schema: Schema, field: FlattenedField): Schema {
  const description = descriptionOf(field)
  return description ? { ...schema, description } : schema
}

async function fieldSchema(
  field: FlattenedField,
  form: Form,
  context: FieldContext,
): Promise<Schema | undefined> {
  const isLocalized = 'localized' in field && field.localized === true
  const value = await valueSchema(field, form, context)
  if (!value || !isLocalized || !form.isInAllLanguages) return value
  return {
    type: 'object',
    properties: Object.fromEntries(
      context.locales.map((code) => [code, { ...value, description: `In the language ${code}.` }]),
    ),
    required: context.locales,
  }
}

async function valueSchema(
  field: FlattenedField,
  form: Form,
  context: FieldContext,
): Promise<Schema | undefined> {
  switch (field.type) {
    case 'array':
      return { type: 'array', items: await objectOf(field.flattenedFields, form, context) }
    case 'group':
    case 'tab':
      return objectOf(field.flattenedFields, form, context)
    case 'blocks':
      return { type: 'array', items: await blocksOf(field, form, context) }
    case 'join':
      return joinOf(field.collection, form, context)
    case 'relationship':
    case 'upload':
      return relationSchema(field, form, context)
    case 'richText':
      return orNull(refTo('schemas', 'RichText'))
    case 'json':
      return {}
    case 'point':
      return { type: ['array', 'null'], items: { type: 'number' }, minItems: 2, maxItems: 2 }
    default:
      return simpleSchema(field)
  }
}

type SimpleField = FlattenedField & { hasMany?: boolean; localized?: boolean; required?: boolean }

/** A text, a number, a choice. What an editor must fill in is there in all that is published. */
function simpleSchema(field: SimpleField): Schema {
  const one = oneValue(field)
  if (field.hasMany) return { type: 'array', items: one }
  const isAlwaysThere =
    (field.required && !field.localized) || always.has(field.name) || field.name === 'id'
  return isAlwaysThere ? one : nullable(one)
}

const always = new Set(['createdAt', 'updatedAt', '_status'])

function oneValue(field: FlattenedField): Schema {
  const { custom } = field as { custom?: { openapi?: Schema } }
  if (field.type === 'number') return { type: 'number', ...custom?.openapi }
  if (field.type === 'checkbox') return { type: 'boolean', ...custom?.openapi }
  if (field.type === 'date') return { type: 'string', format: 'date-time', ...custom?.openapi }
  if (field.type === 'select' || field.type === 'radio') {
    return { type: 'string', enum: choicesOf(field), ...custom?.openapi }
  }
  return { type: 'string', ...custom?.openapi }
}

export const choicesOf = ({ options }: { options: (string | { value: string })[] }): string[] =>
  options.map((option) => (typeof option === 'string' ? option : option.value))

function nullable(schema: Schema): Schema {
  const choices = schema.enum ? { enum: [...schema.enum, null] } : {}
  return { ...schema, type: [schema.type as string, 'null'], ...choices }
}

const orNull = (...schemas: Schema[]): Schema => ({ anyOf: [...schemas, { type: 'null' }] })

type Relation = Extract<FlattenedField, { type: 'relationship' | 'upload' }>

/** An id, or the document when the depth reaches it; null for what may not be read. */
function relationSchema(field: Relation, form: Form, context: FieldContext): Schema | undefined {
  const isPolymorphic = Array.isArray(field.relationTo)
  const targets = [field.relationTo].flat().filter((slug) => context.open.has(slug))
  if (targets.length === 0) return undefined
  const choices = targets.flatMap((slug): Schema[] => {
    const document = relatedSchemas(slug, form, context)
    return isPolymorphic ? [named(slug, { anyOf: document })] : document
  })
  if (!field.hasMany) return orNull(...choices)
  return {
    type: 'array',
    items: choices.length === 1 ? (choices[0] as Schema) : { anyOf: choices },
  }
}

function relatedSchemas(slug: string, form: Form, { open }: FieldContext): Schema[] {
  const collection = open.get(slug) as SanitizedCollectionConfig
  const part = documentName(collection, { ...form, isPart: true })
  return [{ type: 'string', description: 'Its id.' }, refTo('schemas', part)]
}

const named = (slug: string, value: Schema): Schema => ({
  type: 'object',
  properties: {
    relationTo: { const: slug, type: 'string', description: 'What kind of document it is.' },
    value: { ...value, description: 'Its id, or the document when the depth reaches it.' },
  },
  required: ['relationTo', 'value'],
})

type Blocks = Extract<FlattenedField, { type: 'blocks' }>

async function blocksOf(field: Blocks, form: Form, context: FieldContext): Promise<Schema> {
  const choices: Schema[] = []
  for (const block of field.blocks) {
    if (!('flattenedFields' in block)) continue
    const schema = await objectOf(block.flattenedFields, form, context)
    const blockType: Schema = { const: block.slug, type: 'string', description: 'What it is.' }
    choices.push({ ...schema, properties: { ...schema.properties, blockType } })
  }
  return { anyOf: choices }
}

function joinOf(collection: string | string[], form: Form, context: FieldContext): Schema {
  const targets = [collection].flat().filter((slug) => context.open.has(slug))
  const documents = targets.flatMap((slug) => relatedSchemas(slug, form, context))
  return {
    type: 'object',
    properties: {
      docs: { type: 'array', items: { anyOf: documents }, description: 'The related documents.' },
      hasNextPage: { type: 'boolean', description: 'Whether there are more.' },
      totalDocs: { type: 'integer', description: 'How many there are, when that was asked.' },
    },
    required: ['docs', 'hasNextPage'],
  }
}
