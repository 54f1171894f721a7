import type { PayloadRequest } from 'payload'
import { isRefusal, problemsOf, Refused } from './refused.ts'
import type { Item, What } from './what.ts'

/**
 * Publishes or unpublishes one document in the transaction of the request, as its user; without one it is
 * a program's doing.
 *
 * @param locale publishes what is in that language alone
 * @throws Refused when it may not be; the transaction is at its end then
 */
export async function setStatus(
  req: PayloadRequest,
  what: What,
  { relationTo, value }: Item,
  locale?: string,
): Promise<void> {
  try {
    await req.payload.update({
      collection: relationTo,
      id: value,
      data: { _status: what === 'publish' ? 'published' : 'draft' },
      depth: 0,
      overrideAccess: !req.user,
      ...(locale ? { publishSpecificLocale: locale as 'en' } : {}),
      req,
      user: req.user,
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    const item = { relationTo, value }
    throw new Refused(item, problemsOf(error, item))
  }
}
