import {
  type CollectionConfig,
  type Field,
  formatLabels,
  type LabelFunction,
  type Option,
  toWords,
} from 'payload'
import { choices } from './es/choices.ts'
import { es } from './es.ts'

/**
 * Adds to a collection's English words the Spanish ones, which are kept beside it. What already says in
 * both languages what it is called is left as it is.
 */
export function inLanguages(collection: CollectionConfig): CollectionConfig {
  const words = es[collection.slug]
  if (!words) return collection
  const { singular, plural } = { ...formatLabels(collection.slug), ...collection.labels }
  return {
    ...collection,
    labels: {
      singular: inBoth(singular, words.singular),
      // Payload's first page takes a plural in both languages as it is, into what screen readers are told.
      plural: typeof plural === 'string' ? spoken(plural, words.plural) : plural,
    },
    fields: collection.fields.map((field) => translated(field, words.fields)),
  }
}

type Words = (typeof es)[string]['fields']

function translated(field: Field, words: Words, parent = ''): Field {
  const name = 'name' in field ? field.name : undefined
  const [label, description, row] = words[parent + name] ?? []
  const inner = name ? `${parent}${name}.` : parent
  return {
    ...field,
    ...(name && label ? { label: inBoth(labelOf(field) ?? toWords(name), label) } : {}),
    ...(description && field.admin
      ? { admin: { ...field.admin, description: inBoth(descriptionOf(field), description) } }
      : {}),
    ...(name && row ? { labels: rowsOf(name, row) } : {}),
    ...('options' in field ? { options: field.options.map(translatedOption) } : {}),
    ...('fields' in field
      ? { fields: field.fields.map((one) => translated(one, words, inner)) }
      : {}),
  } as Field
}

/** What a row is called where one is added. */
const rowsOf = (name: string, row: string) => ({
  singular: inBoth(formatLabels(name).singular, row),
  plural: formatLabels(name).plural,
})

const labelOf = (field: Field): unknown => ('label' in field ? field.label : undefined)
const descriptionOf = ({ admin }: Field): unknown =>
  admin && 'description' in admin ? admin.description : undefined

function translatedOption(option: Option): Option {
  if (typeof option === 'string') return option
  const spanish = choices[option.value]
  return spanish ? { ...option, label: inBoth(option.label, spanish) } : option
}

const spoken =
  (english: string, spanish: string): LabelFunction =>
  ({ i18n }) =>
    i18n.language === 'es' ? spanish : english

/** A label that is a function, or is in languages already, has its own words. */
const inBoth = <L>(given: L, spanish: string): L | { en: string; es: string } =>
  typeof given === 'string' ? { en: given, es: spanish } : given
