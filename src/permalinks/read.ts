import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { Campaign } from '../../collections/payload-types.ts'
import {
  beginningOf,
  type Documents,
  type FindDocuments,
  finderOf,
  gatherDocuments,
  idOf,
  type Named,
  type NamedCollection,
} from '../bundle/documents.ts'
import { forRequest } from '../cms/dependencies/track.ts'

/** A document of a page with everything that is shown with it, as stored, in one language. */
export type Shown = {
  collection: NamedCollection
  id: string
  /** Itself, or the one that it belongs to, if that is public. */
  campaign: Campaign | undefined
  documents: Documents
}

/**
 * A request of nobody: pages show everyone what is public.
 *
 * @param request that is to be answered with what is read
 */
export const publicRequest = async (payload: Payload, request: Request): Promise<PayloadRequest> =>
  forRequest(await createLocalReq({}, payload), request)

/**
 * Reads what a page shows.
 *
 * @param fallback false to leave empty what is not in that language
 * @returns undefined when the document is not public any more
 */
export async function readShown(
  req: PayloadRequest,
  collection: NamedCollection,
  { id }: Named,
  locale: string,
  fallback = true,
): Promise<Shown | undefined> {
  inLocale(req, locale, fallback)
  return gatherShown(finderOf(req), collection, id)
}

/** Finds what a page shows. */
export async function gatherShown(
  find: FindDocuments,
  collection: NamedCollection,
  id: string,
): Promise<Shown | undefined> {
  if (collection === 'campaigns') {
    const [campaign] = await find<Campaign>('campaigns', [id])
    if (!campaign) return undefined
    const documents = await gatherDocuments(find, beginningOf(campaign))
    return { collection, id, campaign, documents }
  }
  const documents = await gatherDocuments(find, { [collection]: [id] })
  const document = documents[collection].get(id)
  if (!document) return undefined
  const of = idOf(document.campaign)
  const [campaign] = of ? await find<Campaign>('campaigns', [of], { slug: true, title: true }) : []
  return { collection, id, campaign, documents }
}

/** Has the request read in that language from now on. */
export function inLocale(req: PayloadRequest, locale: string, fallback = true): void {
  Object.assign(req, { locale, fallbackLocale: fallback ? defaultLocaleOf(req.payload) : false })
}

export const localesOf = ({ config: { localization } }: Payload): string[] =>
  localization ? localization.localeCodes : ['en']

export const defaultLocaleOf = ({ config: { localization } }: Payload): string =>
  localization ? localization.defaultLocale : 'en'
