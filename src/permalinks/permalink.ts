import type { Claim, Demand, Resource } from '../../collections/payload-types.ts'
import { composeBundle, composer } from '../bundle/compose.ts'
import type { Named } from '../bundle/documents.ts'
import { pathOf } from './address.ts'
import { citationOf, cite } from './cite/cite.ts'
import type { Shown } from './read.ts'
import { type Permalink, permalinkSchema } from './schema.ts'
import { wordsFor } from './words/words.ts'

/** What the addresses of a document are made with. */
export type Site = {
  /** Where the service is reached from outside, without a trailing slash. */
  publicUrl: string
}

/** In letters that any header and any address may hold. */
export const siteOf = ({ publicUrl }: Site): Site => ({
  publicUrl: new URL(publicUrl).href.replace(/\/+$/, ''),
})

/**
 * A document as its permalink tells it to programs.
 *
 * @param locale that it was read in
 */
export function composePermalink(
  { publicUrl }: Site,
  slug: string,
  { locales }: Named,
  locale: string,
  { collection, id, campaign, documents }: Shown,
): Permalink {
  const permalink = publicUrl + pathOf({ collection, slug })
  const alternates = locales
    .filter((other) => other !== locale)
    .map((other) => ({ locale: other, url: publicUrl + pathOf({ collection, slug }, other) }))
  const place = { permalink, locale, alternates }
  if (collection === 'campaigns' && campaign) {
    const bundle = composeBundle(campaign, documents, locale, alternates)
    return permalinkSchema.parse({ collection, ...bundle, ...place })
  }
  const belongs = { campaign: campaign?.slug ? summaryOf(campaign, publicUrl) : null }
  const compose = composer(documents)
  if (collection === 'claims') {
    const claim = compose.claim(documents.claims.get(id) as Claim)
    const about = { ...claim, slug, permalink, locale, campaign: belongs.campaign }
    const citation = citationOf(about, new URL(publicUrl).host, wordsFor(locale))
    return permalinkSchema.parse({
      collection,
      ...claim,
      ...place,
      ...belongs,
      cite: cite(citation),
    })
  }
  const document =
    collection === 'demands'
      ? compose.demand(documents.demands.get(id) as Demand)
      : compose.resource(documents.resources.get(id) as Resource)
  return permalinkSchema.parse({ collection, ...document, ...place, ...belongs })
}

const summaryOf = (
  { title, slug }: { title?: string | null; slug?: string | null },
  publicUrl: string,
) => ({
  title: title ?? null,
  slug: slug ?? null,
  url: publicUrl + pathOf({ collection: 'campaigns', slug: slug ?? '' }),
})
