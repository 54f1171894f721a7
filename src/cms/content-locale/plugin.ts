import type {
  CollectionBeforeOperationHook,
  CollectionBeforeReadHook,
  CollectionConfig,
  Field,
  PayloadRequest,
  Plugin,
  SelectType,
} from 'payload'
import { tellLanguage } from './content-language.ts'
import { contentLocaleOf } from './content-locale.ts'

/**
 * Has every document that is translated say which language it is really in, at whatever depth it is shown:
 * `contentLocale`, and all that it is in: `locales`. Neither is stored. With `locale=all` the texts say so
 * themselves, and what is digested of a document is what it would be without this.
 */
export const contentLocale: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map(withLocales),
})

function withLocales(collection: CollectionConfig): CollectionConfig {
  const heading = headingOf(collection)
  if (!heading) return collection
  const { defaultPopulate, fields, hooks } = collection
  return {
    ...collection,
    fields: [...fields, ...locales(heading)],
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks?.beforeOperation ?? []), readHeading(heading)],
      beforeRead: [...(hooks?.beforeRead ?? []), sayLocales(heading)],
      afterOperation: [...(hooks?.afterOperation ?? []), tellLanguage],
    },
    ...(defaultPopulate
      ? { defaultPopulate: { ...defaultPopulate, contentLocale: true, locales: true } }
      : {}),
  }
}

function headingOf({ admin, fields }: CollectionConfig): string | undefined {
  const field = fields.find((one) => 'name' in one && one.name === admin?.useAsTitle)
  return field && 'localized' in field && field.localized ? admin?.useAsTitle : undefined
}

const computed = {
  virtual: true as const,
  access: { create: () => false, update: () => false },
}

const locales = (heading: string): Field[] => [
  {
    name: 'contentLocale',
    type: 'text',
    ...computed,
    custom: { heading, isOfOneLanguage: true },
    admin: {
      hidden: true,
      description:
        'The language that the document is shown in: the one asked for if its heading is in that, else the fallback.',
    },
  },
  {
    name: 'locales',
    type: 'text',
    hasMany: true,
    ...computed,
    // It is never null, as a list that is stored could be.
    typescriptSchema: [() => ({ type: 'array', items: { type: 'string' } })],
    custom: { isOfOneLanguage: true },
    admin: { hidden: true, description: 'The languages that the document is in.' },
  },
]

/** Who selects the languages needs the heading to be read, which is then in the answer, too. */
const readHeading =
  (heading: string): CollectionBeforeOperationHook =>
  ({ args, operation }) => {
    if (operation !== 'read') return
    const { select } = args as { select?: SelectType }
    const isAsked = select?.contentLocale === true || select?.locales === true
    return isAsked ? { ...args, select: { ...select, [heading]: true } } : undefined
  }

const sayLocales =
  (heading: string): CollectionBeforeReadHook =>
  ({ doc, req }) => {
    const values = (doc as Record<string, unknown>)[heading]
    const wanted = wantedBy(req)
    if (!wanted || !values || typeof values !== 'object') return doc
    return Object.assign(doc, contentLocaleOf(values as Record<string, unknown>, wanted))
  }

/** @returns nothing for a request that wants all languages */
function wantedBy({ fallbackLocale, locale, payload }: PayloadRequest) {
  const { localization } = payload.config
  if (!localization || locale === 'all') return undefined
  const fallback = [fallbackLocale ?? []].flat().filter((code) => typeof code === 'string')
  return {
    locale: locale ?? localization.defaultLocale,
    fallback: fallback as string[],
    codes: localization.localeCodes,
  }
}
