import {
  type CollectionSlug,
  Forbidden,
  headersWithCors,
  NotFound,
  type PayloadRequest,
} from 'payload'
import { isStaff } from '../../../collections/access/roles.ts'
import type { NamedCollection } from '../../bundle/documents.ts'
import { isId } from '../../cms/is-id.ts'

/**
 * The document that the address names, for editors.
 *
 * @throws Forbidden to everybody else, whether there is such a document or not; NotFound when there is none
 */
export async function documentForStaff(
  req: PayloadRequest,
  collection: NamedCollection,
): Promise<string> {
  if (!isStaff(req.user)) throw new Forbidden(req.t)
  const id = String(req.routeParams?.id)
  const found = isId(id) && (await findDocument(req, collection, id))
  if (!found) throw new NotFound(req.t)
  return id
}

const findDocument = (req: PayloadRequest, collection: CollectionSlug, id: string) =>
  req.payload.db.findOne<{ id: string }>({ collection, req, where: { id: { equals: id } } })

/** What is said here is for one editor alone, and a link for whoever they give it to. */
export const answer = (req: PayloadRequest, body: object, status = 200): Response =>
  Response.json(body, {
    status,
    headers: headersWithCors({ headers: new Headers({ 'Cache-Control': 'no-store' }), req }),
  })
