import type { PayloadRequest } from 'payload'
import { findNamed, type Named } from '../bundle/documents.ts'
import { fateOf } from '../cms/plugins/slug-endpoint.ts'
import { isSlug, type Place } from './address.ts'
import { redirect } from './answers.ts'
import { gone, notFound, type Told } from './errors.ts'

/**
 * Finds the public document of a name; or the answer when there is none: a redirect to the name that it
 * has now, or 410 once it was withdrawn.
 *
 * @param addressOf gives the address under which the same is answered for another name
 */
export async function findOrTell(
  req: PayloadRequest,
  { collection, slug }: Place,
  told: Told,
  addressOf: (slug: string) => string,
): Promise<Named | Response> {
  const named = await findNamed(req, collection, slug)
  if (named) return named
  const fate = await fateOf(req, collection, slug)
  if (!fate) return notFound(told)
  if ('tombstone' in fate) return gone(told, { collection, slug }, fate.tombstone)
  // A name that no page can have leads nowhere.
  return isSlug(fate.movedTo) ? redirect(addressOf(fate.movedTo)) : notFound(told)
}

/** The language to show a document in, and the one that was wanted when it is not in that. */
export function chooseLocale(
  { locales }: Named,
  chosen: string | undefined,
  preferred: readonly string[],
  defaultLocale: string,
): { locale: string; missing: string | undefined } {
  const wanted = chosen ? [chosen] : preferred
  const found = wanted.find((code) => locales.includes(code))
  const first = locales.includes(defaultLocale) ? defaultLocale : locales[0]
  const locale = found ?? first ?? defaultLocale
  const missing = wanted[0]
  return { locale, missing: found || missing === locale ? undefined : missing }
}
