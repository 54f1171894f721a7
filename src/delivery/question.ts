import type { Content, Preferred } from './content.ts'
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
 * @param preferred headers that the source is to see, unless a parameter decides instead of them
 * @returns nothing when the query is malformed or can be read in several ways
 */
export function contentQuestion(
  { path, query }: Target,
  origin: string,
  { render }: Content,
  preferred: readonly Preferred[],
): Question | undefined {
  const parameters = readParameters(query)
  if (!parameters) return undefined
  const canonical = canonicalQuery(parameters)
  const address = canonical ? `${path}?${canonical}` : path
  const said = preferred.filter(
    ({ preference, value }) =>
      value !== '' && !parameters.some(([name]) => name === preference.parameter),
  )
  const headers = said.map(({ preference, value }): [string, string] => [preference.header, value])
  return {
    key: [...headers.flat(), address].join(' '),
    render: () => render(new Request(origin + address, { headers })),
    isShared: true,
    variesByAccept: false,
    isRemembered: true,
    isSuccess: () => true,
    onAnswered() {},
  }
}
