import type { IncomingMessage } from 'node:http'
import { type Content, preferredIn } from './content.ts'
import { type GraphqlMediaType, graphqlMediaType } from './graphql-media-type.ts'
import { graphqlGetQuestion, graphqlPostQuestion } from './graphql-question.ts'
import { memo } from './memo.ts'
import type { PersistedQueries } from './persisted-queries.ts'
import { asksForEarlier, hasBody, hasJsonBody } from './plain-headers.ts'
import { contentQuestion, type Question } from './question.ts'
import type { Render } from './rendering.ts'
import { readTarget, type Target } from './target.ts'

/** How a request asks, and what, which is read only when that way of asking is not known yet. */
export type Asking = { alias: string; question(): Question | undefined }

export type AskingOptions = {
  origin: string
  contents: readonly Content[]
  graphql?: { path: string; render: Render; persisted: PersistedQueries }
}

/** Bytes. */
const largestBody = 100_000

/** Reads what requests ask, of those whose answers may be kept. */
export function createAskings({ origin, graphql, ...options }: AskingOptions) {
  const contents = options.contents.map(withMemory)

  function graphqlPlace(path: string, accept: string | undefined) {
    const mediaType = graphql?.path === path ? graphqlMediaType(accept ?? '') : undefined
    if (!graphql || !mediaType) return undefined
    const { persisted, render } = graphql
    return { origin, render, mediaType, persisted }
  }

  function ofGraphql(target: Target, req: IncomingMessage): Asking | undefined {
    const place = graphqlPlace(target.path, req.headers.accept)
    return (
      place && {
        alias: graphqlAlias(req, place.mediaType),
        question: () => graphqlGetQuestion(target, place),
      }
    )
  }

  return {
    /** @returns nothing for what cannot be kept, whatever its parameters are */
    ofGet(req: IncomingMessage): Asking | undefined {
      const target = hasBody(req.headers) ? undefined : readTarget(req.url ?? '')
      if (!target) return undefined
      if (target.path === graphql?.path) return ofGraphql(target, req)
      const content = contents.find(({ isContent }) => isContent(target.path))
      if (!content) return undefined
      if (asksForEarlier(req.headers) && content.isTimeGate?.(target.path)) return undefined
      const preferred = preferredIn(content, req.headers)
      return {
        // No request line has a blank in its address, so an address alone is no other's alias.
        alias: [...preferred.map(({ value }) => value), req.url].join(' '),
        question: () => contentQuestion(target, origin, content, preferred),
      }
    },

    /** @returns how to go on once the body is there; nothing for what need not be read */
    ofPost(req: IncomingMessage): ((body: Buffer) => Asking) | undefined {
      const target = readTarget(req.url ?? '')
      const place = target && graphqlPlace(target.path, req.headers.accept)
      if (!place || !hasJsonBody(req.headers, largestBody)) return undefined
      return (body) => ({
        alias: `${graphqlAlias(req, place.mediaType)}\n${body.toString('latin1')}`,
        question: () => graphqlPostQuestion(target, body, place),
      })
    },
  }
}

/** Clients send few different headers, and reading one takes longer than all the rest. */
const withMemory = (content: Content): Content => ({
  ...content,
  preferences: (content.preferences ?? []).map((preference) => ({
    ...preference,
    canonical: memo(preference.canonical),
  })),
})

/** HEAD asks what GET asks. */
const graphqlAlias = ({ method, url }: IncomingMessage, mediaType: GraphqlMediaType): string =>
  `${method === 'POST' ? 'POST' : 'GET'} ${mediaType} ${url}`
