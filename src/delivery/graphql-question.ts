import {
  fieldsOfBody,
  fieldsOfParameters,
  type GraphqlCall,
  parametersOf,
  type ReadCall,
  readCall,
  withHash,
} from './graphql-call.ts'
import type { GraphqlMediaType } from './graphql-media-type.ts'
import { canonicalQuery, readParameters } from './parameters.ts'
import type { PersistedQueries } from './persisted-queries.ts'
import type { Question } from './question.ts'
import type { Render } from './rendering.ts'
import type { Target } from './target.ts'

/** Where GraphQL is asked, and in which media type it is answered. */
export type GraphqlPlace = {
  origin: string
  render: Render
  mediaType: GraphqlMediaType
  persisted: PersistedQueries
}

/** @returns nothing for anything but a query that can be read in one way only */
export function graphqlGetQuestion(target: Target, place: GraphqlPlace): Question | undefined {
  return orNothing(() => {
    const parameters = readParameters(target.query)
    const fields = parameters && fieldsOfParameters(parameters)
    const read = fields && readCall(fields, place.persisted)
    if (!read) return undefined
    const urlOf = (call: GraphqlCall) => `${target.path}?${canonicalQuery(parametersOf(call))}`
    const headers = { Accept: place.mediaType }
    return {
      ...graphqlQuestion(read, place),
      key: `GET ${place.mediaType} ${urlOf(read.call)}`,
      render: () => place.render(new Request(place.origin + urlOf(withHash(read)), { headers })),
      isShared: true,
    }
  })
}

/** @returns nothing for anything but a query that can be read in one way only */
export function graphqlPostQuestion(
  target: Target,
  body: Buffer,
  place: GraphqlPlace,
): Question | undefined {
  return orNothing(() => {
    const parameters = readParameters(target.query)
    const fields = parameters && fieldsOfBody(body)
    const read = fields && readCall(fields, place.persisted)
    if (!read) return undefined
    const query = canonicalQuery(parameters)
    const url = query ? `${target.path}?${query}` : target.path
    const init: RequestInit = {
      method: 'POST',
      headers: { Accept: place.mediaType, 'Content-Type': 'application/json' },
      body: JSON.stringify(withHash(read)),
    }
    return {
      ...graphqlQuestion(read, place),
      key: `POST ${place.mediaType} ${url}\n${JSON.stringify(read.call)}`,
      render: () => place.render(new Request(place.origin + url, init)),
      isShared: false,
    }
  })
}

const graphqlQuestion = ({ call, hash }: ReadCall, { persisted }: GraphqlPlace) => ({
  variesByAccept: true,
  // Read again each time, so that its hash is remembered as long as anybody uses it.
  isRemembered: hash === undefined,
  isSuccess: hasNoErrors,
  onAnswered() {
    if (hash) persisted.set(hash, call.query)
  },
})

/** A resolver that failed for a moment is answered with 200 all the same. */
function hasNoErrors(body: Buffer): boolean {
  if (!body.includes('"errors"')) return true
  return orNothing(() => JSON.parse(body.toString()).errors === undefined) ?? false
}

/** Documents and JSON that cannot be read are the source's to refuse. */
function orNothing<T>(read: () => T | undefined): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
