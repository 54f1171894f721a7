import type { Payload, TypedLocale } from 'payload'
import { isStaff } from '../../collections/access/roles.ts'
import { forNobody } from '../cms/dependencies/track.ts'
import { countListed, type User } from './count.ts'
import { type Condition, headings } from './items.ts'

/** How many of a campaign's documents are translated: those whose title or statement is. */
export type Progress = {
  campaign: { id: string; title: string }
  locale: string
  translated: number
  total: number
}

/** The campaigns that were worked on last, on the first page of the admin. */
const most = 5

/**
 * How far campaigns are translated, itself and its claims, demands and resources together.
 *
 * @param id of the one campaign that is asked for; otherwise those that were worked on last
 */
export async function readProgress(payload: Payload, user: User, id?: string): Promise<Progress[]> {
  const { localization } = payload.config
  if (!isStaff(user) || !localization) return []
  const { docs } = await payload.find({
    collection: 'campaigns',
    depth: 0,
    draft: true,
    joins: false,
    limit: most,
    locale: localization.defaultLocale as TypedLocale,
    overrideAccess: false,
    pagination: false,
    req: forNobody({}),
    select: { title: true },
    sort: '-updatedAt',
    user,
    ...(id ? { where: { id: { equals: id } } } : {}),
  })
  const [, ...others] = localization.localeCodes
  const campaigns = docs.map((doc) => ({ id: doc.id, title: doc.title ?? '' }))
  return Promise.all(
    others.flatMap((locale) =>
      campaigns.map(async (campaign) => {
        const [translated, total] = await Promise.all([
          countOf(payload, user, campaign.id, locale),
          countOf(payload, user, campaign.id),
        ])
        return { campaign, locale, translated, total }
      }),
    ),
  )
}

/** @param locale in which they are to have a title; otherwise all */
async function countOf(
  payload: Payload,
  user: User,
  campaign: string,
  locale?: string,
): Promise<number> {
  const counts = Object.entries(headings).map(([kind, heading]) => {
    const collection = kind as keyof typeof headings
    const own: Condition =
      collection === 'campaigns' ? ['id', 'equals', campaign] : ['campaign', 'equals', campaign]
    const all: Condition[] = locale ? [own, [heading, 'exists', true]] : [own]
    return countListed(payload, user, { collection, any: [all], locale })
  })
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}
