import type { Flyer, Item } from '../flyer.ts'
import type { DocumentWriter } from './document-writer.ts'
import { type Doc, type EvidenceRow, type Existing, kinds, type SectionRow } from './existing.ts'
import { toLexical } from './lexical.ts'
import { type Matches, matchByWords } from './match.ts'

/** The ids of the flyer's documents, by their positions in the flyer. */
type Ids = Record<Item['kind'], string[]>

/**
 * Creates a flyer's campaign, or brings the existing one to what the flyer says.
 *
 * @returns the campaign's slug.
 */
export async function writeContent(
  writer: DocumentWriter,
  flyer: Flyer,
  existing: Existing | undefined,
): Promise<string> {
  const { title, target, hashtag } = flyer.campaign
  // The claims need a campaign to belong to before the campaign can list them.
  const campaign = existing?.campaign ?? (await writer.create('campaigns', { title }))
  const matches = existing ? matchByWords(flyer, existing) : none
  const ids = await writeItems(writer, flyer, matches, campaign)
  const data = {
    title,
    summary: flyer.campaign.summary,
    body: toLexical(flyer.campaign.body),
    sections: sectionRows(flyer, existing?.sections ?? [], ids),
    ...(hashtag ? { hashtag } : {}),
    ...(target ? { target: { ...(campaign.target as object | undefined), ...target } } : {}),
  }
  if (existing) await writer.save('campaigns', campaign, data)
  else await writer.complete('campaigns', campaign, data)
  return String(campaign.slug)
}

const none: Matches = { claim: [], demand: [], resource: [] }

async function writeItems(
  writer: DocumentWriter,
  flyer: Flyer,
  matches: Matches,
  campaign: Doc,
): Promise<Ids> {
  const ids: Ids = { claim: [], demand: [], resource: [] }
  const first = { campaign: campaign.id }
  for (const [i, resource] of flyer.resources.entries()) {
    const doc = matches.resource[i]?.doc
    ids.resource.push(await writer.save('resources', doc, resource, first))
  }
  for (const [i, { statement, body, places, sources }] of flyer.claims.entries()) {
    const doc = matches.claim[i]?.doc
    const cited = sources.map((source, nth) => ({
      source: String(ids.resource[source]),
      ...(places?.[nth] ? { locator: places[nth] } : {}),
    }))
    const data = { statement, body: toLexical(body), ...evidence(doc, cited) }
    ids.claim.push(await writer.save('claims', doc, data, first))
  }
  for (const [i, { title, body }] of flyer.demands.entries()) {
    const data = { title, body: toLexical(body) }
    ids.demand.push(await writer.save('demands', matches.demand[i]?.doc, data, first))
  }
  return ids
}

/** Adds the sources and places that the claim does not have yet; what editors know about one stays. */
function evidence(doc: Doc | undefined, cited: EvidenceRow[]): { evidence?: EvidenceRow[] } {
  const rows = (doc?.evidence ?? []) as EvidenceRow[]
  const found = (row: EvidenceRow) => rows.find(({ source }) => source === row.source)
  const missing = cited.filter((row) => !found(row))
  const unplaced = cited.filter((row) => row.locator && found(row) && !found(row)?.locator)
  if (missing.length + unplaced.length === 0) return {}
  const placed = rows.map((row) => {
    const place = unplaced.find(({ source }) => source === row.source)?.locator
    return place ? { ...row, locator: place } : row
  })
  return { evidence: [...placed, ...missing] }
}

/** A section keeps its row, and with it its other languages, by its heading or else by its place. */
function sectionRows({ sections }: Flyer, rows: SectionRow[], ids: Ids) {
  const free = new Set(rows)
  const take = (row: SectionRow | undefined) => {
    if (row) free.delete(row)
    return row
  }
  const byHeading = sections.map(({ heading }) =>
    take([...free].find((row) => row.heading && row.heading === heading)),
  )
  return sections.map(({ heading, body, items }, i) => {
    const here = rows[i]
    const row = byHeading[i] ?? (here && free.has(here) ? take(here) : undefined)
    return {
      ...(row ? { id: row.id } : {}),
      heading,
      body: toLexical(body),
      items: items.map(({ kind, index }) => ({
        relationTo: kinds[kind].collection,
        value: ids[kind][index],
      })),
    }
  })
}
