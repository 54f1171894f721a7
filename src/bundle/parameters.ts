import type { PayloadRequest } from 'payload'
import { checkLocale } from '../cms/readers/limits.ts'
import type { Mistake } from '../cms/readers/mistake.ts'
import { checkQuery } from '../cms/readers/query.ts'

/** What a request for a bundle may say. */
export const parameters = ['locale', 'fallbackLocale', 'fallback-locale']

/**
 * Checks the query of a request for a bundle. A bundle is in one language, so `locale=all`, which the
 * other endpoints take, is a mistake.
 */
export async function checkParameters(req: PayloadRequest): Promise<Mistake[]> {
  const { locale, ...others } = req.query as Record<string, unknown>
  const collection = req.payload.collections.campaigns.config
  return [
    ...(locale === undefined ? [] : checkLocale(locale, req, 'locale', [])),
    ...(await checkQuery(others, parameters, collection, req)),
  ]
}
