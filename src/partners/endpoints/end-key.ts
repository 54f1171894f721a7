import { type Endpoint, NotFound, type PayloadRequest } from 'payload'
import { keysSlug, type StoredKey } from '../collections.ts'
import { keyRingOf } from '../key-ring.ts'
import { answer, partnerForAdmin } from './admins.ts'
import { describe } from './described-key.ts'

/**
 * `DELETE /api/partners/{id}/keys/{key}` revokes a key, everywhere within a second. One that does not
 * work any more is taken from the list.
 */
export const endKey: Omit<Endpoint, 'root'> = {
  method: 'delete',
  path: '/:id/keys/:key',
  handler: async (req) => {
    const partner = await partnerForAdmin(req)
    const key = await findKey(req, partner)
    if (describe(key).state === 'working') {
      const revokedAt = new Date().toISOString()
      await req.payload.db.updateOne({ collection: keysSlug, id: key.id, data: { revokedAt }, req })
      key.revokedAt = revokedAt
    } else {
      await req.payload.db.deleteOne({
        collection: keysSlug,
        req,
        where: { id: { equals: key.id } },
      })
    }
    keyRingOf(req.payload).forget()
    return answer(req, { doc: describe(key) })
  },
}

async function findKey(req: PayloadRequest, partner: string): Promise<StoredKey> {
  const keyId = String(req.routeParams?.key)
  const key = await req.payload.db.findOne<StoredKey>({
    collection: keysSlug,
    req,
    where: { and: [{ partner: { equals: partner } }, { keyId: { equals: keyId } }] },
  })
  if (!key) throw new NotFound(req.t)
  return key
}
