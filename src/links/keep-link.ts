import type { CollectionBeforeChangeHook } from 'payload'
import { findCheck, knownOf, type Link, linkOf } from './stored.ts'

const unchecked: Link = { status: 'unchecked', httpStatus: null, checkedAt: null, finalUrl: null }

/**
 * Has a resource say what is known of its address at present, whatever the form or an older version says.
 * So a draft from before a check does not bring back what was known then, and another address has
 * nothing of the one before.
 */
export const keepLink: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const url: unknown = 'url' in data ? data.url : originalDoc?.url
  const before: unknown = originalDoc?.url
  const check =
    typeof url === 'string' && url
      ? await findCheck(req.payload, { url: { equals: url } }, req)
      : undefined
  if (check?.status && check.status !== 'unchecked')
    return { ...data, link: linkOf(knownOf(check)) }
  const isOther = before && url !== before
  return isOther ? { ...data, link: { ...unchecked, ...(url ? {} : { status: null }) } } : data
}
