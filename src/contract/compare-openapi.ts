import type { OpenApiDocument } from '../openapi/document.ts'
import type { MediaType, Method, Operation, Parameter } from '../openapi/operation.ts'
import { type Break, isOver } from './break.ts'
import { compareInput, compareOutput } from './compare-schemas.ts'

/**
 * What in the present document breaks a client that was written by the released one.
 *
 * @param today a day, such as 2026-12-01: what the released document says is gone by then may be
 */
export function breaksInOpenApi(
  released: OpenApiDocument,
  present: OpenApiDocument,
  today: string,
): Break[] {
  const inPaths = Object.entries(released.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, before]): Break[] => {
      const at = `${method.toUpperCase()} ${path}`
      if (isOver(before, today)) return []
      const after = present.paths[path]?.[method as Method]
      if (!after) return [{ at, problem: 'is gone' }]
      return [
        ...parameterBreaks(at, { released, before }, { present, after }, today),
        ...bodyBreaks(at, { released, before }, { present, after }, today),
        ...responseBreaks(at, { released, before }, { present, after }, today),
      ]
    }),
  )
  return [...inPaths, ...webhookBreaks(released, present, today)]
}

/** What we send is to a receiver what an answer is to a client. */
function webhookBreaks(
  released: OpenApiDocument,
  present: OpenApiDocument,
  today: string,
): Break[] {
  return Object.entries(released.webhooks ?? {}).flatMap(([name, { post: before }]): Break[] => {
    const at = `webhook ${name}`
    if (!before || isOver(before, today)) return []
    const sent = present.webhooks?.[name]?.post?.requestBody?.content
    if (!sent) return [{ at, problem: 'is gone' }]
    return Object.entries(before.requestBody?.content ?? {}).flatMap(([type, { schema }]) => {
      const same = sent[type]
      return same
        ? compareOutput(at, [schema, released], [same.schema, present], today)
        : [{ at, problem: `is not sent as ${type} any more` }]
    })
  })
}

type Before = { released: OpenApiDocument; before: Operation }
type After = { present: OpenApiDocument; after: Operation }

function parameterBreaks(
  at: string,
  { released, before }: Before,
  { present, after }: After,
  today: string,
): Break[] {
  const known = parametersOf(before, released)
  const now = parametersOf(after, present)
  const gone = [...known].flatMap(([key, parameter]): Break[] => {
    const here = `${at}, ${parameter.in} parameter ${parameter.name}`
    if (isOver(parameter, today)) return []
    const same = now.get(key)
    if (!same) return [{ at: here, problem: 'is gone' }]
    const isDemanded = same.required && !parameter.required
    return [
      ...(isDemanded ? [{ at: here, problem: 'is required now' }] : []),
      ...compareInput(here, [parameter.schema, released], [same.schema, present], today),
    ]
  })
  const demanded = [...now].flatMap(([key, { in: place, name, required }]): Break[] =>
    required && !known.has(key)
      ? [{ at: `${at}, ${place} parameter ${name}`, problem: 'is new and required' }]
      : [],
  )
  return [...gone, ...demanded]
}

function parametersOf(
  { parameters = [] }: Operation,
  { components }: OpenApiDocument,
): Map<string, Parameter> {
  const found = parameters.flatMap((one) =>
    '$ref' in one ? (components.parameters[one.$ref.split('/').at(-1) ?? ''] ?? []) : one,
  )
  return new Map(found.map((one) => [`${one.in} ${one.name}`, one]))
}

function bodyBreaks(
  at: string,
  { released, before }: Before,
  { present, after }: After,
  today: string,
): Break[] {
  const here = `${at}, body`
  if (!before.requestBody) {
    return after.requestBody?.required ? [{ at: here, problem: 'is new and required' }] : []
  }
  const now = after.requestBody?.content ?? {}
  const isDemanded = after.requestBody?.required && !before.requestBody.required
  return [
    ...(isDemanded ? [{ at: here, problem: 'is required now' }] : []),
    ...Object.entries(before.requestBody.content).flatMap(([type, { schema }]) => {
      const same = now[type]
      return same
        ? compareInput(here, [schema, released], [same.schema, present], today)
        : [{ at: here, problem: `as ${type} is not taken any more` }]
    }),
  ]
}

/** Of a success everything counts; of the rest the form of its body. A new status breaks nobody. */
function responseBreaks(
  at: string,
  { released, before }: Before,
  { present, after }: After,
  today: string,
): Break[] {
  return Object.keys(before.responses).flatMap((status): Break[] => {
    const here = `${at}, ${status}`
    const content = contentOf(before, status, released)
    const now = contentOf(after, status, present)
    if (!now) return /^2/.test(status) ? [{ at: here, problem: 'is gone' }] : []
    return Object.entries(content ?? {}).flatMap(([type, { schema }]) => {
      const same = now[type]
      return same
        ? compareOutput(here, [schema, released], [same.schema, present], today)
        : [{ at: here, problem: `is not answered as ${type} any more` }]
    })
  })
}

function contentOf(
  { responses }: Operation,
  status: string,
  { components }: OpenApiDocument,
): Record<string, MediaType> | undefined {
  const found = responses[status]
  if (!found) return undefined
  const answer = '$ref' in found ? components.responses[found.$ref.split('/').at(-1) ?? ''] : found
  return (answer as { content?: Record<string, MediaType> } | undefined)?.content ?? {}
}
