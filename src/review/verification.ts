import type { CollectionBeforeChangeHook } from 'payload'
import { writeOf } from '../../collections/access/publishing.ts'
import { roleOf } from '../../collections/access/roles.ts'
import { isSame } from '../../collections/fields/changed.ts'

type Verification = {
  status?: string | null
  reviewBy?: unknown
  note?: unknown
  verifiedBy?: unknown
  verifiedOn?: unknown
}

/**
 * Says who came to what a claim's check says, and when, as often as somebody changes that. What a client
 * sends of it is not looked at; only the server's own code, which acts for nobody, may bring it along.
 */
export const stampVerification: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!roleOf(req.user) || writeOf(req)?.status === 'restored') return data
  const known: Verification = (operation === 'update' && originalDoc?.verification) || {}
  const given: Verification = data.verification ?? {}
  const { verifiedBy = null, verifiedOn = null } = known
  const stays = statusOf(given) === statusOf(known) && isSame(rest(given), rest(known))
  const isUnchecked = statusOf(given) === 'unverified'
  const stamp = isUnchecked
    ? { verifiedBy: null, verifiedOn: null }
    : { verifiedBy: req.user?.id, verifiedOn: new Date().toISOString() }
  return {
    ...data,
    verification: { ...given, ...(stays ? { verifiedBy, verifiedOn } : stamp) },
  }
}

const statusOf = ({ status }: Verification): string => status ?? 'unverified'

const rest = ({ reviewBy, note }: Verification): unknown[] => [reviewBy, note]
