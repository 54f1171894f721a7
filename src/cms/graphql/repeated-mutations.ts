import { setTimeout as sleep } from 'node:timers/promises'
import type { GraphQLSchema } from 'graphql'
import { isolateObjectProperty } from 'payload'
import { isTransient } from '../in-transaction.ts'
import { Turns } from '../turns.ts'
import type { Context } from './context.ts'

/** For how long a write is tried again. */
const patience = 10_000

/**
 * Has each write of a mutation done again that met another write of the same document, as REST does it for a
 * request: what the same mutation has written before stays as it is.
 */
export function repeatMutations(schema: GraphQLSchema): void {
  const turns = new Turns()
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (!field.resolve) continue
    const { name, resolve } = field
    field.resolve = async (source, args, context: Context, info) => {
      const deadline = performance.now() + patience
      const attempt = async () => {
        const own = withOwnNotes(context)
        const result = await resolve(source, structuredClone(args), own, info)
        // The fields below are read as the resolver has noted it there.
        Object.assign(context, own)
        return result
      }
      try {
        return await attempt()
      } catch (error) {
        if (!isTransient(error)) throw error
        return turns.take(`${name} ${args.id}`, () => untilItFits(attempt, deadline))
      }
    }
  }
}

async function untilItFits<T>(attempt: () => Promise<T>, deadline: number): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!isTransient(error) || performance.now() > deadline) throw error
      await sleep(Math.random() * 100)
    }
  }
}

/** What hooks note on a request, and look up for it, is of the attempt. */
function withOwnNotes({ headers, req }: Context): Context {
  const own = isolateObjectProperty(req, 'context')
  own.context = { ...req.context }
  return { headers, req: own }
}
