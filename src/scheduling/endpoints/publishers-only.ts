import { Forbidden, headersWithCors, NotFound, type PayloadRequest } from 'payload'
import { canPublish } from '../../../collections/access/roles.ts'
import type { NamedCollection } from '../../bundle/documents.ts'
import { isId } from '../../cms/is-id.ts'
import { type Newest, newestOf } from '../standing.ts'

/** @throws Forbidden to whoever may not publish */
export function assertPublisher(req: PayloadRequest): void {
  if (!canPublish(req.user)) throw new Forbidden(req.t)
}

/** @throws NotFound when there is no such document, or it is in the trash */
export async function neededDocument(
  req: PayloadRequest,
  collection: NamedCollection,
): Promise<Newest> {
  const id = String(req.routeParams?.id)
  // An id that is none is an error of some databases.
  const [found] = isId(id) ? await newestOf(req, collection, { id: { equals: id } }) : []
  if (!found) throw new NotFound(req.t)
  return found
}

export const answer = (req: PayloadRequest, body: object, status = 200): Response =>
  Response.json(body, { status, headers: headersWithCors({ headers: new Headers(), req }) })
