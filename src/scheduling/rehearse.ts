import type { Payload, TypedUser } from 'payload'
import { inTransaction } from '../cms/in-transaction.ts'
import { publishTogether } from './publish-together.ts'
import { Refused } from './refused.ts'
import { type Item, keyOf, type Problem, type What } from './what.ts'

/** Each takes another rehearsal, and whoever has so much to mend asks again. */
const mostRefused = 10

class Rehearsed extends Error {}

/**
 * Tells what hinders documents from being published or unpublished together: it does so, by all rules
 * there are, and takes it back. Hooks are told by `req.context.isRehearsal`.
 */
export async function rehearse(
  payload: Payload,
  user: TypedUser | undefined,
  what: What,
  documents: readonly Item[],
): Promise<Problem[]> {
  const problems: Problem[] = []
  let rest = documents
  for (let refused = 0; refused < mostRefused; refused++) {
    try {
      await inTransaction(
        payload,
        async (req) => {
          req.context.isRehearsal = true
          await publishTogether(req, what, rest)
          throw new Rehearsed()
        },
        user ? { user } : {},
      )
    } catch (error) {
      if (error instanceof Rehearsed) break
      if (!(error instanceof Refused)) throw error
      problems.push(...error.problems)
      rest = rest.filter((one) => keyOf(one) !== keyOf(error.item))
    }
  }
  return problems
}
