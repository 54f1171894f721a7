import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { type Mistake, mistake } from '../../cms/readers/mistake.ts'
import { refuse } from '../../cms/readers/refuse.ts'
import { keysSlug, type StoredKey } from '../collections.ts'
import { makeKey as makeSecret } from '../key.ts'
import { keyRingOf } from '../key-ring.ts'
import { answer, partnerForAdmin } from './admins.ts'
import { describe } from './described-key.ts'

const dayLength = 24 * 60 * 60 * 1000
const mostKeys = 50

const body = z.strictObject({
  label: z
    .string({ error: 'accepted: a text' })
    .trim()
    .max(100, 'accepted: 100 characters')
    .optional(),
  expiresAt: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()], {
      error: 'accepted: a date, such as 2027-01-31 or 2027-01-31T12:00:00Z',
    })
    .refine((date) => Date.parse(date) > Date.now(), 'accepted: a date in the future')
    .nullish(),
  replaces: z.string({ error: 'accepted: the id of a key' }).optional(),
  overlapDays: z
    .number({ error: 'accepted: a number from 0 to 90' })
    .min(0, 'accepted: a number from 0 to 90')
    .max(90, 'accepted: a number from 0 to 90')
    .default(7),
})

/**
 * `POST /api/partners/{id}/keys` makes a key and shows it this once. With `replaces` it takes the place of
 * another, which works for `overlapDays` more, 7 unless said otherwise.
 */
export const makeKey: Omit<Endpoint, 'root'> = {
  method: 'post',
  path: '/:id/keys',
  handler: async (req) => {
    const partner = await partnerForAdmin(req)
    await addDataAndFileToRequest(req)
    const asked = body.safeParse(req.data ?? {})
    if (!asked.success) return refuse(mistakesOf(asked.error), req)

    const { label, expiresAt, replaces, overlapDays } = asked.data
    const keys = await keysOf(req, partner)
    const replaced = keys.find(({ keyId }) => keyId === replaces)
    if (replaces !== undefined && (!replaced || describe(replaced).state !== 'working')) {
      return refuse(
        [mistake('replaces', 'accepted: the id of a key of this partner that works')],
        req,
      )
    }
    if (keys.length >= mostKeys) {
      const message = `accepted: ${mostKeys} a partner; delete keys that do not work any more`
      return refuse([mistake('keys', message)], req)
    }
    const { key, id, hash } = makeSecret()
    const stored = await req.payload.db.create({
      collection: keysSlug,
      req,
      data: {
        partner,
        keyId: id,
        hash,
        label: label || replaced?.label || undefined,
        ...(expiresAt ? { expiresAt: new Date(expiresAt).toISOString() } : {}),
      },
    })
    if (replaced) await endLater(req, replaced, Date.now() + overlapDays * dayLength)
    const message = 'This is the only time that the key is shown: it is not kept.'
    return answer(req, { doc: describe(stored as StoredKey), key, message }, 201)
  },
}

async function keysOf(req: PayloadRequest, partner: string): Promise<StoredKey[]> {
  const { docs } = await req.payload.db.find<StoredKey>({
    collection: keysSlug,
    pagination: false,
    req,
    where: { partner: { equals: partner } },
  })
  return docs
}

/** Ends a key at that time, unless it ends before. */
async function endLater(req: PayloadRequest, key: StoredKey, at: number): Promise<void> {
  const given = key.expiresAt ? Date.parse(key.expiresAt) : Number.POSITIVE_INFINITY
  const expiresAt = new Date(Math.min(given, at)).toISOString()
  await req.payload.db.updateOne({ collection: keysSlug, id: key.id, data: { expiresAt }, req })
  keyRingOf(req.payload).forget()
}

function mistakesOf({ issues }: z.ZodError): Mistake[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) =>
          mistake(name, `not a parameter here; accepted: ${Object.keys(body.shape).join(', ')}`),
        )
      : [
          mistake(
            issue.path.join('.') || 'body',
            issue.path.length ? issue.message : 'accepted: a JSON object',
          ),
        ],
  )
}
