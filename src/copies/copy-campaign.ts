import { type CollectionSlug, type PayloadRequest, ValidationError } from 'payload'
import type { Campaign, Demand } from '../../collections/payload-types.ts'
import { idOf } from '../bundle/documents.ts'

/** What is copied at once: all of it is one transaction, and SQLite has one writer. */
const most = 500

export type Copy = { id: string; claims: number; demands: number }

/**
 * Copies a campaign as it is now, with the claims and demands that belong to it, as drafts. The copies refer
 * to each other as the originals do; sources stay the same documents.
 *
 * @param req with a transaction, in which everything is written
 * @returns undefined when there is no such campaign
 */
export async function copyCampaign(req: PayloadRequest, id: string): Promise<Copy | undefined> {
  const campaign = await read<Campaign>(req, 'campaigns', { id: { equals: id } })
  if (campaign.length === 0) return undefined
  const own = { campaign: { equals: id } }
  const claims = await read<{ id: string }>(req, 'claims', own)
  const demands = await read<Demand>(req, 'demands', own)
  if (claims.length + demands.length > most) {
    const message = `A campaign is copied with at most ${most} claims and demands.`
    throw new ValidationError({ errors: [{ message, path: 'claims' }] }, req.t)
  }

  const copies = new Map<string, string>()
  const copyOf = (related: string) => copies.get(related) ?? related
  const copied = await duplicate(req, 'campaigns', id, {})
  for (const claim of claims) {
    copies.set(claim.id, await duplicate(req, 'claims', claim.id, { campaign: copied }))
  }
  for (const demand of demands) {
    const supportedBy = (demand.supportedBy ?? []).map((claim) => copyOf(idOf(claim) ?? ''))
    const data = { campaign: copied, supportedBy }
    copies.set(demand.id, await duplicate(req, 'demands', demand.id, data))
  }
  await showCopies(req, copied, copyOf)
  return { id: copied, claims: claims.length, demands: demands.length }
}

/** Has the sections of a copied campaign show the copies. */
async function showCopies(
  req: PayloadRequest,
  id: string,
  copyOf: (related: string) => string,
): Promise<void> {
  const [campaign] = await read<Campaign>(req, 'campaigns', { id: { equals: id } })
  const sections = (campaign?.sections ?? []).map((section) => ({
    ...section,
    items: (section.items ?? []).map(({ relationTo, value }) => ({
      relationTo,
      value: copyOf(idOf(value) ?? ''),
    })),
  }))
  await req.payload.update({
    collection: 'campaigns',
    id,
    data: { sections } as Partial<Campaign>,
    depth: 0,
    draft: true,
    overrideAccess: false,
    req,
    user: req.user,
  })
}

async function read<D>(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Parameters<typeof req.payload.find>[0]['where'],
): Promise<D[]> {
  const { docs } = await req.payload.find({
    collection,
    depth: 0,
    draft: true,
    overrideAccess: false,
    pagination: false,
    req,
    sort: 'id',
    user: req.user,
    ...(where ? { where } : {}),
  })
  return docs as D[]
}

async function duplicate(
  req: PayloadRequest,
  collection: 'campaigns' | 'claims' | 'demands',
  id: string,
  data: object,
): Promise<string> {
  const copy = await req.payload.duplicate({
    collection,
    data,
    depth: 0,
    draft: true,
    id,
    overrideAccess: false,
    req,
    user: req.user,
  })
  return String(copy.id)
}
