import type { PayloadRequest } from 'payload'
import type { Item } from '../flyer.ts'

export type Kind = Item['kind']

export const kinds = {
  claim: { collection: 'claims', headline: 'statement' },
  demand: { collection: 'demands', headline: 'title' },
  resource: { collection: 'resources', headline: 'title' },
} as const

export type Collection = 'campaigns' | (typeof kinds)[Kind]['collection']

/** A document as it stands in one language: its newest draft, with relations as ids. */
export type Doc = { id: string; slug?: string; _status?: string; [field: string]: unknown }

export type SectionRow = {
  id: string
  heading?: string | null
  body?: unknown
  items?: { relationTo: string; value: string }[] | null
}

export type EvidenceRow = { id?: string; source?: string; locator?: string | null }

/** A campaign's document, and where in the campaign it stands. */
export type Found = { doc: Doc; headline: string; url: string | undefined; places: string[] }

export type Existing = { campaign: Doc; sections: SectionRow[] } & Record<Kind, Found[]>

/** Reads a campaign's documents in one language, without falling back on another. */
export async function readExisting(req: PayloadRequest, campaign: Doc): Promise<Existing> {
  const sections = (campaign.sections ?? []) as SectionRow[]
  const existing: Existing = { campaign, sections, claim: [], demand: [], resource: [] }
  for (const kind of ['claim', 'demand', 'resource'] as const) {
    for (const doc of await documents(req, kind, existing)) {
      existing[kind].push({
        doc,
        headline: String(doc[kinds[kind].headline] ?? ''),
        url: (doc.url as string | null | undefined) ?? undefined,
        places: placesInSections(sections, kind, doc.id),
      })
    }
  }
  placeSources(existing)
  return existing
}

/** Where an item stands: the same in every language. */
export const placeOf = (section: number, kind: Kind, nth: number): string =>
  `${section}/${kind}/${nth}`

export const sourcePlace = (claim: string, nth: number): string => `${claim}/source/${nth}`

/** A resource that only running text links to. */
export const textPlace = (nth: number): string => `text/${nth}`

async function documents(req: PayloadRequest, kind: Kind, { campaign, sections }: Existing) {
  const { collection } = kinds[kind]
  const named = sections
    .flatMap((section) => section.items ?? [])
    .filter((item) => item.relationTo === collection)
    .map((item) => item.value)
  const { docs } = await req.payload.find({
    collection,
    depth: 0,
    draft: true,
    fallbackLocale: false,
    pagination: false,
    req,
    sort: 'createdAt',
    where: { or: [{ campaign: { equals: campaign.id } }, { id: { in: named } }] },
  })
  return docs as unknown as Doc[]
}

function placesInSections(sections: SectionRow[], kind: Kind, id: string): string[] {
  return sections.flatMap((section, i) => {
    const items = section.items ?? []
    const ofKind = items.filter((item) => item.relationTo === kinds[kind].collection)
    const nth = ofKind.findIndex((item) => item.value === id)
    return nth < 0 ? [] : [placeOf(i, kind, nth)]
  })
}

/** Resources outside the sections stand where a claim names them as its source, or else in a text. */
function placeSources({ claim, resource }: Existing): void {
  for (const { doc, places } of claim) {
    const evidence = (doc.evidence ?? []) as EvidenceRow[]
    evidence.forEach(({ source }, nth) => {
      const found = resource.find((other) => other.doc.id === source)
      found?.places.push(...places.map((place) => sourcePlace(place, nth)))
    })
  }
  const inTexts = resource.filter(({ places }) => places.length === 0)
  for (const [nth, { places }] of inTexts.entries()) places.push(textPlace(nth))
}
