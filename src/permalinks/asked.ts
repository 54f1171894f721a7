import { accepts, type Mistake, mistake } from '../cms/readers/mistake.ts'
import { preferredLanguages, preferredType } from './negotiation.ts'

/** A representation, as `format` names it and as its media type. */
export type Format = { name: string; type: string }

export type Asked<F extends Format> = {
  format: F
  /** The language that the address names. */
  chosen: string | undefined
  /** The languages that the client would rather have than the default one, best first. */
  preferred: string[]
  /** The headers that were looked at. */
  vary: string[]
  mistakes: Mistake[]
}

export type Languages = { locales: readonly string[]; defaultLocale: string }

/**
 * Reads what a request asks for beside the document: `format` and `locale`, or else what its headers
 * prefer.
 *
 * @param formats the first one is for those who do not say
 * @param others parameters that are somebody else's to check
 */
export function readAsked<F extends Format>(
  { url, headers }: Request,
  formats: readonly [F, ...F[]],
  { locales, defaultLocale }: Languages,
  others: readonly string[] = [],
): Asked<F> {
  const { searchParams } = new URL(url)
  const names = formats.map(({ name }) => name)
  const mistakes = [
    ...checkNames(searchParams, ['locale', 'format', ...others]),
    ...checkValue(searchParams, 'locale', locales),
    ...checkValue(searchParams, 'format', names),
  ]
  const wanted = searchParams.get('format')
  const type = preferredType(
    headers.get('Accept'),
    formats.map((format) => format.type),
  )
  const chosen = searchParams.get('locale') ?? undefined
  const accepted = headers.get('Accept-Language')
  return {
    format:
      formats.find((format) => (wanted === null ? format.type === type : format.name === wanted)) ??
      formats[0],
    chosen: chosen !== undefined && locales.includes(chosen) ? chosen : undefined,
    preferred: chosen ? [] : preferredLanguages(accepted, locales, defaultLocale),
    vary: [
      ...(wanted === null && formats.length > 1 ? ['Accept'] : []),
      ...(chosen === undefined ? ['Accept-Language'] : []),
    ],
    mistakes,
  }
}

/** Names that are none, and names given twice: which one counts would be a guess. */
export function checkNames(parameters: URLSearchParams, accepted: readonly string[]): Mistake[] {
  return [...new Set(parameters.keys())].flatMap((name) => {
    if (!accepted.includes(name)) {
      return [mistake(name, `not a parameter here; ${accepts(accepted)}`)]
    }
    return parameters.getAll(name).length > 1 ? [mistake(name, 'accepted: once')] : []
  })
}

export function checkValue(
  parameters: URLSearchParams,
  name: string,
  accepted: readonly string[],
): Mistake[] {
  const value = parameters.get(name)
  return value === null || accepted.includes(value) ? [] : [mistake(name, accepts(accepted))]
}

/** What the great platforms add to addresses that pass through them, to recognise people. */
const added =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|igshid?|mc_[ce]id|ref_src)$/

/** @returns the address without what others have added to it; undefined when nothing was added */
export function withoutTracking(url: string): string | undefined {
  const { pathname, searchParams } = new URL(url)
  const names = [...searchParams.keys()].filter((name) => added.test(name))
  if (names.length === 0) return undefined
  for (const name of names) searchParams.delete(name)
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}
