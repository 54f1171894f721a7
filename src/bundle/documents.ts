import type { CollectionSlug, PayloadRequest, SelectType, TypedLocale, Where } from 'payload'
import { published } from '../../collections/access/rules.ts'
import type { Campaign, Claim, Demand, Media, Resource } from '../../collections/payload-types.ts'

/** Every document that an answer shows, by id. */
export type Documents = {
  claims: Map<string, Claim>
  demands: Map<string, Demand>
  resources: Map<string, Resource>
  media: Map<string, Media>
}

/** What an answer begins with; what that shows in turn is read with it. */
export type Beginning = Partial<Record<keyof Documents, Related[]>>

/** A relation as Payload gives it unpopulated: an id, or nothing. */
export type Related = string | { id: string } | null | undefined

export const idOf = (related: Related): string | undefined =>
  typeof related === 'object' ? related?.id : related

/** Finds documents by their ids, those that are public. */
export type FindDocuments = <D>(
  collection: CollectionSlug,
  related: Related[],
  select?: SelectType,
) => Promise<D[]>

/**
 * Reads documents and everything that is shown with them: one query a collection, whatever their number.
 *
 * It reads as the reader of the request, in its language, and for editors too only what is published.
 */
export const readDocuments = (req: PayloadRequest, beginning: Beginning): Promise<Documents> =>
  gatherDocuments(finderOf(req), beginning)

/** @param find is asked once for each collection */
export async function gatherDocuments(
  find: FindDocuments,
  { claims = [], demands = [], resources = [], media = [] }: Beginning,
): Promise<Documents> {
  const found = async <D extends { id: string }>(collection: keyof Documents, related: Related[]) =>
    asReferred(await find<D>(collection, related), related)
  const allDemands = await found<Demand>('demands', demands)
  const allClaims = await found<Claim>('claims', [
    ...claims,
    ...allDemands.flatMap((demand) => demand.supportedBy ?? []),
  ])
  const allResources = await found<Resource>('resources', [
    ...resources,
    ...allClaims.flatMap((claim) => (claim.evidence ?? []).map(({ source }) => source)),
    ...allDemands.flatMap((demand) => (demand.history ?? []).map(({ source }) => source)),
  ])
  const files = [...media, ...allResources.map(({ file }) => file)]
  return {
    claims: mapById(allClaims),
    demands: mapById(allDemands),
    resources: mapById(allResources),
    media: mapById(await found<Media>('media', files)),
  }
}

/** In the order in which they are referred to, whatever that of the database is. */
function asReferred<D extends { id: string }>(documents: D[], related: Related[]): D[] {
  const byId = mapById(documents)
  const ids = new Set(related.map(idOf))
  return [...ids].flatMap((id) => (id === undefined ? [] : (byId.get(id) ?? [])))
}

/** The collections whose documents have a name in addresses, and the field that is their heading. */
export const headings = {
  campaigns: 'title',
  claims: 'statement',
  demands: 'title',
  resources: 'title',
} as const

export type NamedCollection = keyof typeof headings

/** A published document, and the languages that its heading is in, in the order of the config. */
export type Named = { id: string; locales: string[] }

/** @returns undefined when the reader of the request can read no document of that name */
export async function findNamed(
  req: PayloadRequest,
  collection: NamedCollection,
  slug: string,
): Promise<Named | undefined> {
  const { fallbackLocale, locale } = req
  const { docs } = await req.payload.find({
    collection,
    depth: 0,
    limit: 1,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    select: { [headings[collection]]: true },
    user: req.user,
    where: { and: [{ slug: { equals: slug } }, published] },
  })
  // Payload's Local API leaves the language of its last call in the request.
  Object.assign(req, { fallbackLocale, locale })
  const [found] = docs as unknown as { id: string; [field: string]: unknown }[]
  if (!found) return undefined
  const texts = Object(found[headings[collection]]) as Record<string, string | null>
  return { id: found.id, locales: Object.keys(texts).filter((code) => texts[code]) }
}

/** @returns undefined when it is not public */
export async function readCampaign(
  req: PayloadRequest,
  id: string,
  select?: SelectType,
): Promise<Campaign | undefined> {
  return (await readCampaigns(req, [id], select)).get(id)
}

/** @param select what is wanted of them, if not all */
export async function readCampaigns(
  req: PayloadRequest,
  ids: string[],
  select?: SelectType,
): Promise<Map<string, Campaign>> {
  return mapById(await finderOf(req)<Campaign>('campaigns', ids, select))
}

/** What a campaign shows. */
export function beginningOf(campaign: Campaign): Beginning {
  const items = (campaign.sections ?? []).flatMap((section) => section.items ?? [])
  const itemsOf = (kind: CollectionSlug) =>
    items.filter(({ relationTo }) => relationTo === kind).map(({ value }) => value)
  return {
    claims: itemsOf('claims'),
    demands: itemsOf('demands'),
    resources: itemsOf('resources'),
    media: [campaign.image],
  }
}

/** @returns undefined when there is nothing to look for */
function byId(related: Related[]): Where | undefined {
  const ids = new Set(related.map(idOf).filter((id) => id !== undefined))
  return ids.size > 0 ? { id: { in: [...ids] } } : undefined
}

const mapById = <D extends { id: string }>(documents: D[]): Map<string, D> =>
  new Map(documents.map((document) => [document.id, document]))

/** Finds what the reader of the request may read, in its language. */
export function finderOf(req: PayloadRequest): FindDocuments {
  const { fallbackLocale, locale } = req
  return async <D>(collection: CollectionSlug, related: Related[], select?: SelectType) => {
    const where = byId(related)
    if (!where) return []
    const { docs } = await req.payload.find({
      collection,
      depth: 0,
      fallbackLocale,
      limit: 0,
      locale: locale as TypedLocale,
      overrideAccess: false,
      pagination: false,
      req,
      ...(select ? { select } : {}),
      user: req.user,
      where: collection === 'media' ? where : { and: [where, published] },
    })
    return docs as D[]
  }
}
