import type { z } from 'zod'
import { accepts, type Mistake, mistake } from './mistake.ts'

/**
 * What a schema finds wrong with the body of a request, each mistake by the name of its field.
 *
 * @param names of the fields that the body may have
 */
export const schemaMistakes = ({ issues }: z.ZodError, names: Iterable<string>): Mistake[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => mistake(name, accepts(names)))
      : [mistake(issue.path.join('.') || 'body', issue.message)],
  )
