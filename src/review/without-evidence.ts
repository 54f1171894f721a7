import type { PayloadRequest } from 'payload'
import type { Write } from '../../collections/access/publishing.ts'
import { isAdmin, roleOf } from '../../collections/access/roles.ts'
import type { Line } from './history.ts'
import type { Doc } from './state.ts'

type Exception = { reason?: string | null; by?: unknown; at?: unknown }

/**
 * Says of an admin's reason to publish a claim without evidence who gave it and when. Nobody else's counts:
 * Payload leaves it out, but for a version that is restored.
 *
 * @returns the line of the history, when there is another reason than before
 */
export function keepReason(
  data: Doc,
  before: Doc | undefined,
  asked: Write | undefined,
  req: PayloadRequest,
): Line[] {
  const known = (before?.publishedWithoutEvidence ?? {}) as Exception
  const given = (data.publishedWithoutEvidence ?? {}) as Exception
  // The server's own code may give one, too.
  const mayGive = isAdmin(req.user) || !req.user
  const isRestored = asked?.status === 'restored'
  const reason = (mayGive && !isRestored ? given.reason : known.reason)?.trim() || null
  if (reason === (known.reason?.trim() || null)) {
    data.publishedWithoutEvidence = { ...known, reason }
    return []
  }
  const by = roleOf(req.user) ? req.user?.id : null
  data.publishedWithoutEvidence = reason
    ? { reason, by, at: new Date().toISOString() }
    : { reason: null, by: null, at: null }
  return reason ? [{ step: 'published-without-evidence', comment: reason }] : []
}
