/** Something that clients use today and that will be gone. */
export type Deprecation = {
  what: Deprecated
  /** Days, such as 2026-12-01: since when it is deprecated, and from when on it may be gone. */
  since: string
  sunset: string
  /** What to use instead, as a sentence. */
  instead: string
}

/** What can be deprecated. Operations are named as in OpenAPI: `GET /api/claims/{id}`. */
export type Deprecated =
  | { operation: string }
  | { operation: string; parameter: string }
  /** A field by its path in a document: `verification.note`. */
  | { collection: string; field: string }

/** Its name, as partners read it in the changelog. */
export function nameOf(what: Deprecated): string {
  if ('field' in what) return `${what.collection}.${what.field}`
  return 'parameter' in what ? `${what.operation}?${what.parameter}` : what.operation
}

/** What the documentation says of it, with the day in a form that the comparison of contracts reads. */
export const noticeOf = ({ since, sunset, instead }: Deprecation): string =>
  `Deprecated since ${since}, may be gone from ${sunset} on. ${instead}`

/** The day from which on something with this notice may be gone; undefined when it is none. */
export const sunsetIn = (notice: string | null | undefined): string | undefined =>
  /may be gone from (\d{4}-\d\d-\d\d) on/.exec(notice ?? '')?.[1]

/**
 * The headers of an answer that uses these: `Deprecation` (RFC 9745) and `Sunset` (RFC 8594), of several
 * the earliest.
 *
 * @param changelog where it can be read up
 */
export function deprecationHeaders(used: Deprecation[], changelog: string): [string, string][] {
  const first = (days: string[]) => Math.min(...days.map((day) => Date.parse(day)))
  return [
    ['Deprecation', `@${first(used.map(({ since }) => since)) / 1000}`],
    ['Sunset', new Date(first(used.map(({ sunset }) => sunset))).toUTCString()],
    ['Link', `<${changelog}>; rel="deprecation"; type="text/html"`],
  ]
}
