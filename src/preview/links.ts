import type { Payload, PayloadRequest, Where } from 'payload'
import { forNobody } from '../cms/dependencies/track.ts'
import { inTransaction } from '../cms/in-transaction.ts'
import { linksSlug, type StoredLink } from './links-collection.ts'
import { idIn, isTokenOf } from './token.ts'

const minute = 60_000

type InTransaction = Pick<PayloadRequest, 'transactionID'>

/** Links, the newest first. */
export async function findLinks(
  { db }: Payload,
  where: Where,
  req: InTransaction = {},
): Promise<StoredLink[]> {
  const { docs } = await db.find<StoredLink>({
    collection: linksSlug,
    limit: 0,
    pagination: false,
    req: forNobody(req),
    sort: '-id',
    where,
  })
  return docs
}

/** @returns the link that a token opens, whatever has become of it; undefined when it opens none */
export async function linkOf(payload: Payload, token: string): Promise<StoredLink | undefined> {
  const id = idIn(token)
  if (!id) return undefined
  const [link] = await findLinks(payload, { linkId: { equals: id } })
  return link && isTokenOf(token, link.hash) ? link : undefined
}

export type LinkState = 'working' | 'expired' | 'withdrawn'

export function stateOf({ expiresAt, withdrawnAt }: StoredLink): LinkState {
  if (withdrawnAt) return 'withdrawn'
  return new Date(expiresAt).getTime() > Date.now() ? 'working' : 'expired'
}

/** Notes that a link was opened, once a minute at most: whoever reloads it should not make writes. */
export async function noteOpened(payload: Payload, link: StoredLink): Promise<void> {
  const last = link.lastOpenedAt ? new Date(link.lastOpenedAt).getTime() : 0
  if (Date.now() - last < minute) return
  await inTransaction(payload, (req) =>
    payload.db.updateOne({
      collection: linksSlug,
      id: link.id,
      data: { lastOpenedAt: new Date().toISOString() },
      req,
    }),
  )
}
