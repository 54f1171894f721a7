import type { Shown } from './read.ts'

/** The texts that are not in the language of the page, each as `ID.FIELD`, by the id of its document or row. */
export type Untranslated = ReadonlySet<string>

/**
 * Which texts are there only because of the fallback to another language.
 *
 * @param strict the same, read without a fallback
 */
export function untranslatedIn(shown: Shown, strict: Shown): Untranslated {
  const found = new Set<string>()
  for (const [kind, documents] of Object.entries(shown.documents)) {
    for (const [id, document] of documents as unknown as Map<string, Row>) {
      const counterpart = strict.documents[kind as keyof Shown['documents']].get(id)
      compare(document, (counterpart ?? {}) as Row, id, found)
    }
  }
  const { campaign, collection } = shown
  if (campaign) {
    // Of the campaign that a document belongs to, nothing but its title is shown.
    const row = collection === 'campaigns' ? asRow(campaign) : { title: campaign.title }
    compare(row, asRow(strict.campaign), campaign.id, found)
  }
  return found
}

/** The same as a list, for programs, in an order that does not depend on how it was read. */
export const listed = (untranslated: Untranslated, locale: string) =>
  [...untranslated].sort().map((text) => {
    const at = text.lastIndexOf('.')
    return { id: text.slice(0, at), field: text.slice(at + 1), locale }
  })

/** No text of the document, but what is said of its languages. */
const computed = new Set(['contentLocale', 'locales'])

type Row = Record<string, unknown>
const asRow = (value: unknown): Row => Object(value) as Row

function compare(row: Row, strict: Row, id: string, found: Set<string>): void {
  for (const [field, value] of Object.entries(row)) {
    if (value === null || value === undefined || value === '' || computed.has(field)) continue
    const counterpart = strict[field]
    if (counterpart === null || counterpart === undefined || counterpart === '') {
      found.add(`${id}.${field}`)
    } else if (Array.isArray(value)) {
      value.forEach((inner: unknown, i) => {
        const { id: own } = asRow(inner)
        const other = asRow((counterpart as unknown[])[i])
        if (typeof own === 'string') compare(asRow(inner), other, own, found)
      })
    } else if (typeof value === 'object' && !('root' in value)) {
      compare(asRow(value), asRow(counterpart), id, found)
    }
  }
}
