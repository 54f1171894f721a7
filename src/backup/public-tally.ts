import type { CollectionSlug, Payload } from 'payload'
import { changeLogOf } from '../cms/changes/change-log.ts'
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

/** What anybody can read, read as by anybody. */
export async function readPublic(payload: Payload) {
  const tally = new Tally()
  for (const collection of changeLogOf(payload)?.collections ?? []) {
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
      for (const one of docs) tally.add([`${collection}/${one.id}`, digestOf(one)])
      after = docs.at(-1)?.id as string | undefined
      if (docs.length < atOnce) break
    }
  }
  return tally.total()
}

/** A later Handbill may have fields that an earlier one has not stored; those without a value are passed over. */
function digestOf(document: unknown): string {
  const tally = new Tally()
  tally.add(document)
  return tally.total().digest
}
