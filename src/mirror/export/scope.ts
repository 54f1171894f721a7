import { UsageError } from '../../errors.ts'
import { isSlug, type Place, pageCollections } from '../../permalinks/address.ts'
import {
  type ClaimPermalink,
  type DemandPermalink,
  type Permalink,
  permalinkSchema,
} from '../../permalinks/schema.ts'
import { keyOf, type Scope } from './layout.ts'
import { type Ask, read } from './read.ts'

export type Found = {
  scope: Scope
  /** The documents that are told of, as `collection/id`. */
  ids: ReadonlySet<string>
}

/**
 * Finds out what there is to copy: everything, or one campaign with what belongs to it, what it shows, and
 * what that shows.
 *
 * @throws UsageError when there is no such campaign
 */
export async function findScope(
  ask: Ask,
  locales: Scope['locales'],
  campaign: string | undefined,
): Promise<Found> {
  const documents = new Set<string>()
  const ids = new Set<string>()
  const todo = campaign === undefined ? await everything(ask) : await beginning(ask, campaign)
  for (let place = todo.pop(); place; place = todo.pop()) {
    if (!isSlug(place.slug) || documents.has(keyOf(place))) continue
    documents.add(keyOf(place))
    const answer = await read(ask, `/${keyOf(place)}?format=json`)
    const permalink = permalinkSchema.parse(await answer.json())
    ids.add(`${permalink.collection}/${permalink.id}`)
    for (const file of filesOf(permalink)) ids.add(`media/${file.id}`)
    todo.push(...shownBy(permalink))
  }
  const campaigns = campaign === undefined ? namesIn(documents) : new Set([campaign])
  return { scope: { campaign, campaigns, documents, locales }, ids }
}

const namesIn = (documents: Set<string>) =>
  new Set(
    [...documents]
      .filter((key) => key.startsWith('campaigns/'))
      .map((key) => key.slice('campaigns/'.length)),
  )

async function everything(ask: Ask): Promise<Place[]> {
  const lists = await Promise.all(pageCollections.map((collection) => list(ask, collection, '')))
  return lists.flat()
}

async function beginning(ask: Ask, slug: string): Promise<Place[]> {
  const answer = isSlug(slug) ? await ask(`/campaigns/${slug}?format=json`) : undefined
  if (answer?.status !== 200) {
    throw new UsageError(`--campaign: no published campaign has the slug ${JSON.stringify(slug)}`)
  }
  const { id } = permalinkSchema.parse(await answer.json())
  const belongs = `&where[campaign][equals]=${encodeURIComponent(id)}`
  const places: Place[] = [{ collection: 'campaigns', slug }]
  for (const collection of ['claims', 'demands', 'resources'] as const) {
    places.push(...(await list(ask, collection, belongs)))
  }
  return places
}

type Page = { docs: { slug?: string | null }[]; hasNextPage: boolean }

async function list(ask: Ask, collection: Place['collection'], where: string): Promise<Place[]> {
  const places: Place[] = []
  for (let page = 1; ; page++) {
    const query = `depth=0&limit=100&page=${page}&select[slug]=true&sort=id${where}`
    const { docs, hasNextPage }: Page = await (
      await read(ask, `/api/${collection}?${query}`)
    ).json()
    places.push(...docs.map(({ slug }) => ({ collection, slug: slug ?? '' })))
    if (!hasNextPage) return places
  }
}

function shownBy(permalink: Permalink): Place[] {
  switch (permalink.collection) {
    case 'claims':
      return ofClaim(permalink)
    case 'demands':
      return ofDemand(permalink)
    case 'resources':
      return []
    case 'campaigns':
      return permalink.sections.flatMap(({ items }) =>
        items.map(({ relationTo, value }) => ({ collection: relationTo, slug: value.slug ?? '' })),
      )
  }
}

const ofClaim = ({ evidence }: ClaimPermalink): Place[] =>
  evidence.map(({ source }) => ({ collection: 'resources', slug: source?.slug ?? '' }))

const ofDemand = ({ supportedBy, history }: DemandPermalink): Place[] => [
  ...supportedBy.map(({ slug }): Place => ({ collection: 'claims', slug: slug ?? '' })),
  ...history.map(({ source }): Place => ({ collection: 'resources', slug: source?.slug ?? '' })),
]

function filesOf(permalink: Permalink): { id: string }[] {
  const file =
    permalink.collection === 'campaigns'
      ? permalink.image
      : permalink.collection === 'resources'
        ? permalink.file
        : null
  return file ? [file] : []
}
