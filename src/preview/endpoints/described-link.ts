import type { PayloadRequest } from 'payload'
import { type LinkState, stateOf } from '../links.ts'
import type { StoredLink } from '../links-collection.ts'

/** A link as editors are told of it, without what opens it. */
export type DescribedLink = {
  id: string
  note: string | null
  state: LinkState
  /** Who made it; null when the account is gone. */
  by: string | null
  createdAt: string
  expiresAt: string
  withdrawnAt: string | null
  lastOpenedAt: string | null
}

export async function describe(req: PayloadRequest, links: StoredLink[]): Promise<DescribedLink[]> {
  const names = await namesOf(req, links)
  return links.map((link) => ({
    id: link.id,
    note: link.note ?? null,
    state: stateOf(link),
    by: names.get(link.by ?? '') ?? null,
    createdAt: iso(link.createdAt) ?? '',
    expiresAt: iso(link.expiresAt) ?? '',
    withdrawnAt: iso(link.withdrawnAt),
    lastOpenedAt: iso(link.lastOpenedAt),
  }))
}

async function namesOf(req: PayloadRequest, links: StoredLink[]): Promise<Map<string, string>> {
  const ids = [...new Set(links.flatMap(({ by }) => by ?? []))]
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.db.find<{ id: string; name: string }>({
    collection: 'users',
    pagination: false,
    req,
    select: { name: true },
    where: { id: { in: ids } },
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}

const iso = (date: string | null | undefined): string | null =>
  date ? new Date(date).toISOString() : null
