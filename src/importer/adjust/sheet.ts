import type { Flyer, Item, Resource } from '../flyer.ts'
import type { Block } from '../rich-text.ts'

/** What a part of a flyer becomes; `nothing` is left out. */
export const partKinds = ['claim', 'demand', 'resource', 'text', 'nothing'] as const
export type PartKind = (typeof partKinds)[number]

/** A part of a flyer that an editor may make something else of. */
export type Part = {
  id: string
  kind: PartKind
  /** How its words are kept, whatever it becomes: a headline with a text, a text alone, a resource. */
  form: 'headed' | 'text' | 'resource'
  title: string
  body: Block[]
  /** The resources that a claim's text links to. */
  sources: Part[]
  about: Omit<Resource, 'title'>
  mergedInto?: string
  /** The claim with which it was left out, being nothing but its source. */
  leftWith?: string | undefined
}

type SheetSection = { id: string; heading: string; parts: Part[] }

/** A flyer as a sheet of parts, each with a name that stays the same while others change. */
export type Sheet = {
  campaign: Omit<Flyer['campaign'], 'body'>
  text: Part[]
  sections: SheetSection[]
  /** Resources that only a text links to. */
  loose: Part[]
  /** The resources in the order in which the flyer names them, by which a translation finds them. */
  named: Part[]
  warnings: string[]
}

/** Lays a flyer out as parts: text first, then the items, as it is told. */
export function sheetOf(flyer: Flyer): Sheet {
  const { body, ...campaign } = flyer.campaign
  const named = flyer.resources.map(({ title, ...about }, i) =>
    part(`resource-${i + 1}`, 'resource', { title, about, form: 'resource' }),
  )
  const claims = flyer.claims.map(({ statement, body: text, sources }, i) =>
    part(`claim-${i + 1}`, 'claim', {
      title: statement,
      body: text,
      sources: sources.flatMap((source) => named[source] ?? []),
    }),
  )
  const demands = flyer.demands.map(({ title, body: text }, i) =>
    part(`demand-${i + 1}`, 'demand', { title, body: text }),
  )
  const items = { claim: claims, demand: demands, resource: named }
  const itemsOf = (list: readonly Item[]) =>
    list.flatMap(({ kind, index }) => items[kind][index] ?? [])
  const sections = flyer.sections.map((section, i) => ({
    id: `section-${i + 1}`,
    heading: section.heading,
    parts: [...textParts(section.body, i + 1), ...itemsOf(section.items)],
  }))
  const listed = new Set(sections.flatMap(({ parts }) => parts))
  return {
    campaign,
    text: textParts(body, 0),
    sections,
    loose: named.filter((one) => !listed.has(one)),
    named,
    warnings: flyer.warnings,
  }
}

export const part = (
  id: string,
  kind: PartKind,
  rest: Partial<Omit<Part, 'id' | 'kind'>> = {},
): Part => ({ id, kind, form: 'headed', title: '', body: [], sources: [], about: {}, ...rest })

const textParts = (blocks: readonly Block[], section: number): Part[] =>
  blocks.map((block, i) =>
    part(`text-${section}-${i + 1}`, 'text', { form: 'text', body: [block] }),
  )

/** The lists of a sheet's parts, in the order in which they are told. */
export const listsOf = ({ text, sections, loose }: Sheet): Part[][] => [
  text,
  ...sections.map(({ parts }) => parts),
  loose,
]

/** Every part once. */
export const partsOf = (sheet: Sheet): Part[] => [...new Set(listsOf(sheet).flat())]
