import type { CollectionSlug, Payload } from 'payload'
import { isAdmin, isStaff } from '../../collections/access/roles.ts'
import { countListed, type User } from './count.ts'
import { type Item, type ItemKey, itemsOf } from './items.ts'
import { listAddress } from './list-address.ts'

/** How many documents need attention for one reason, and where they are listed. */
type Needed = {
  key: ItemKey
  collection: CollectionSlug
  locale?: string
  count: number
  list: string
}

export type Attention = {
  /** What has nothing that needs attention is not in it. */
  items: Needed[]
  /** Whether there is no content at all yet. */
  isNew: boolean
}

/** What needs the attention of somebody who works here; nothing for anybody else. */
export async function readAttention(payload: Payload, user: User): Promise<Attention> {
  if (!isStaff(user)) return { items: [], isNew: false }
  const { config } = payload
  const items = itemsOf(config, new Date(), user).filter(
    ({ isForAdmins }) => !isForAdmins || isAdmin(user),
  )
  const needed = ({ key, collection, any, locale }: Item, count: number): Needed => ({
    key,
    collection,
    ...(locale ? { locale } : {}),
    count,
    list: listAddress(config.routes.admin, collection, any, locale),
  })
  const [counted, ...contents] = await Promise.all([
    Promise.all(items.map(async (item) => needed(item, await countListed(payload, user, item)))),
    ...(['campaigns', 'claims', 'demands', 'resources'] as const).map((collection) =>
      countListed(payload, user, { collection, any: [] }),
    ),
  ])
  return {
    items: counted.filter(({ count }) => count > 0),
    isNew: contents.every((count) => count === 0),
  }
}
