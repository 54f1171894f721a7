import { plainText } from '../inline.ts'
import { inlinesOf } from '../read/drafts.ts'
import type { Understood } from '../read/parse-flyer.ts'
import type { Block } from '../rich-text.ts'
import { type Part, partsOf, type Sheet } from './sheet.ts'

/** A line of the flyer's own text, and the part that has its words. */
export type Line = {
  text: string
  kind: 'heading' | 'item' | 'text'
  /** `title`, `summary`, `hashtag`, a section or a part; null when it is nowhere. */
  place: string | null
  /** Whether the importer did not know where to put it. */
  isUnplaced: boolean
}

/** The flyer's text in its order, each line with what became of it. */
export function linesOf({ blocks, unplaced }: Understood, sheet: Sheet): Line[] {
  const setAside = new Set(unplaced.flatMap(textsOf))
  const places = placesIn(sheet)
  return blocks.flatMap((block) =>
    textsOf(block).map((text) => {
      const place = placeOf(text, places)
      const isUnplaced = setAside.has(text) || place === undefined
      return { text, kind: kindOf(block), place: place ?? null, isUnplaced }
    }),
  )
}

type Place = { id: string; words: string; headline: string; isWhole?: boolean }

function placesIn({ campaign, sections, ...sheet }: Sheet): Place[] {
  const line = (id: string, text: string): Place => ({
    id,
    words: folded(text),
    headline: '',
    isWhole: id !== 'summary',
  })
  const inOrder = [...partsOf({ campaign, sections, ...sheet })].sort(
    (one, other) => rank(one) - rank(other),
  )
  return [
    line('title', campaign.title),
    ...sections.map(({ id, heading }) => line(id, heading)),
    ...inOrder.filter(({ form }) => form === 'headed').map(placed),
    line('summary', campaign.summary),
    ...inOrder.filter(({ form }) => form !== 'headed').map(placed),
    line('hashtag', campaign.hashtag ?? ''),
  ]
}

/** A text says all of a line; a resource that the line names says only a part of it. */
const rank = ({ form }: Part): number => ['headed', 'text', 'resource'].indexOf(form)

const placed = ({ id, title, body, about }: Part): Place => ({
  id,
  words: folded([title, ...body.flatMap(textsOf)].join('')),
  headline: folded(title) || folded(about.url ?? ''),
})

/** The first place that has all the words of a line, or else whose headline is among them. */
function placeOf(text: string, places: readonly Place[]): string | undefined {
  const words = folded(text)
  if (words === '') return undefined
  const found =
    places.find((place) => place.words === words) ??
    places.find((place) => !place.isWhole && place.words.includes(words)) ??
    places.find(({ headline }) => headline.length > 3 && words.includes(headline))
  return found?.id
}

const textsOf = (block: Block): string[] => inlinesOf(block).map(plainText).filter(Boolean)

const folded = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()

function kindOf(block: Block): Line['kind'] {
  if (block.type === 'list') return 'item'
  return block.type === 'heading' ? 'heading' : 'text'
}
