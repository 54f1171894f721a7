import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { z } from 'zod'
import type { NamedCollection } from '../../bundle/documents.ts'
import { inTransaction } from '../../cms/in-transaction.ts'
import { type Mistake, mistake } from '../../cms/readers/mistake.ts'
import { refuse } from '../../cms/readers/refuse.ts'
import { findLinks, stateOf } from '../links.ts'
import { linksSlug, type StoredLink } from '../links-collection.ts'
import { makeToken } from '../token.ts'
import { describe } from './described-link.ts'
import { answer, documentForStaff } from './staff-only.ts'

const dayLength = 24 * 60 * 60 * 1000
const mostLinks = 50
const acceptedDays = 'accepted: a whole number of days from 1 to 90'

const body = z.strictObject({
  days: z
    .number({ error: acceptedDays })
    .int(acceptedDays)
    .min(1, acceptedDays)
    .max(90, acceptedDays)
    .default(7),
  note: z
    .string({ error: 'accepted: a text' })
    .trim()
    .max(100, 'accepted: 100 characters')
    .optional(),
})

/**
 * `POST /api/{collection}/{id}/preview-links` makes a link by which whoever has it sees the document's
 * draft, for 7 days unless said otherwise. Its address is shown this once.
 */
export const makeLink = (
  collection: NamedCollection,
  publicUrl: string,
): Omit<Endpoint, 'root'> => ({
  method: 'post',
  path: '/:id/preview-links',
  handler: async (req) => {
    const document = await documentForStaff(req, collection)
    await addDataAndFileToRequest(req)
    const asked = body.safeParse(req.data ?? {})
    if (!asked.success) return refuse(mistakesOf(asked.error), req)

    const there = await findLinks(req.payload, {
      and: [{ of: { equals: collection } }, { document: { equals: document } }],
    })
    if (there.filter((link) => stateOf(link) === 'working').length >= mostLinks) {
      return refuse([mistake('links', `accepted: ${mostLinks} a document; withdraw some`)], req)
    }
    const { days, note } = asked.data
    const { token, id: linkId, hash } = makeToken()
    const expiresAt = new Date(Date.now() + days * dayLength).toISOString()
    const by = req.user?.id ?? null
    const data = { of: collection, document, linkId, hash, note: note || null, by, expiresAt }
    const stored = await inTransaction(req.payload, (own) =>
      req.payload.db.create({ collection: linksSlug, data, req: own }),
    )
    const [doc] = await describe(req, [stored as unknown as StoredLink])
    const message = 'This is the only time that the address is shown: it is not kept.'
    return answer(req, { doc, url: `${publicUrl}/preview/${token}`, message }, 201)
  },
})

function mistakesOf({ issues }: z.ZodError): Mistake[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const accepted = `accepted: ${Object.keys(body.shape).join(', ')}`
      return issue.keys.map((name) => mistake(name, `not a parameter here; ${accepted}`))
    }
    const [name] = issue.path
    return name === undefined
      ? [mistake('body', 'accepted: a JSON object')]
      : [mistake(String(name), issue.message)]
  })
}
