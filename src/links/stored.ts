import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { forNobody } from '../cms/dependencies/track.ts'
import { isoTime } from '../cms/iso-time.ts'
import type { Finding } from './finding.ts'
import type { Known, LinkStatus } from './judge.ts'

const collection = 'link-checks' as CollectionSlug

/** An address as the database has it. */
export type LinkCheck = {
  id: string
  url: string
  host: string
  status?: LinkStatus | null
  httpStatus?: number | null
  finalUrl?: string | null
  foundAt?: string | null
  kind?: Finding['kind'] | null
  reason?: string | null
  checkedAt?: string | null
  failures?: number | null
  streak?: number | null
  failingSince?: string | null
  dueAt: string
  askedAt?: string | null
}

/** What a resource says of its address. */
export type Link = {
  status: LinkStatus
  httpStatus: number | null
  checkedAt: string | null
  finalUrl: string | null
}

export type InTransaction = Pick<PayloadRequest, 'transactionID'>

const timeOf = (iso: string | null | undefined): number | null => (iso ? Date.parse(iso) : null)

export const knownOf = (check: LinkCheck): Known => ({
  status: check.status ?? 'unchecked',
  httpStatus: check.httpStatus ?? null,
  finalUrl: check.finalUrl ?? null,
  foundAt: timeOf(check.foundAt),
  kind: check.kind ?? null,
  checkedAt: timeOf(check.checkedAt),
  failures: check.failures ?? 0,
  failingSince: timeOf(check.failingSince),
  streak: check.streak ?? 0,
})

/** What is known of an address, as it is stored. */
export const storedOf = (known: Known) => ({
  ...known,
  foundAt: known.foundAt === null ? null : isoTime(known.foundAt),
  checkedAt: known.checkedAt === null ? null : isoTime(known.checkedAt),
  failingSince: known.failingSince === null ? null : isoTime(known.failingSince),
})

export function linkOf({ status, httpStatus, foundAt, finalUrl }: Known): Link {
  return { status, httpStatus, checkedAt: foundAt === null ? null : isoTime(foundAt), finalUrl }
}

export async function findCheck(
  payload: Payload,
  where: Where,
  { transactionID }: InTransaction = {},
  others: { sort?: string } = {},
): Promise<LinkCheck | undefined> {
  const req = forNobody({ transactionID })
  const { docs } = await payload.db.find<LinkCheck>({
    ...{ collection, limit: 1, pagination: false, req, where, ...others },
  })
  return docs[0]
}

export const updateCheck = (
  { db }: Payload,
  id: string,
  data: Partial<LinkCheck>,
  { transactionID }: InTransaction = {},
) => db.updateOne({ collection, data: { ...data }, id, req: forNobody({ transactionID }) })

export const dropCheck = ({ db }: Payload, id: string, { transactionID }: InTransaction = {}) =>
  db.deleteOne({ collection, req: forNobody({ transactionID }), where: { id: { equals: id } } })

/** Has an address checked at a time, if it is not known yet. */
export async function addCheck(
  payload: Payload,
  url: string,
  dueAt: number,
  { transactionID }: InTransaction,
): Promise<void> {
  if (!URL.canParse(url)) return
  const req = forNobody({ transactionID })
  if (await findCheck(payload, { url: { equals: url } }, req)) return
  const data = { url, host: new URL(url).host, status: 'unchecked', dueAt: isoTime(dueAt) }
  await payload.db.create({ collection, data, req })
}
