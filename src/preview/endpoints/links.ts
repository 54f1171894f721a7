import { type Endpoint, NotFound, type Where } from 'payload'
import type { NamedCollection } from '../../bundle/documents.ts'
import { inTransaction } from '../../cms/in-transaction.ts'
import { isId } from '../../cms/is-id.ts'
import { findLinks, stateOf } from '../links.ts'
import { linksSlug } from '../links-collection.ts'
import { describe } from './described-link.ts'
import { answer, documentForStaff } from './staff-only.ts'

const linksTo = (collection: NamedCollection, document: string): Where[] => [
  { of: { equals: collection } },
  { document: { equals: document } },
]

/** `GET /api/{collection}/{id}/preview-links`: what links there are to a document's draft, newest first. */
export const listLinks = (collection: NamedCollection): Omit<Endpoint, 'root'> => ({
  method: 'get',
  path: '/:id/preview-links',
  handler: async (req) => {
    const document = await documentForStaff(req, collection)
    const links = await findLinks(req.payload, { and: linksTo(collection, document) })
    return answer(req, { docs: await describe(req, links) })
  },
})

/**
 * `DELETE /api/{collection}/{id}/preview-links/{link}` withdraws a link, at once. One that does not work
 * any more is taken from the list.
 */
export const withdrawLink = (collection: NamedCollection): Omit<Endpoint, 'root'> => ({
  method: 'delete',
  path: '/:id/preview-links/:link',
  handler: async (req) => {
    const document = await documentForStaff(req, collection)
    const id = String(req.routeParams?.link)
    const where = { and: [...linksTo(collection, document), { id: { equals: id } }] }
    const [link] = isId(id) ? await findLinks(req.payload, where) : []
    if (!link) throw new NotFound(req.t)
    const isWorking = stateOf(link) === 'working'
    const data = { withdrawnAt: new Date().toISOString() }
    const { db } = req.payload
    await inTransaction(req.payload, (own) =>
      isWorking
        ? db.updateOne({ collection: linksSlug, id, data, req: own })
        : db.deleteOne({ collection: linksSlug, req: own, where: { id: { equals: id } } }),
    )
    const [doc] = await describe(req, [isWorking ? { ...link, ...data } : link])
    return answer(req, { doc })
  },
})
