/** What one check of an address has found. */
export type Finding =
  /** It can be read. */
  | { kind: 'answers'; httpStatus: number; movedTo?: string; reason: string }
  /** Its server says that there is no such thing (404, 410). */
  | { kind: 'gone'; httpStatus: number; reason: string }
  /** Its server answers, but not to us: a login, a wall against robots, a limit. */
  | { kind: 'forbidden'; httpStatus: number; reason: string }
  /** Nobody answers, or what answers is out of order. */
  | { kind: 'failing'; httpStatus?: number; reason: string }
  /** It may not be asked: by robots.txt, or because it is not on the public internet. */
  | { kind: 'unknown'; reason: string }

/** A host is to be left alone for longer than one check waits; the address is looked at later. */
export class Postponed extends Error {
  override name = 'Postponed'
  constructor(
    /** When it may be asked, in milliseconds since 1970. */
    readonly until: number,
  ) {
    super(`Not before ${new Date(until).toISOString()}.`)
  }
}

const forbidding = new Set([401, 402, 403, 407, 429, 451, 999])

/** What an answer says of the address that was asked; redirects are no answer. */
export function findingOf(httpStatus: number): Finding {
  const reason = `It answered ${httpStatus}.`
  if (httpStatus >= 200 && httpStatus < 300) return { kind: 'answers', httpStatus, reason }
  if (httpStatus === 404 || httpStatus === 410) return { kind: 'gone', httpStatus, reason }
  if (forbidding.has(httpStatus)) return { kind: 'forbidden', httpStatus, reason }
  return { kind: 'failing', httpStatus, reason }
}
