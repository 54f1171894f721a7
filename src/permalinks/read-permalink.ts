import type { Payload, PayloadRequest } from 'payload'
import { readWhole } from '../cms/database/read-whole.ts'
import { type Place, pathOf } from './address.ts'
import type { Asked, Format } from './asked.ts'
import { notFound, type Told } from './errors.ts'
import { chooseLocale, findOrTell } from './find.ts'
import { composePermalink, type Site } from './permalink.ts'
import { defaultLocaleOf, publicRequest, readShown } from './read.ts'
import type { Permalink } from './schema.ts'
import { listed, type Untranslated, untranslatedIn } from './untranslated.ts'

/** A document in the best language that there is. */
export type Found = {
  permalink: Permalink
  /** The language that was wanted, when the document is not in it. */
  missing: string | undefined
  untranslated: Untranslated
  /** The campaign that it belongs to, if that is public. */
  campaignId: string | undefined
}

/**
 * Reads the document of a place as the public sees it now, in the language asked for if it is in that.
 *
 * @param under what stands behind the path of the document's page
 * @returns the answer instead when no document is there
 */
export async function readPermalink(
  request: Request,
  { payload, site }: { payload: Payload; site: Site },
  place: Place,
  asked: Pick<Asked<Format>, 'chosen' | 'preferred'>,
  told: Told,
  under: string,
): Promise<Found | Response> {
  const req = await publicRequest(payload, request)
  return readWhole(req, () => readNow(req, site, place, asked, told, under))
}

async function readNow(
  req: PayloadRequest,
  site: Site,
  place: Place,
  { chosen, preferred }: Pick<Asked<Format>, 'chosen' | 'preferred'>,
  told: Told,
  under: string,
): Promise<Found | Response> {
  const { collection } = place
  const named = await findOrTell(req, place, told, (slug) => pathOf({ collection, slug }) + under)
  if (named instanceof Response) return named
  const defaultLocale = defaultLocaleOf(req.payload)
  const { locale, missing } = chooseLocale(named, chosen, preferred, defaultLocale)
  const shown = await readShown(req, collection, named, locale)
  if (!shown) return notFound(told)
  const isDefault = locale === defaultLocale
  // Nothing falls back from the default language.
  const strict = isDefault ? shown : await readShown(req, collection, named, locale, false)
  const untranslated: Untranslated = strict ? untranslatedIn(shown, strict) : new Set()
  const permalink = composePermalink(site, place.slug, named, locale, shown)
  return {
    permalink: { ...permalink, untranslated: listed(untranslated, defaultLocale) },
    missing,
    campaignId: shown.campaign?.id,
    untranslated,
  }
}
