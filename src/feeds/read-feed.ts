import type { PayloadRequest, Where } from 'payload'
import type { Campaign } from '../../collections/payload-types.ts'
import {
  beginningOf,
  idOf,
  type NamedCollection,
  readCampaign,
  readCampaigns,
  readDocuments,
} from '../bundle/documents.ts'
import { changeLogOf } from '../cms/changes/change-log.ts'
import { type FeedFormat, feedPathOf, pathOf } from '../permalinks/address.ts'
import type { Site } from '../permalinks/permalink.ts'
import { defaultLocaleOf, inLocale } from '../permalinks/read.ts'
import { wordsFor } from '../permalinks/words/words.ts'
import { contentOf } from './content.ts'
import type { Entry, Feed } from './feed.ts'
import { type Listed, listNewest, newestOf } from './list.ts'
import { urnOf } from './urn.ts'

export type Asked = { locale: string; format: FeedFormat; isDefaultLocale: boolean }

/** The feed of a collection: what changed last, and what has gone. */
export async function collectionFeed(
  req: PayloadRequest,
  site: Site,
  collection: NamedCollection,
  asked: Asked,
): Promise<Feed> {
  const { locale, format, isDefaultLocale } = asked
  const { publicUrl } = site
  const listed = await listNewest(req, collection)
  const deleted = await deletedOf(req, collection, locale)
  const self = feedPathOf(collection, format, isDefaultLocale ? undefined : locale)
  const words = wordsFor(locale)
  const { host } = new URL(publicUrl)
  return {
    id: urnOf(`${publicUrl}/feeds/${collection}?locale=${locale}`),
    title: `${words.plurals[collection]} · ${host}`,
    locale,
    updated: latest([...listed.map(({ updatedAt }) => updatedAt), ...deleted.map(({ at }) => at)]),
    self: publicUrl + self,
    home: `${publicUrl}/`,
    author: host,
    entries: await entriesOf(req, site, listed, asked),
    deleted,
  }
}

/**
 * The feed of a campaign: itself, what belongs to it, and what it shows.
 *
 * @returns undefined when it is not public any more
 */
export async function campaignFeed(
  req: PayloadRequest,
  site: Site,
  id: string,
  slug: string,
  asked: Asked,
): Promise<Feed | undefined> {
  const { locale, format, isDefaultLocale } = asked
  const { publicUrl } = site
  inLocale(req, locale)
  const campaign = await readCampaign(req, id)
  if (!campaign) return undefined
  const listed = newestOf([
    await listNewest(req, 'campaigns', { id: { equals: id } }),
    ...(await listsOf(req, campaign)),
  ])
  const shownLocale = isDefaultLocale ? undefined : locale
  const title = campaign.title ?? slug
  return {
    id: urnOf(`feeds/campaigns/${id}?locale=${locale}`),
    title,
    locale,
    updated: latest([campaign.updatedAt, ...listed.map(({ updatedAt }) => updatedAt)]),
    self: publicUrl + feedPathOf(slug, format, shownLocale),
    home: publicUrl + pathOf({ collection: 'campaigns', slug }, shownLocale),
    author: title,
    entries: await entriesOf(req, site, listed, asked),
    deleted: [],
  }
}

async function listsOf(req: PayloadRequest, campaign: Campaign): Promise<Listed[][]> {
  const shown = beginningOf(campaign)
  const lists: Listed[][] = []
  for (const collection of ['claims', 'demands', 'resources'] as const) {
    const ids = (shown[collection] ?? []).flatMap((one) => idOf(one) ?? [])
    const belongs: Where = { campaign: { equals: campaign.id } }
    const where = ids.length > 0 ? { or: [belongs, { id: { in: ids } }] } : belongs
    lists.push(await listNewest(req, collection, where))
  }
  return lists
}

async function entriesOf(
  req: PayloadRequest,
  { publicUrl }: Site,
  listed: Listed[],
  { locale, isDefaultLocale }: Asked,
): Promise<Entry[]> {
  const idsOf = (collection: NamedCollection) =>
    listed.filter((one) => one.collection === collection).map(({ id }) => id)
  inLocale(req, locale)
  const documents = await readDocuments(req, {
    claims: idsOf('claims'),
    demands: idsOf('demands'),
    resources: idsOf('resources'),
  })
  const campaigns = await readCampaigns(req, idsOf('campaigns'), { summary: true, body: true })
  const material = { documents, campaigns, words: wordsFor(locale), publicUrl }
  const defaultLocale = defaultLocaleOf(req.payload)
  return listed.flatMap((one): Entry[] => {
    const content = contentOf(one, material)
    if (!content) return []
    const { collection, id, slug, titles, updatedAt, createdAt } = one
    const language =
      [locale, defaultLocale].find((code) => titles[code]) ?? Object.keys(titles)[0] ?? locale
    const title = titles[language] ?? slug
    return [
      {
        id: entryId(collection, id, locale),
        url: publicUrl + pathOf({ collection, slug }, isDefaultLocale ? undefined : locale),
        title: content.prefix ? `${content.prefix}: ${title}` : title,
        locale: language,
        updated: updatedAt,
        created: createdAt,
        categories: content.categories,
        contentHtml: content.contentHtml,
      },
    ]
  })
}

async function deletedOf(req: PayloadRequest, collection: string, locale: string) {
  const gone = (await changeLogOf(req.payload)?.log.latestGone(collection, 20)) ?? []
  return gone.map(({ id, at }) => ({ id: entryId(collection, id, locale), at }))
}

/** The same for as long as the document exists. A translation is another entry, in another feed. */
const entryId = (collection: string, id: string, locale: string): string =>
  urnOf(`${collection}/${id}?locale=${locale}`)

/** A feed without entries has not changed since there are computers. */
const latest = (times: string[]): string => times.sort().at(-1) ?? '1970-01-01T00:00:00.000Z'
