import type { Flyer, Item, Section } from '../flyer.ts'
import type { Block } from '../rich-text.ts'
import { type Part, partsOf, type Sheet } from './sheet.ts'

export type Adjusted = {
  flyer: Flyer
  /** The parts that the flyer's lists are made of, in the order of the lists. */
  parts: Record<Item['kind'], Part[]>
}

/** The flyer that a sheet stands for after its changes. */
export function flyerOf(sheet: Sheet): Adjusted {
  const parts = {
    claim: ofKind(sheet, 'claim'),
    demand: ofKind(sheet, 'demand'),
    resource: cited(sheet),
  }
  const itemsIn = (list: readonly Part[]): Item[] =>
    list.flatMap((one) => {
      const kind = one.kind
      if (kind === 'text' || kind === 'nothing') return []
      return [{ kind, index: parts[kind].indexOf(one) }]
    })
  const sections = sheet.sections.map(({ heading, parts: list }) => ({
    heading,
    body: textsIn(list),
    items: itemsIn(list),
  }))
  // What was text of the campaign and is an item now needs a section: the one without a heading.
  const opening = itemsIn([...sheet.text, ...sheet.loose.filter((one) => one.kind !== 'resource')])
  const flyer: Flyer = {
    campaign: { ...sheet.campaign, body: textsIn([...sheet.text, ...sheet.loose]) },
    sections: withOpening(sections, opening),
    claims: parts.claim.map(({ title, body, sources }) => ({
      statement: title,
      body,
      sources: sources.map((one) => parts.resource.indexOf(one)).filter((index) => index >= 0),
    })),
    demands: parts.demand.map(({ title, body }) => ({ title, body })),
    resources: parts.resource.map(({ title, about }) => ({ title, ...about })),
    warnings: sheet.warnings,
  }
  return { flyer, parts }
}

const ofKind = (sheet: Sheet, kind: Part['kind']): Part[] =>
  partsOf(sheet).filter((one) => one.kind === kind)

/** In the flyer's own order, then those that were made here. */
function cited(sheet: Sheet): Part[] {
  const all = ofKind(sheet, 'resource')
  const first = sheet.named.filter((one) => all.includes(one))
  return [...first, ...all.filter((one) => !first.includes(one))]
}

const textsIn = (list: readonly Part[]): Block[] =>
  list.filter(({ kind }) => kind === 'text').flatMap(({ body }) => body)

function withOpening(sections: Section[], items: Item[]): Section[] {
  const [first, ...others] = sections
  const kept = (section: Section) =>
    section.heading !== '' || section.items.length > 0 || section.body.length > 0
  if (first?.heading === '') {
    return [{ ...first, items: [...items, ...first.items] }, ...others].filter(kept)
  }
  return items.length > 0 ? [{ heading: '', body: [], items }, ...sections] : sections
}
