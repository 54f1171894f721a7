import type { CollectionSlug, PayloadRequest, TypedLocale, Where } from 'payload'
import { published } from '../../collections/access/rules.ts'
import type { Campaign, Claim, Demand, Media, Resource } from '../../collections/payload-types.ts'

/** A published campaign and every document that its bundle shows, by id. */
export type Documents = {
  campaign: Campaign
  /** The languages that the campaign's title is in, in the order of the config. */
  locales: string[]
  claims: Map<string, Claim>
  demands: Map<string, Demand>
  resources: Map<string, Resource>
  media: Map<string, Media>
}

/**
 * Reads a campaign by its slug, and what belongs to it: one query a collection, whatever its size.
 *
 * It reads as the reader of the request, in its language, and for editors too only what is published.
 *
 * @returns undefined when no published campaign has the slug
 */
export async function readDocuments(
  req: PayloadRequest,
  slug: string,
): Promise<Documents | undefined> {
  const find = finder(req)
  const [campaign] = await find<Campaign>('campaigns', { slug: { equals: slug } })
  if (!campaign) return undefined

  const items = (campaign.sections ?? []).flatMap((section) => section.items ?? [])
  const itemsOf = (kind: CollectionSlug) =>
    items.filter(({ relationTo }) => relationTo === kind).map(({ value }) => value)

  const demands = await find<Demand>('demands', byId(itemsOf('demands')))
  const claims = await find<Claim>(
    'claims',
    byId([...itemsOf('claims'), ...demands.flatMap((demand) => demand.supportedBy ?? [])]),
  )
  const resources = await find<Resource>(
    'resources',
    byId([
      ...itemsOf('resources'),
      ...claims.flatMap((claim) => (claim.evidence ?? []).map(({ source }) => source)),
      ...demands.flatMap((demand) => (demand.history ?? []).map(({ source }) => source)),
    ]),
  )
  const files = [campaign.image, ...resources.map(({ file }) => file)]
  const media = await find<Media>('media', byId(files))
  return {
    campaign,
    locales: await localesOf(req, campaign.id),
    claims: mapById(claims),
    demands: mapById(demands),
    resources: mapById(resources),
    media: mapById(media),
  }
}

/** A relation as Payload gives it unpopulated: an id, or nothing. */
export type Related = string | { id: string } | null | undefined

export const idOf = (related: Related): string | undefined =>
  typeof related === 'object' ? related?.id : related

/** @returns undefined when there is nothing to look for */
function byId(related: Related[]): Where | undefined {
  const ids = new Set(related.map(idOf).filter((id) => id !== undefined))
  return ids.size > 0 ? { id: { in: [...ids] } } : undefined
}

const mapById = <D extends { id: string }>(documents: D[]): Map<string, D> =>
  new Map(documents.map((document) => [document.id, document]))

function finder(req: PayloadRequest) {
  const { fallbackLocale, locale } = req
  return async <D>(collection: CollectionSlug, where: Where | undefined): Promise<D[]> => {
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
      user: req.user,
      where: collection === 'media' ? where : { and: [where, published] },
    })
    return docs as D[]
  }
}

async function localesOf(req: PayloadRequest, id: string): Promise<string[]> {
  const { fallbackLocale, locale } = req
  const found = await req.payload.findByID({
    collection: 'campaigns',
    depth: 0,
    id,
    locale: 'all',
    overrideAccess: false,
    req,
    select: { title: true },
    user: req.user,
  })
  // Payload's Local API leaves the language of its last call in the request.
  Object.assign(req, { fallbackLocale, locale })
  const title = found.title as unknown as Record<string, string | null>
  return Object.keys(title).filter((code) => title[code])
}
