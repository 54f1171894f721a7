import { canonicalQuery, readParameters } from './parameters.ts'
import type { Rendering } from './rendering.ts'
import type { Target } from './target.ts'

/** A request reduced to what it asks, so that nothing else of it can change the answer. */
export type Question = {
  /** The same for everything that asks the same. */
  key: string
  render(): Promise<Rendering>
  /** Whether a shared cache may keep the answer, as it may to GET and not to POST. */
  isShared: boolean
  variesByAccept: boolean
  /** Whether the way it was asked may be remembered, so that it need not be read again. */
  isRemembered: boolean
  /** Whether a status 200 says so truthfully; told of every body before it is kept. */
  isSuccess(body: Buffer): boolean
  /** Called when there is a kept answer. */
  onAnswered(): void
}

/**
 * What a GET of content asks.
 *
 * @returns nothing when the query is malformed or can be read in several ways
 */
export function contentQuestion(
  { path, query }: Target,
  origin: string,
  render: (request: Request) => Promise<Rendering>,
): Question | undefined {
  const parameters = readParameters(query)
  if (!parameters) return undefined
  const canonical = canonicalQuery(parameters)
  const key = canonical ? `${path}?${canonical}` : path
  return {
    key,
    render: () => render(new Request(origin + key)),
    isShared: true,
    variesByAccept: false,
    isRemembered: true,
    isSuccess: () => true,
    onAnswered() {},
  }
}
