import type { CollectionSlug, Payload } from 'payload'
import { type FindDocuments, headings, idOf, type Named } from '../../bundle/documents.ts'
import type { Publication } from '../../changes/publications.ts'
import { earlierDocuments } from '../../cms/memento/earlier-documents.ts'
import type { Asked, Format } from '../asked.ts'
import { citationOf, cite } from '../cite/cite.ts'
import { chooseLocale } from '../find.ts'
import { composePermalink, type Site } from '../permalink.ts'
import { defaultLocaleOf, gatherShown, localesOf } from '../read.ts'
import type { Found } from '../read-permalink.ts'
import type { Permalink } from '../schema.ts'
import { listed, type Untranslated, untranslatedIn } from '../untranslated.ts'
import { wordsFor } from '../words/words.ts'
import type { RevisionPlace } from './address.ts'
import { pageAddresses } from './address.ts'

/** A claim that is shown and does not hold any more. */
export type Retracted = { slug: string; statement: string; locale: string }

export type FoundEarlier = Found & {
  isRetractedNow: boolean
  /** Claims that are shown as they were, and have been retracted since. */
  retractedSince: Retracted[]
}

/**
 * Reads a revision with what it referred to at a time, in the language asked for if it was in that.
 *
 * @returns undefined when it was withdrawn meanwhile
 */
export async function readEarlier(
  { payload, site }: { payload: Payload; site: Site },
  place: RevisionPlace,
  revision: Publication & { content: string },
  at: Date,
  { chosen, preferred }: Pick<Asked<Format>, 'chosen' | 'preferred'>,
): Promise<FoundEarlier | undefined> {
  const { collection } = place
  const { id } = revision
  const documents = earlierDocuments(payload, at, revision)
  const own = await documents.find(collection, id)
  if (!own) return undefined
  const defaultLocale = defaultLocaleOf(payload)
  const codes = localesOf(payload)
  const texts = Object(own.content[headings[collection]]) as Record<string, string | null>
  const named: Named = { id, locales: codes.filter((code) => texts[code]) }
  const { locale, missing } = chooseLocale(named, chosen, preferred, defaultLocale)

  const finder =
    (fallback: string | undefined): FindDocuments =>
    async <D>(kind: CollectionSlug, related: Parameters<FindDocuments>[1]) => {
      const ids = related.map(idOf).filter((one) => one !== undefined)
      return (await documents.inLanguage(kind, ids, { locale, fallback, codes })) as D[]
    }
  const shown = await gatherShown(finder(defaultLocale), collection, id)
  const strict = await gatherShown(finder(undefined), collection, id)
  if (!shown || !strict) return undefined
  const untranslated: Untranslated =
    locale === defaultLocale ? new Set() : untranslatedIn(shown, strict)
  const permalink = {
    ...composePermalink(site, place.slug, named, locale, shown),
    untranslated: listed(untranslated, defaultLocale),
  }
  const others = await documents.retractedSince('claims')
  return {
    permalink: citingItself(permalink, site, place, own.isRetractedNow),
    missing,
    campaignId: shown.campaign?.id,
    untranslated,
    isRetractedNow: own.isRetractedNow,
    retractedSince: others
      .filter((one) => one.id !== id)
      .flatMap((one) => retractedIn(one, locale, defaultLocale)),
  }
}

/** Who cites a revision means that one, and says of a claim that it is retracted. */
function citingItself(
  permalink: Permalink,
  { publicUrl }: Site,
  place: RevisionPlace,
  isRetracted: boolean,
): Permalink {
  if (permalink.collection !== 'claims') return permalink
  const { verification } = permalink
  const about = {
    ...permalink,
    slug: place.slug,
    permalink: pageAddresses(publicUrl, place).revision(place.number),
    verification: isRetracted ? { ...verification, status: 'retracted' } : verification,
  }
  const citation = citationOf(about, new URL(publicUrl).host, wordsFor(permalink.locale))
  return { ...permalink, cite: cite(citation) }
}

function retractedIn(
  { slug, statement }: Record<string, unknown>,
  locale: string,
  fallback: string,
): Retracted[] {
  const texts = Object(statement) as Record<string, string | null>
  const found = texts[locale] ? locale : fallback
  return typeof slug === 'string' ? [{ slug, statement: texts[found] ?? slug, locale: found }] : []
}
