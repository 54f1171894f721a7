import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import { typeNameOf } from '../cms/graphql/hidden.ts'
import { innerFields } from '../cms/readers/fields.ts'

/** How a document can be answered: whole or with some fields only, in one language or in all. */
export type Form = { isPart: boolean; isInAllLanguages: boolean }

/** The name of a document's schema, from that of its type in GraphQL. */
export const documentName = (collection: SanitizedCollectionConfig, form: Form): string =>
  typeNameOf(collection) +
  (form.isPart ? 'Part' : '') +
  (form.isInAllLanguages && hasLanguages(collection.flattenedFields) ? 'InAllLanguages' : '')

/** Whether anything in it, or in what it relates to, can be in several languages. */
const hasLanguages = (fields: FlattenedField[]): boolean =>
  fields.some(
    (field) =>
      ('localized' in field && field.localized) ||
      ['relationship', 'upload', 'join'].includes(field.type) ||
      hasLanguages(innerFields(field) ?? []),
  )

/** The name of what is a document in one of its forms. */
export const anyName = (collection: SanitizedCollectionConfig): string =>
  `Any${typeNameOf(collection)}`

/** The names of the schemas of its `where` and its `select`. */
export const whereName = (collection: SanitizedCollectionConfig): string =>
  `${typeNameOf(collection)}Where`
export const selectName = (collection: SanitizedCollectionConfig): string =>
  `${typeNameOf(collection)}Select`

/** `Claims`, for the names of operations. */
export const pluralName = ({ slug }: SanitizedCollectionConfig): string =>
  slug
    .split(/[-_]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

export const refTo = (kind: 'schemas' | 'parameters' | 'responses' | 'headers', name: string) => ({
  $ref: `#/components/${kind}/${name}`,
})
