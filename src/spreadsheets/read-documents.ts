import type { CollectionSlug, PayloadRequest, Where } from 'payload'

export type Doc = {
  id: string
  slug?: string | null
  _status?: string
  updatedAt?: string
} & Record<string, unknown>

const page = 200

/** Documents as editors see them: the newest draft, in the request's language alone, with ids for relations. */
export async function readDocuments(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
  { most, sort }: { most: number; sort: readonly string[] },
): Promise<Doc[]> {
  const docs: Doc[] = []
  for (let at = 1; ; at++) {
    const found = await req.payload.find({
      collection,
      depth: 0,
      draft: true,
      fallbackLocale: false,
      limit: page,
      overrideAccess: false,
      page: at,
      // What is as old as another has its place by the id.
      sort: [...(sort.length > 0 ? sort : ['createdAt']), 'id'],
      req,
      where,
    })
    docs.push(...(found.docs as unknown as Doc[]))
    if (!found.hasNextPage || docs.length > most) return docs
  }
}

/** The documents that have one of the ids or slugs. */
export async function readNamed(
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: readonly string[],
  slugs: readonly string[],
): Promise<Doc[]> {
  const docs = new Map<string, Doc>()
  for (const [name, all] of [['id', ids] as const, ['slug', slugs] as const]) {
    for (let i = 0; i < all.length; i += page) {
      const { docs: found } = await req.payload.find({
        collection,
        depth: 0,
        draft: true,
        fallbackLocale: false,
        overrideAccess: false,
        // Counting beside reading would open the transaction twice, which MongoDB refuses.
        pagination: false,
        req,
        where: { [name]: { in: all.slice(i, i + page) } },
      })
      for (const doc of found as unknown as Doc[]) docs.set(doc.id, doc)
    }
  }
  return [...docs.values()]
}
