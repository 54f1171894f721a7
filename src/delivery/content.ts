import type { IncomingHttpHeaders } from 'node:http'
import type { Render } from './rendering.ts'

/** A source whose answers may be kept. */
export type Content = {
  /** Whether what GET answers at this path (without query) may be kept. */
  isContent(path: string): boolean
  render: Render
  /** Whether the answer at this path is another one with `Accept-Datetime`; such are not kept. */
  isTimeGate?(path: string): boolean
  /** What its answers depend on beside the address. The source says so in `Vary`. */
  preferences?: readonly Preference[]
}

/** A header in which a client says what it prefers. Of any other header the source sees nothing. */
type Preference = {
  header: 'accept' | 'accept-language'
  /** A parameter of the address that decides instead. */
  parameter: string
  /**
   * The one spelling of all values that mean the same to the source, '' when it is as if there were none;
   * one of few, for each is kept on its own.
   */
  canonical(value: string): string
}

/** A header as the source is to see it. */
export type Preferred = { preference: Preference; value: string }

export const preferredIn = (
  { preferences = [] }: Content,
  headers: IncomingHttpHeaders,
): Preferred[] =>
  preferences.map((preference) => ({
    preference,
    value: preference.canonical(headers[preference.header] ?? ''),
  }))
