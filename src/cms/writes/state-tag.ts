import { createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { forNobody } from '../dependencies/track.ts'

/** What an account has that signing in changes, and nobody edits. */
const asides = new Set([
  'lockUntil',
  'loginAttempts',
  'resetPasswordExpiration',
  'resetPasswordToken',
  'resetPasswordRequestedAt',
  'sessions',
])

/**
 * The entity tag of a document's state: as it is published, and its newest draft. It changes with every
 * change of the document, in any language, and with nothing else.
 *
 * It is a digest under the server's secret, for it covers fields that its holder may not read.
 *
 * @returns undefined when there is no such document
 */
export async function stateTag(
  req: PayloadRequest,
  slug: string,
  id: string | number,
): Promise<string | undefined> {
  const { payload, transactionID } = req
  const collection = slug as CollectionSlug
  const own = forNobody(transactionID === undefined ? {} : { transactionID: await transactionID })
  // Documents that refer to this one are none of its state.
  const asked = { collection, joins: false as never, req: own }
  const main = await payload.db.findOne<Stored>({ ...asked, where: { id: { equals: id } } })
  if (!main) return undefined
  const isDrafted = payload.collections[collection]?.config.versions?.drafts
  const newest = isDrafted
    ? await payload.db.findVersions<Stored>({
        ...{ ...asked, limit: 1, pagination: false, sort: '-updatedAt' },
        where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
      })
    : undefined
  const state = JSON.stringify([main, newest?.docs[0]?.version ?? null], (key, value) =>
    asides.has(key) ? undefined : value,
  )
  const digest = createHmac('sha256', payload.secret)
    .update(`${slug}/${id}\n`)
    .update(canonicalize(JSON.parse(state)) ?? '')
    .digest('base64url')
  return `"${digest.slice(0, 27)}"`
}

type Stored = Record<string, unknown> & { id: string }
