import type { SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { documentOf, type FieldContext } from './fields.ts'
import { selectSchema, whereSchema } from './filters.ts'
import { anyName, documentName, type Form, refTo, selectName, whereName } from './names.ts'
import type { Schema } from './operation.ts'

/** The schemas of a collection's documents, and of what may be asked of them. */
export async function collectionSchemas(
  collection: SanitizedCollectionConfig,
  context: FieldContext,
): Promise<Record<string, Schema>> {
  const forms = formsOf(context.req.payload.config)
  const schemas: Record<string, Schema> = {}
  for (const form of forms) {
    const name = documentName(collection, form)
    // Without languages two forms are one.
    if (schemas[name]) continue
    const schema = await documentOf(collection, form, context)
    schemas[name] = { description: meaningOf(form), ...schema }
  }
  const names = Object.keys(schemas)
  return {
    ...schemas,
    [anyName(collection)]: {
      description: 'What it is depends on `select` and on `locale`.',
      anyOf: names.map((name) => refTo('schemas', name)),
    },
    [whereName(collection)]: await whereSchema(collection, context),
    [selectName(collection)]: await selectSchema(collection.flattenedFields, context.req),
  }
}

/** The form that most ask for comes first: whole, in one language. */
const formsOf = ({ localization }: SanitizedConfig): Form[] =>
  [false, true].flatMap((isPart) =>
    [false, ...(localization ? [true] : [])].map((isInAllLanguages) => ({
      isPart,
      isInAllLanguages,
    })),
  )

const meaningOf = ({ isPart, isInAllLanguages }: Form): string =>
  (isPart
    ? 'Some of the fields: those that `select` asked for, or what is shown of a related document'
    : 'The whole document') +
  (isInAllLanguages
    ? ', with `locale=all`: a text has a value for each language.'
    : ', in one language.')

/** A page of a list. */
export const pageOf = (document: Schema): Schema => {
  const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description })
  const page = (description: string): Schema => ({ type: ['integer', 'null'], description })
  const yes = (description: string): Schema => ({ type: 'boolean', description })
  const properties: Record<string, Schema> = {
    docs: { type: 'array', items: document, description: 'The documents of this page.' },
    totalDocs: count('How many there are on all pages.'),
    limit: count('How many a page has.'),
    totalPages: count('How many pages there are.'),
    page: count('Which page this is.'),
    pagingCounter: count('The number of the first document of this page, counted over all pages.'),
    hasPrevPage: yes('Whether there is a page before.'),
    hasNextPage: yes('Whether there is a page after.'),
    prevPage: page('The page before.'),
    nextPage: page('The page after.'),
  }
  return { type: 'object', properties, required: Object.keys(properties) }
}

/** What an editor wrote, as Lexical keeps it. */
export const richText: Schema = {
  type: 'object',
  description:
    "The editor's own state (Lexical). The bundle of a campaign has every text as HTML and as plain text beside it.",
  properties: {
    root: {
      type: 'object',
      description: 'The outermost node.',
      properties: {
        type: { type: 'string', description: '`root`.' },
        children: {
          type: 'array',
          items: {
            type: 'object',
            properties: { type: { type: 'string', description: 'The kind of node.' } },
            required: ['type'],
            additionalProperties: true,
          },
          description: 'The nodes in it, each with a `type` and its own children.',
        },
      },
      required: ['type', 'children'],
      additionalProperties: true,
    },
  },
  required: ['root'],
  additionalProperties: true,
}
