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
import { type Change, isTombstone } from '../../changes/change.ts'
import { changeLogOf } from '../changes/change-log.ts'

/**
 * Adds `GET /api/{collection}/slug/{slug}` to every collection that has a `slug`: the document as by
 * id, with the same parameters. A name that it had before answers with a redirect to the present one,
 * and the name of a withdrawn document with 410.
 */
export const slugEndpoint: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => {
    if (!collection.fields.some((field) => 'name' in field && field.name === 'slug')) {
      return collection
    }
    const endpoint = findBySlug(collection.slug as CollectionSlug)
    return { ...collection, endpoints: [...(collection.endpoints || []), endpoint] }
  }),
})

const findBySlug = (collection: CollectionSlug): Endpoint => ({
  method: 'get',
  path: '/slug/:slug',
  handler: async (req) => {
    const slug = String(req.routeParams?.slug)
    const found = await findOne(req, collection, { slug: { equals: slug } })
    if (found) {
      return Response.json(found, { headers: headersWithCors({ headers: new Headers(), req }) })
    }
    const { api } = req.payload.config.routes
    return answerForMissing(req, collection, slug, (name) => `${api}/${collection}/slug/${name}`)
  },
})

/** What a name that nothing answers to any more stands for: another name now, or nothing public. */
export type Fate = { movedTo: string } | { tombstone: Change }

/**
 * What became of the document that readers knew by a slug which none has at present that the reader may
 * read. What was never public is not told from what never was.
 */
export async function fateOf(
  req: PayloadRequest,
  collection: CollectionSlug,
  slug: string,
): Promise<Fate | undefined> {
  const moved = await findFormer(req, collection, slug)
  if (moved?.slug) return { movedTo: moved.slug }
  const tombstone = await changeLogOf(req.payload)?.log.latestNamed(collection, slug)
  return tombstone && isTombstone(tombstone) ? { tombstone } : undefined
}

/**
 * The answer for a slug that no document has at present which the reader may read: a redirect, with the
 * same query, when one had it before; 410 with the tombstone when the one that had it was withdrawn.
 *
 * @param addressOf gives the path under which the same is answered for another slug
 * @throws NotFound when none had it
 */
export async function answerForMissing(
  req: PayloadRequest,
  collection: CollectionSlug,
  slug: string,
  addressOf: (slug: string) => string,
): Promise<Response> {
  const fate = await fateOf(req, collection, slug)
  if (!fate) throw new NotFound(req.t)
  const headers = headersWithCors({ headers: new Headers(), req })
  if ('movedTo' in fate) {
    const { search } = new URL(req.url ?? '')
    headers.set('Location', addressOf(encodeURIComponent(fate.movedTo)) + search)
    return new Response(null, { status: 308, headers })
  }
  const { tombstone } = fate
  const message = `${collection}/${slug} was withdrawn: ${tombstone.kind} at ${tombstone.at}.`
  return Response.json({ errors: [{ message }], tombstone }, { status: 410, headers })
}

/** The document that had the name before, if the reader may read it. */
async function findFormer(req: PayloadRequest, collection: CollectionSlug, slug: string) {
  const { flattenedFields } = req.payload.collections[collection].config
  if (!flattenedFields.some(({ name }) => name === 'formerSlugs')) return undefined
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
