import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type Field,
  type FlattenedField,
} from 'payload'
import { fieldAffectsData } from 'payload/shared'
import { changedPaths } from '../fields/changed.ts'
import { messagesFor } from '../words/messages.ts'
import { isTranslator } from './roles.ts'

/**
 * Makes every field that is not localised read-only for translators, so that the admin UI shows it so.
 * An array that holds localised fields stays writable: its rows are where the translation goes.
 */
export function keepFromTranslators(fields: Field[]): Field[] {
  return fields.map((field) => {
    if ('localized' in field && field.localized) return field
    if ('fields' in field && holdsLocalized(field.fields)) {
      return { ...field, fields: keepFromTranslators(field.fields) } as Field
    }
    if (!fieldAffectsData(field)) return field
    const given = field.access?.update
    const update: typeof given = (args) =>
      !isTranslator(args.req.user) && (given ? given(args) : true)
    return { ...field, access: { ...field.access, update } } as Field
  })
}

const holdsLocalized = (fields: Field[]): boolean =>
  fields.some(
    (field) =>
      ('localized' in field && field.localized) ||
      ('fields' in field && holdsLocalized(field.fields)),
  )

/**
 * Tells a translator which fields it may not change, where Payload would drop them without a word.
 *
 * @throws APIError 403 that names the fields.
 */
export const guardTranslating: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation !== 'update' || !isTranslator(req.user)) return
  const { id, data } = args as { id?: string; data: Record<string, unknown> }
  if (id === undefined) throw new APIError(messagesFor(req).oneAtATime, 403)

  const original = await req.payload.findByID({
    collection: collection.slug as CollectionSlug,
    depth: 0,
    disableErrors: true,
    draft: true,
    id,
    req,
    trash: true,
  })
  if (!original) return
  const changed = [
    ...changedPaths(collection.flattenedFields, data, { ...original }, isNotTheirs),
    ...dottedNames(data),
  ]
  if (changed.length > 0) {
    throw new APIError(messagesFor(req).textsOnly(changed.join(', ')), 403, null, true)
  }
}

/**
 * Names that hold a path, which Payload takes apart once this has looked: a row that is named so comes
 * without its id, and takes the place of all rows there are.
 */
const dottedNames = (data: Record<string, unknown>): string[] =>
  Object.entries(data).flatMap(([name, value]) => [
    ...(name.includes('.') ? [name] : []),
    ...(Array.isArray(value) ? value : [value]).flatMap((inner) =>
      inner && typeof inner === 'object' && !('root' in inner) ? dottedNames(inner) : [],
    ),
  ])

/** Payload's own: `_status` is the publishing guard's, the rest the server sets itself. */
const ignored = new Set([
  'id',
  '_status',
  'contentLocale',
  'createdAt',
  'generateSlug',
  'locales',
  'updatedAt',
])

const isNotTheirs = (field: FlattenedField): boolean =>
  Boolean(field.localized) || ignored.has(field.name)
