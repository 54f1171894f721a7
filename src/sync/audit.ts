import { z } from 'zod'
import { type Change, documentKey, isTombstone } from '../changes/change.ts'
import type { ChangeLog } from '../changes/change-log.ts'
import type { Publications } from '../changes/publications.ts'
import { headOf } from './entry.ts'

/** How much can be audited at once. */
export const auditLimits = { items: 1000, bytes: 1_000_000 }

/** Documents looked at for what is missing. */
const lookedAt = 1000

const text = z.string({ error: 'accepted: a text' }).max(200, 'accepted: at most 200 characters')
const digest = z
  .string({ error: 'accepted: a SHA-256 digest in hexadecimal' })
  .regex(/^[\da-f]{64}$/, 'accepted: a SHA-256 digest in hexadecimal')

const item = z.strictObject(
  {
    collection: text.describe('What kind of document it is.'),
    id: text.describe('The id of the document.'),
    digest: digest.describe('The digest of the copy.'),
  },
  { error: 'accepted: { collection, id, digest }' },
)

/** The body of an audit. */
export const auditBody = (collection: z.ZodType<string>) =>
  z.strictObject(
    {
      items: z
        .array(item, { error: 'accepted: a list of { collection, id, digest }' })
        .max(auditLimits.items, `accepted: at most ${auditLimits.items} items`)
        .describe('The documents.'),
      collections: z
        .array(collection, { error: 'accepted: a list of names' })
        .min(1, 'accepted: at least one name')
        .describe('Of which collections to tell what is missing.')
        .optional(),
      after: text.describe('The list is complete for ids after this one.').optional(),
      through: text.describe('The list is complete for ids up to this one.').optional(),
    },
    { error: 'accepted: { items, collections, after, through }' },
  )

type Asked = z.output<ReturnType<typeof auditBody>>
type Item = Asked['items'][number]
type State = Omit<Change, 'sequence' | 'isCorrection'>

/** Tells of a partner's documents which are no longer what is public, and which are not there. */
export function createAudit(log: ChangeLog, publications: Publications) {
  return async (asked: Asked) => ({
    ...(await judge(asked.items)),
    ...(asked.collections ? await missing(asked, asked.collections) : {}),
  })

  async function judge(items: Item[]) {
    const states = await newestOf(items)
    const stale: object[] = []
    const gone: object[] = []
    const unknown: object[] = []
    let current = 0
    for (const one of items) {
      const state = states.get(documentKey(one))
      if (!state) unknown.push({ collection: one.collection, id: one.id })
      else if (isTombstone(state)) gone.push(headOf(state))
      else if (state.digest === one.digest) current++
      else stale.push(headOf(state))
    }
    return { current, stale, gone, unknown }
  }

  /** The log forgets who was withdrawn long ago; the publications do not. */
  async function newestOf(items: Item[]): Promise<Map<string, State>> {
    const states = new Map<string, State>()
    const note = (found: State[]) => {
      for (const state of found) states.set(documentKey(state), state)
    }
    note(await log.newestOf(items, 0))
    note(await publications.newestOf(items.filter((one) => !states.has(documentKey(one)))))
    return states
  }

  /** What is public with an id behind `after`, up to `through`, and not in the list. */
  async function missing({ items, after = '', through }: Asked, collections: string[]) {
    const held = new Set(items.map(documentKey))
    const { ids, isEnd } = await log.idsAfter(after, lookedAt)
    const inside = ids.filter((id) => through === undefined || id <= through)
    const documents = collections.flatMap((collection) => inside.map((id) => ({ collection, id })))
    const found = await log.newestOf(documents, 0)
    const lacking = found.filter((one) => !isTombstone(one) && !held.has(documentKey(one)))
    const hasMore = !isEnd && inside.length === ids.length
    return { missing: lacking.map(headOf), next: hasMore ? (ids.at(-1) ?? null) : null }
  }
}
