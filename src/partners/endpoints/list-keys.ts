import type { Endpoint } from 'payload'
import { keysSlug, type StoredKey } from '../collections.ts'
import { answer, partnerForAdmin } from './admins.ts'
import { describe } from './described-key.ts'

/** `GET /api/partners/{id}/keys`: what there is of keys, newest first, without the keys themselves. */
export const listKeys: Omit<Endpoint, 'root'> = {
  method: 'get',
  path: '/:id/keys',
  handler: async (req) => {
    const partner = await partnerForAdmin(req)
    const { docs } = await req.payload.db.find<StoredKey>({
      collection: keysSlug,
      pagination: false,
      req,
      sort: '-id',
      where: { partner: { equals: partner } },
    })
    return answer(req, { docs: docs.map(describe) })
  },
}
