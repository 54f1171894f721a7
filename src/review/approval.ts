import { APIError, type PayloadRequest } from 'payload'
import { roleOf } from '../../collections/access/roles.ts'
import { forNobody } from '../cms/dependencies/track.ts'
import type { ReviewOptions } from './options.ts'
import { isSameAccount } from './state.ts'
import { wordsFor } from './words.ts'

/**
 * Whether the caller would approve what they wrote last, against the setting. Whoever alone may publish has
 * nobody else to ask.
 */
export async function isOwnWork(
  req: PayloadRequest,
  writtenBy: unknown,
  { ownApproval }: ReviewOptions,
): Promise<boolean> {
  if (ownApproval || !roleOf(req.user) || !isSameAccount(req.user?.id, writtenBy)) return false
  const { docs } = await req.payload.db.find({
    collection: 'users',
    limit: 2,
    pagination: false,
    req: forNobody(req),
    select: {},
    where: { role: { in: ['admin', 'reviewer'] } },
  })
  return docs.length > 1
}

export const refused = (message: string, status = 403): APIError =>
  new APIError(message, status, null, true)

export const ownWork = (req: PayloadRequest): APIError => refused(wordsFor(req).ownWork)
