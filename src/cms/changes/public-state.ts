import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { forNobody } from '../dependencies/track.ts'
import type { EntryState } from './changes-collection.ts'
import { canonical, digestOf, localeDigests, sha256 } from './digest.ts'

/** A document of a collection. */
export type Reference = { collection: string; id: string }

/** What the public sees of a document, as far as the log is concerned with it. */
export type PublicState = EntryState & {
  slug: string | null
  /** Of an upload, by which its file is addressed. */
  filename: string | null
  digest: string
  /** The document in the canonical form that the digest is of. */
  content: string
}

/** Says of a document, as read with `locale=all`, that it is taken back though it can still be read. */
type IsRetracted = (document: Record<string, unknown>) => boolean

/** What of a document, as read with `locale=all`, cannot be edited without correcting it. */
type SubstanceOf = (document: Record<string, unknown>) => unknown

/** How documents of a collection are looked at. */
export type Viewing = { isRetracted?: IsRetracted; substanceOf?: SubstanceOf }

/** The part of a request that joins its transaction. */
export type InTransaction = Pick<PayloadRequest, 'transactionID'>

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/**
 * What anonymous readers see of documents of a collection once the transaction is committed.
 *
 * @returns by id; without those that they do not see
 */
export async function publicStates(
  payload: Payload,
  collection: string,
  ids: string[],
  viewing: Viewing,
  { transactionID }: InTransaction,
): Promise<Map<string, PublicState>> {
  const { docs } = await payload.find({
    collection: collection as CollectionSlug,
    depth: 0,
    // A request of its own: whoever makes the change may see more than the public.
    req: forNobody({ transactionID }),
    fallbackLocale: false,
    limit: ids.length,
    ...(payload.config.localization ? { locale: 'all' as const } : {}),
    overrideAccess: false,
    pagination: false,
    where: { id: { in: ids } },
  })
  const stateOf = stateIn(payload, collection, viewing)
  return new Map(docs.map((document) => [String(document.id), stateOf(document as never)]))
}

function stateIn(
  { collections, config: { localization } }: Payload,
  collection: string,
  { isRetracted, substanceOf }: Viewing,
) {
  const fields = collections[collection as CollectionSlug].config.flattenedFields
  return (document: Record<string, unknown>): PublicState => {
    const content = canonical(document)
    return {
      slug: textIn(document.slug),
      filename: textIn(document.filename),
      digest: sha256(content),
      content,
      locales: localization ? localeDigests(fields, document, localization.localeCodes) : {},
      retracted: isRetracted?.(document) ?? false,
      ...(substanceOf ? { substance: digestOf(substanceOf(document)) } : {}),
    }
  }
}
