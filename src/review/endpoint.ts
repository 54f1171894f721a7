import {
  addDataAndFileToRequest,
  type CollectionSlug,
  type Endpoint,
  Forbidden,
  headersWithCors,
} from 'payload'
import { isStaff } from '../../collections/access/roles.ts'
import { readMove } from './move.ts'
import type { Doc } from './state.ts'
import { noteMove } from './under-way.ts'

/** `POST /api/{collection}/{id}/review` with `to`, and mostly `comment`: moves the newest draft. */
export const reviewEndpoint = (collection: CollectionSlug): Omit<Endpoint, 'root'> => ({
  method: 'post',
  path: '/:id/review',
  handler: async (req) => {
    if (!isStaff(req.user)) throw new Forbidden(req.t)
    await addDataAndFileToRequest(req)
    const id = String(req.routeParams?.id)
    noteMove(req, collection, id, readMove(req.data, collection, req))
    const moved: Doc = await req.payload.update({
      ...{ collection, id, data: {}, depth: 0, draft: true },
      ...{ overrideAccess: false, req, user: req.user },
    } as never)
    const { review, updatedAt } = moved
    const headers = headersWithCors({ headers: new Headers(), req })
    return Response.json({ id, review, updatedAt }, { headers })
  },
})
