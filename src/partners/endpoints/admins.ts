import {
  type CollectionSlug,
  Forbidden,
  headersWithCors,
  NotFound,
  type PayloadRequest,
} from 'payload'
import { isAdmin } from '../../../collections/access/roles.ts'

/**
 * The partner that the address names, for an administrator.
 *
 * @throws Forbidden to everybody else, whether there is such a partner or not; NotFound when there is none
 */
export async function partnerForAdmin(req: PayloadRequest): Promise<string> {
  if (!isAdmin(req.user)) throw new Forbidden(req.t)
  const id = String(req.routeParams?.id)
  const found = await req.payload.db.findOne<{ id: string }>({
    collection: 'partners' as CollectionSlug,
    req,
    where: { id: { equals: id } },
  })
  if (!found) throw new NotFound(req.t)
  return found.id
}

export const answer = (req: PayloadRequest, body: object, status = 200): Response =>
  Response.json(body, { status, headers: headersWithCors({ headers: new Headers(), req }) })
