import type { CollectionSlug, Payload, PayloadRequest, SelectType, TypedLocale } from 'payload'
import {
  type FindDocuments,
  finderOf,
  headings,
  idOf,
  type Named,
  type NamedCollection,
  type Related,
} from '../bundle/documents.ts'
import { forNobody } from '../cms/dependencies/track.ts'
import { chooseLocale } from '../permalinks/find.ts'
import { composePermalink, type Site } from '../permalinks/permalink.ts'
import { defaultLocaleOf, gatherShown, inLocale, publicRequest } from '../permalinks/read.ts'
import type { Found } from '../permalinks/read-permalink.ts'
import { untranslatedIn } from '../permalinks/untranslated.ts'

export type Draft = { collection: NamedCollection; id: string }

/** A draft as its page will show it, and whether it is what stands published. */
export type FoundDraft = Found & { isPublished: boolean }

/**
 * Reads the newest version of one document, and what it refers to as readers see that: another draft is
 * on no page that this one is on.
 *
 * @param request that it is read for
 * @param chosen the language wanted
 * @returns undefined when there is no such document, or it is in the trash
 */
export async function readDraft(
  request: Request,
  { payload, site }: { payload: Payload; site: Site },
  draft: Draft,
  chosen: string | undefined,
): Promise<FoundDraft | undefined> {
  const { collection, id } = draft
  const named = await nameOf(payload, draft)
  if (!named) return undefined
  const defaultLocale = defaultLocaleOf(payload)
  const { locale, missing } = chooseLocale(named, chosen, [], defaultLocale)
  const req = await publicRequest(payload, request)
  const gather = (fallback: boolean) => {
    inLocale(req, locale, fallback)
    return gatherShown(draftFinder(req, draft), collection, id)
  }
  const shown = await gather(true)
  const strict = locale === defaultLocale ? shown : await gather(false)
  if (!shown || !strict) return undefined
  return {
    permalink: composePermalink(site, named.slug ?? id, named, locale, shown),
    missing,
    campaignId: shown.campaign?.id,
    untranslated: untranslatedIn(shown, strict),
    isPublished: named.isPublished,
  }
}

/** Finds the one draft, and of everything else what is public. */
function draftFinder(req: PayloadRequest, draft: Draft): FindDocuments {
  const find = finderOf(req)
  const { fallbackLocale, locale } = req
  const own = async (select: SelectType | undefined) => {
    const { docs } = await req.payload.find({
      ...newest(draft),
      fallbackLocale,
      locale: locale as TypedLocale,
      ...(select ? { select } : {}),
    })
    return docs
  }
  return async <D>(collection: CollectionSlug, related: Related[], select?: SelectType) => {
    const isOwn = (one: Related) => collection === draft.collection && idOf(one) === draft.id
    const others = await find<D>(
      collection,
      related.filter((one) => !isOwn(one)),
      select,
    )
    return related.some(isOwn) ? [...((await own(select)) as D[]), ...others] : others
  }
}

/** Its page is cut to what is public of a document, so that nothing else of it is shown. */
const newest = ({ collection, id }: Draft) => ({
  collection,
  depth: 0,
  draft: true,
  limit: 1,
  overrideAccess: true,
  pagination: false,
  req: forNobody({}),
  where: { id: { equals: id } },
})

async function nameOf(
  payload: Payload,
  draft: Draft,
): Promise<(Named & { slug: string | undefined; isPublished: boolean }) | undefined> {
  const heading = headings[draft.collection]
  const { docs } = await payload.find({
    ...newest(draft),
    locale: 'all',
    select: { [heading]: true, slug: true, _status: true } as never,
  })
  const [found] = docs as unknown as Record<string, unknown>[]
  if (!found) return undefined
  const texts = Object(found[heading]) as Record<string, string | null>
  return {
    id: draft.id,
    locales: Object.keys(texts).filter((code) => texts[code]),
    slug: typeof found.slug === 'string' ? found.slug : undefined,
    isPublished: found._status === 'published',
  }
}
