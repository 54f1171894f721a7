import { mergesInto } from '../adjust/change.ts'
import type { Line } from '../adjust/lines.ts'
import type { Part, PartKind } from '../adjust/sheet.ts'
import type { Flyer, Item } from '../flyer.ts'
import { plainText } from '../inline.ts'
import { inlinesOf } from '../read/drafts.ts'
import type { Written } from '../write/document-writer.ts'
import type { Report } from '../write/write-flyer.ts'
import type { Desk } from './understand.ts'

export type DescribedPart = {
  part: string
  kind: PartKind
  title: string
  text: string
  url: string | null
  /** The resources that it names as its sources. */
  sources: string[]
  canMerge: boolean
  mergedInto: string | null
  /** What importing does to its document; null for what is no document. */
  action: Written['action'] | null
  /** The document's id, where there is one already. */
  id: string | null
}

/** What a flyer would become, beside its own text. */
export type Preview = {
  campaign: Omit<Flyer['campaign'], 'body' | 'target'> & {
    target: string | null
    /** The parts of its own text. */
    text: string[]
    action: Written['action'] | null
    id: string | null
  }
  sections: { part: string; heading: string; parts: string[] }[]
  /** Resources that only a text links to. */
  loose: string[]
  parts: DescribedPart[]
  lines: Line[]
  isTranslation: boolean
  counts: Report['counts']
  warnings: string[]
  /** Why it cannot be imported as it is. */
  problem: string | null
}

const collections = { claim: 'claims', demand: 'demands', resource: 'resources' } as const

export function describe(desk: Desk, report: Report | { problem: string }): Preview {
  const { flyer, lines, sheet, all } = desk
  const written = 'problem' in report ? undefined : report
  const documents = documentsOf(desk, written?.documents ?? [])
  const { target, body: _, ...campaign } = flyer.campaign
  const own = written?.documents.find(({ collection }) => collection === 'campaigns')
  return {
    campaign: {
      ...campaign,
      target: target?.name ?? null,
      text: sheet.text.map(({ id }) => id),
      action: own?.action ?? null,
      id: own ? existingId(own) : null,
    },
    sections: sheet.sections.map(({ id, heading, parts }) => ({
      part: id,
      heading,
      parts: parts.map((one) => one.id),
    })),
    loose: sheet.loose.map(({ id }) => id),
    parts: all.map((one) => {
      const document = documents.get(one.id)
      return {
        ...described(one),
        canMerge: mergesInto(sheet, one) !== undefined,
        action: document?.action ?? null,
        id: document ? existingId(document) : null,
      }
    }),
    lines,
    isTranslation: written?.isTranslation ?? false,
    counts: written?.counts ?? {},
    warnings: [...flyer.warnings, ...(written?.warnings ?? [])],
    problem: 'problem' in report ? report.problem : null,
  }
}

/** The documents by the parts that they are made from: both stand in the order of the flyer's lists. */
export function documentsOf({ parts }: Desk, written: readonly Written[]): Map<string, Written> {
  const found = new Map<string, Written>()
  for (const [kind, collection] of Object.entries(collections)) {
    const ofKind = written.filter((one) => one.collection === collection)
    for (const [i, { id }] of parts[kind as Item['kind']].entries()) {
      const document = ofKind[i]
      if (document) found.set(id, document)
    }
  }
  return found
}

/** What a preview has created is taken back, and its id with it. */
const existingId = ({ action, id }: Written): string | null => (action === 'created' ? null : id)

const described = ({ id, kind, title, body, about, sources, mergedInto }: Part) => ({
  part: id,
  kind,
  title,
  text: body.flatMap(inlinesOf).map(plainText).filter(Boolean).join('\n'),
  url: about.url ?? null,
  sources: sources.map((source) => source.id),
  mergedInto: mergedInto ?? null,
})
