import {
  type CollectionSlug,
  type Endpoint,
  headersWithCors,
  NotFound,
  type PayloadRequest,
  type Plugin,
  parseParams,
  type Where,
} from 'payload'
import { isTombstone } from '../../changes/change.ts'
import { changeLogOf } from '../changes/change-log.ts'

/**
 * Adds `GET /api/{collection}/slug/{slug}` to every collection that has a `slug`: the document as by
 * id, with the same parameters. A name that it had before answers with a redirect to the present one,
 * and the name of a withdrawn document with 410.
 */
export const slugEndpoint: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => {
    const names = collection.fields.map((field) => ('name' in field ? field.name : undefined))
    if (!names.includes('slug')) return collection
    const keepsFormer = names.includes('formerSlugs')
    const endpoint = findBySlug(collection.slug as CollectionSlug, keepsFormer)
    const endpoints = [...(collection.endpoints || []), endpoint]
    return { ...collection, endpoints }
  }),
})

const findBySlug = (collection: CollectionSlug, keepsFormer: boolean): Endpoint => ({
  method: 'get',
  path: '/slug/:slug',
  handler: async (req) => {
    const slug = String(req.routeParams?.slug)
    const headers = headersWithCors({ headers: new Headers(), req })

    const found = await findOne(req, collection, { slug: { equals: slug } })
    if (found) return Response.json(found, { headers })

    const moved = keepsFormer ? await findFormer(req, collection, slug) : undefined
    if (!moved?.slug) return gone(req, collection, slug, headers)
    const url = new URL(req.url ?? '')
    headers.set(
      'Location',
      url.pathname.replace(/[^/]+$/, encodeURIComponent(moved.slug)) + url.search,
    )
    return new Response(null, { status: 308, headers })
  },
})

/**
 * Tells of a document that readers knew by the name and that was withdrawn, with its tombstone from the
 * change log; whatever was never public is not told from what never was.
 *
 * @throws NotFound when there was none
 */
async function gone(
  req: PayloadRequest,
  collection: string,
  slug: string,
  headers: Headers,
): Promise<Response> {
  const tombstone = await changeLogOf(req.payload)?.log.latestNamed(collection, slug)
  if (!tombstone || !isTombstone(tombstone)) throw new NotFound(req.t)
  const message = `${collection}/${slug} was withdrawn: ${tombstone.kind} at ${tombstone.at}.`
  return Response.json({ errors: [{ message }], tombstone }, { status: 410, headers })
}

/** The document that had the name before, if the reader may read it. */
async function findFormer(req: PayloadRequest, collection: CollectionSlug, slug: string) {
  const where = { formerSlugs: { equals: slug } }
  const former = await req.payload.db.findOne<{ id: string }>({ collection, req, where })
  return former ? findOne(req, collection, { id: { equals: former.id } }) : undefined
}

async function findOne(req: PayloadRequest, collection: CollectionSlug, where: Where) {
  const { depth, draft, joins, populate, select, trash } = parseParams({
    ...req.query,
    ...req.data,
  })
  const { docs } = await req.payload.find({
    collection,
    depth,
    draft,
    fallbackLocale: req.fallbackLocale,
    joins,
    limit: 1,
    locale: req.locale as never,
    overrideAccess: false,
    pagination: false,
    populate,
    req,
    select,
    trash,
    user: req.user,
    where,
  } as Parameters<typeof req.payload.find>[0])
  return docs[0] as { slug?: string } | undefined
}
