import { isDeepStrictEqual } from 'node:util'
import type { Payload, TypeWithVersion } from 'payload'
import { forNobody } from '../cms/dependencies/track.ts'
import { inTransaction } from '../cms/in-transaction.ts'
import { isoTime } from '../cms/iso-time.ts'
import type { Finding } from './finding.ts'
import { isOtherConclusion, judge, nextCheck } from './judge.ts'
import type { Parts } from './parts.ts'
import {
  findCheck,
  type InTransaction,
  knownOf,
  type Link,
  type LinkCheck,
  linkOf,
  storedOf,
  updateCheck,
} from './stored.ts'

const collection = 'resources' as const

/**
 * Notes what a check has found, and tells the resources that have the address when it leads to another
 * conclusion, all in one transaction: so the change log has an entry for that, and for nothing else.
 */
export function settle(
  payload: Payload,
  { timings, clock }: Pick<Parts, 'timings' | 'clock'>,
  { id }: LinkCheck,
  finding: Finding,
): Promise<void> {
  return inTransaction(payload, async (req) => {
    const check = await findCheck(payload, { id: { equals: id } }, req)
    if (!check) return
    const now = clock.now()
    const before = knownOf(check)
    const after = judge(before, finding, now, timings)
    const dueAt = isoTime(nextCheck(after, now, timings, Math.random()))
    const { reason } = finding
    await updateCheck(payload, id, { ...storedOf(after), dueAt, reason }, req)
    if (isOtherConclusion(before, after))
      await tellResources(payload, check.url, linkOf(after), req)
  })
}

type Resource = { id: string; link?: Partial<Link> | null }

/**
 * Writes what is known into the resources and their newest versions, past Payload's operations: it is no
 * edit, so it makes no version and leaves the time of the last edit alone.
 */
async function tellResources(
  { db }: Payload,
  url: string,
  link: Link,
  { transactionID }: InTransaction,
): Promise<void> {
  const req = forNobody({ transactionID })
  const all = { collection, limit: 0, pagination: false, req } as const
  const { docs } = await db.find<Resource>({ ...all, where: { url: { equals: url } } })
  for (const { id } of docs) {
    const data = { link: { ...link }, updatedAt: null }
    await db.updateOne({ collection, data, id, req })
  }
  // The admin's lists and forms show the newest versions.
  const { docs: versions } = await db.findVersions<Resource>({
    ...all,
    where: { and: [{ latest: { equals: true } }, { 'version.url': { equals: url } }] },
  })
  for (const one of versions) await tellVersion({ db }, one, link, req)
}

async function tellVersion(
  { db }: Pick<Payload, 'db'>,
  stored: TypeWithVersion<Resource>,
  link: Link,
  req: InTransaction,
): Promise<void> {
  const { id, version } = stored
  if (isDeepStrictEqual(version.link, link)) return
  // MongoDB replaces what is given under `version` as one.
  const versionData = { ...stored, version: { ...version, link: { ...link } } }
  await db.updateVersion({ collection, id, req: req as never, versionData: versionData as never })
}
