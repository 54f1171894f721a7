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
import { contentLanguageOf } from '../content-locale/content-language.ts'
import { apiAddresses } from '../memento/addresses.ts'
import { lastingLinks } from '../memento/links.ts'
import { acceptDatetime, publicationsOf, timeGate } from '../memento/time-gate.ts'

/**
 * Adds `GET /api/{collection}/slug/{slug}` to every collection that has a `slug`: the document as by
 * id, with the same parameters. A name that it had before answers with a redirect to the present one,
 * and the name of a withdrawn document with 410. With `Accept-Datetime` it
 * leads to what was published under the name at that time.
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
    const publications = publicationsOf(req, collection)
    const isOfThen = publications && req.headers.has(acceptDatetime)
    if (isOfThen) return timeGate(req, publications, collection, slug)
    const answer = await answerOfNow(req, collection, slug, publications !== undefined)
    if (publications) answer.headers.append('Vary', acceptDatetime)
    return answer
  },
})

async function answerOfNow(
  req: PayloadRequest,
  collection: CollectionSlug,
  slug: string,
  hasVersions: boolean,
): Promise<Response> {
  const found = await findOne(req, collection, { slug: { equals: slug } })
  if (found) {
    const language = contentLanguageOf(found)
    const headers = new Headers(language ? { 'Content-Language': language } : {})
    if (hasVersions) {
      const addresses = apiAddresses(req.payload, { collection, id: found.id, slug })
      headers.set('Link', lastingLinks(addresses).join(', '))
    }
    return Response.json(found, { headers: headersWithCors({ headers, req }) })
  }
  const { api } = req.payload.config.routes
  return answerForMissing(req, collection, slug, (name) => `${api}/${collection}/slug/${name}`)
}

/** A document's last entry, which says how it was withdrawn. */
export type Tombstone = Omit<Change, 'sequence'>

/** What a name that nothing answers to any more stands for: another name now, or nothing public. */
export type Fate = { movedTo: string } | { tombstone: Tombstone }

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
  const last = await lastNamed(req, collection, slug)
  if (!last) return undefined
  if (isTombstone(last)) return { tombstone: last }
  // Published anew under another name after it had been withdrawn, which the document does not remember.
  return last.slug && last.slug !== slug ? { movedTo: last.slug } : undefined
}

/** The log forgets in time what is gone, the publications do not. */
async function lastNamed(
  req: PayloadRequest,
  collection: string,
  slug: string,
): Promise<Tombstone | undefined> {
  const logged = changeLogOf(req.payload)
  const found = await logged?.log.latestNamed(collection, slug)
  if (found || !logged) return found
  const named = await logged.publications.lastNamed(collection, slug)
  return named && logged.publications.latest(collection, named.id)
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
  return docs[0] as { id: string; slug?: string } | undefined
}
