import type { CollectionSlug, Payload } from 'payload'
import { changeLogOf } from '../cms/changes/change-log.ts'
import { canonical, sha256 } from '../cms/changes/digest.ts'
import { forNobody } from '../cms/dependencies/track.ts'
import type { StoredPublication } from '../cms/publications/publications-collection.ts'
import { Tally } from './content/tally.ts'

/** So many documents are in memory at once. */
const atOnce = 50

/** Finds out of publications, in any order, what the public sees. */
export class PublicSoFar {
  private readonly newest = new Map<string, { revision: number; digest: string | null }>()

  note({ of, document, revision, content }: StoredPublication): void {
    const key = `${of}/${document}`
    if ((this.newest.get(key)?.revision ?? 0) >= revision) return
    this.newest.set(key, { revision, digest: content ? digestOf(JSON.parse(content)) : null })
  }

  total() {
    const tally = new Tally()
    for (const [key, { digest }] of this.newest) if (digest) tally.add([key, digest])
    return tally.total()
  }
}

/**
 * What anybody can read, read as by anybody.
 *
 * @returns also how many documents are no longer in the very form that partners were told of: a later Handbill
 *   may have fields that an earlier one had not
 */
export async function readPublic(payload: Payload) {
  const tally = new Tally()
  const logged = changeLogOf(payload)
  let reshaped = 0
  for (const collection of logged?.collections ?? []) {
    for (let after: string | undefined; ; ) {
      const { docs } = await payload.find({
        collection: collection as CollectionSlug,
        depth: 0,
        fallbackLocale: false,
        limit: atOnce,
        locale: 'all',
        overrideAccess: false,
        pagination: false,
        req: forNobody({}),
        sort: 'id',
        ...(after === undefined ? {} : { where: { id: { greater_than: after } } }),
      })
      const told = await logged?.log.newestOf(
        docs.map(({ id }) => ({ collection, id: String(id) })),
        0,
      )
      const digests = new Set(told?.map(({ digest }) => digest))
      for (const one of docs) {
        tally.add([`${collection}/${one.id}`, digestOf(one)])
        if (!digests.has(sha256(canonical(one)))) reshaped++
      }
      after = docs.at(-1)?.id as string | undefined
      if (docs.length < atOnce) break
    }
  }
  return { ...tally.total(), reshaped }
}

/** A later Handbill may have fields that an earlier one has not stored; those without a value are passed over. */
function digestOf(document: unknown): string {
  const tally = new Tally()
  tally.add(document)
  return tally.total().digest
}
