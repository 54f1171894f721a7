import { z } from 'zod'
import { type Place, placeOf } from './place.ts'
import { BadRequest, type Mistake } from './refusals.ts'

/** How many changes a page has when nothing is said, and at most. */
export const limits = { usual: 100, most: 500 }

const limitMessage = `accepted: a whole number from 1 to ${limits.most}`

const limit = z
  .string()
  .regex(/^\d{1,6}$/, limitMessage)
  .transform(Number)
  .refine((value) => value >= 1 && value <= limits.most, limitMessage)

const documents = z
  .enum(['true', 'false'], { error: 'accepted: true, false' })
  .transform((value) => value === 'true')

/** Reads the parameters of the endpoints; the collections that there are, are given. */
export function createParameters(known: ReadonlySet<string>) {
  const one = z.enum([...known], { error: `accepted: some of ${[...known].join(',')}` })
  const list = z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(one))
    .transform((names) => [...new Set(names)].sort())
  const shared = { since: z.string().optional(), collections: list.optional() }
  const page = z.strictObject({ ...shared, limit: limit.optional() })
  const stream = z.strictObject({ ...shared, documents: documents.optional() })

  return {
    collection: one,
    ofPage(query: URLSearchParams) {
      const { limit = limits.usual, ...given } = parse(page, query)
      return { ...given, limit }
    },
    ofStream(query: URLSearchParams) {
      const { documents = true, ...given } = parse(stream, query)
      return { ...given, documents }
    },
  }
}

/**
 * The place of a token, which remembers the collections of its copy.
 *
 * @throws BadRequest when others are asked for, because their documents would be missing from the copy
 */
export function placeGiven(
  token: string,
  collections: readonly string[] | undefined,
  parameter: string,
): Place {
  const place = placeOf(token, parameter)
  if (collections && collections.join() !== place.collections?.join()) {
    const own = place.collections ? `collections=${place.collections.join()}` : 'all collections'
    throw new BadRequest(
      'collections',
      `accepted: those of the token (${own}), or none; for others begin without \`since\``,
    )
  }
  return place
}

function parse<Schema extends z.ZodObject>(
  schema: Schema,
  query: URLSearchParams,
): z.output<Schema> {
  const names = [...query.keys()]
  const repeated = names.find((name, i) => names.indexOf(name) < i)
  if (repeated !== undefined) throw new BadRequest(repeated, 'accepted: once')
  const parsed = schema.safeParse(Object.fromEntries(query))
  if (!parsed.success) throw mistakesOf(parsed.error, Object.keys(schema.shape))
  return parsed.data
}

/** @param accepted the names that there are */
export function mistakesOf({ issues }: z.ZodError, accepted: string[]): BadRequest {
  const mistakes = issues.flatMap((issue): Mistake[] => {
    const path = nameOf(issue.path)
    if (issue.code !== 'unrecognized_keys') return [mistake(path || 'body', issue.message)]
    const message = path
      ? 'not a property here'
      : `not a parameter here; accepted: ${accepted.join(', ')}`
    return issue.keys.map((key) => mistake(path ? `${path}.${key}` : key, message))
  })
  const [first, ...others] = mistakes
  return new BadRequest(
    first?.parameter ?? 'body',
    first?.message.slice(first.parameter.length + 2) ?? '',
    others,
  )
}

const mistake = (parameter: string, message: string): Mistake => ({
  parameter,
  message: `${parameter}: ${message}`,
})

/** As one would write it: `items[3].digest`. */
const nameOf = (path: PropertyKey[]): string =>
  path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`))
    .join('')
