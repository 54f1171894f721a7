import type { CollectionSlug, Payload, Where } from 'payload'
import { documentKey, newestEach } from '../../changes/change.ts'
import type { Publication, PublicationHead, Publications } from '../../changes/publications.ts'
import { publicationsSlug, type StoredPublication } from './publications-collection.ts'

const collection = publicationsSlug as CollectionSlug

/** The publications that are kept in Payload's database. */
export function publications(payload: Payload): Publications {
  async function newest(...conditions: Where[]): Promise<Publication | undefined> {
    const { docs } = await payload.db.find<StoredPublication>({
      collection,
      limit: 1,
      pagination: false,
      sort: ['-at', '-revision'],
      where: { and: conditions },
    })
    return docs[0] && publicationOf(docs[0])
  }

  async function head(
    sort: string | string[],
    ...and: Where[]
  ): Promise<PublicationHead | undefined> {
    const { docs } = await payload.db.find<StoredPublication>({
      collection,
      limit: 1,
      pagination: false,
      select: { content: false },
      sort,
      where: { and },
    })
    return docs[0] && headOf(docs[0])
  }

  async function asOf(of: string, id: string, at: Date): Promise<Publication | undefined> {
    return newest({ document: { equals: id } }, { of: { equals: of } }, notAfter(at))
  }

  return {
    asOf,
    async namedAsOf(of, slug, at) {
      const named = await newest({ slug: { equals: slug } }, { of: { equals: of } }, notAfter(at))
      return named && asOf(of, named.id, at)
    },
    revision: (of, id, revision) => newest(keyOf(of, id, revision)),
    async revisions(of, id, after, limit) {
      const { docs } = await payload.db.find<StoredPublication>({
        collection,
        limit,
        pagination: false,
        select: { content: false },
        sort: 'revision',
        where: {
          and: [
            { document: { equals: id } },
            { of: { equals: of } },
            { revision: { greater_than: after } },
          ],
        },
      })
      return docs.map(headOf)
    },
    async newestOf(documents) {
      if (documents.length === 0) return []
      const { docs } = await payload.db.find<StoredPublication>({
        collection,
        limit: 0,
        pagination: false,
        select: { content: false },
        where: { document: { in: documents.map(({ id }) => id) } },
      })
      const asked = new Set(documents.map(documentKey))
      return newestEach(docs.map(headOf).filter((one) => asked.has(documentKey(one))))
    },
    latest: (of, id) => head('-revision', { document: { equals: id } }, { of: { equals: of } }),
    nearest(of, id, side, revision) {
      const isAfter = side === 'after'
      return head(
        isAfter ? 'revision' : '-revision',
        { document: { equals: id } },
        { of: { equals: of } },
        { revision: { [isAfter ? 'greater_than' : 'less_than']: revision } },
        { kind: { not_in: ['unpublished', 'deleted'] } },
      )
    },
    lastNamed: (of, slug) =>
      head(['-at', '-revision'], { slug: { equals: slug } }, { of: { equals: of } }),
    firstNamed: (of, slug) =>
      head(['at', 'revision'], { slug: { equals: slug } }, { of: { equals: of } }),
    lastFiled: (of, filename) => newest({ filename: { equals: filename } }, { of: { equals: of } }),
    async ofChanges(changes) {
      if (changes.length === 0) return []
      const { docs } = await payload.db.find<StoredPublication>({
        collection,
        limit: 0,
        pagination: false,
        where: { or: changes.map(({ collection: of, id, revision }) => keyOf(of, id, revision)) },
      })
      const found = new Map(
        docs.map(publicationOf).map((one) => [`${one.collection}/${one.id}/${one.revision}`, one]),
      )
      return changes.map(({ collection: of, id, revision }) => found.get(`${of}/${id}/${revision}`))
    },
  }
}

const keyOf = (of: string, id: string, revision: number): Where => ({
  and: [{ document: { equals: id } }, { of: { equals: of } }, { revision: { equals: revision } }],
})

const notAfter = (at: Date): Where => ({ at: { less_than_equal: at.toISOString() } })

function headOf(stored: StoredPublication): PublicationHead {
  const { content: _, ...head } = publicationOf(stored)
  return head
}

const publicationOf = (stored: StoredPublication): Publication => ({
  collection: stored.of,
  id: stored.document,
  revision: stored.revision,
  slug: stored.slug ?? null,
  kind: stored.kind as Publication['kind'],
  locales: stored.locales,
  at: new Date(stored.at).toISOString(),
  digest: stored.digest ?? null,
  content: stored.content ?? null,
})
