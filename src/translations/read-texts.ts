import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { forNobody } from '../cms/dependencies/track.ts'
import { type Figure, type Figures, figuresOf } from '../rich-text/figure.ts'
import { toPlainText } from '../rich-text/plain-text.ts'
import { type Originals, originalDigest, originalsField } from './originals.ts'
import { isEmpty, type Text, textsOf } from './texts.ts'

export type State = 'missing' | 'outdated' | 'translated'

/** A text that there is to translate. */
export type ToTranslate = {
  key: string
  path: string
  original: string
  /** By language. */
  states: Record<string, State>
}

export type Translations = { original: string; languages: string[]; texts: ToTranslate[] }

/**
 * The texts of a document as it is now, drafts included, and how far each is translated.
 *
 * @returns undefined when there is no such document, or the user may not read it
 */
export async function readTexts(
  payload: Payload,
  user: PayloadRequest['user'],
  collection: CollectionSlug,
  id: string,
): Promise<Translations | undefined> {
  const { localization } = payload.config
  if (!localization) return undefined
  const document = (await payload.findByID({
    collection,
    depth: 0,
    disableErrors: true,
    draft: true,
    id,
    locale: 'all',
    overrideAccess: false,
    req: forNobody({}),
    showHiddenFields: true,
    trash: true,
    user,
  })) as unknown as Record<string, unknown> | null
  if (!document) return undefined
  const { defaultLocale, localeCodes } = localization
  const languages = localeCodes.filter((code) => code !== defaultLocale)
  const kept = (document[originalsField] ?? {}) as Originals
  const { flattenedFields } = payload.collections[collection].config
  const rows = document.figures as Figure[] | undefined
  const figures = figuresOf({ contentLocale: defaultLocale, figures: rows ?? [] })
  const texts = textsOf(flattenedFields, document)
    .filter(({ values }) => !isEmpty(values[defaultLocale]))
    .map((text) => ({
      key: text.key,
      path: text.path,
      original: plain(text.values[defaultLocale], figures),
      states: Object.fromEntries(
        languages.map((code) => [code, stateOf(text, defaultLocale, code, kept)]),
      ),
    }))
  return { original: defaultLocale, languages, texts }
}

function stateOf({ key, values }: Text, from: string, to: string, kept: Originals): State {
  if (isEmpty(values[to])) return 'missing'
  const digest = kept[to]?.[key]
  return digest && digest !== originalDigest(values[from]) ? 'outdated' : 'translated'
}

const plain = (value: unknown, figures: Figures): string =>
  typeof value === 'string' ? value : toPlainText(value, figures)
