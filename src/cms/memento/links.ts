import type { Publications } from '../../changes/publications.ts'
import { httpDate } from './moment.ts'

/** Where the versions of a document are. */
export type Addresses = {
  /** The present document, which is asked for earlier ones, too. */
  original: string
  /** Whether it answers `Accept-Datetime`. */
  isTimeGate: boolean
  timeMap: string
  revision(number: number): string
}

export const linkFormat = 'application/link-format'

export type Attributes = Record<string, string | undefined>

/** A link as a header, and in the link format, says it (RFC 8288, RFC 6690). */
export const link = (address: string, rel: string, attributes: Attributes = {}): string =>
  [
    `<${address}>`,
    `rel="${rel}"`,
    ...Object.entries(attributes).flatMap(([name, value]) => (value ? [`${name}="${value}"`] : [])),
  ].join('; ')

/** Links that every answer about versions of a document has. */
export const lastingLinks = ({ original, isTimeGate, timeMap }: Addresses): string[] => [
  link(original, isTimeGate ? 'original timegate' : 'original'),
  link(timeMap, 'timemap', { type: linkFormat }),
]

/**
 * Links to the first and the last version, and to those before and after the one given.
 *
 * @param revision left out where no version is shown
 */
export async function versionLinks(
  publications: Publications,
  { collection, id }: { collection: string; id: string },
  addresses: Addresses,
  revision?: number,
): Promise<string[]> {
  const near = (side: 'before' | 'after', from: number) =>
    publications.nearest(collection, id, side, from)
  const named = {
    first: await near('after', 0),
    prev: revision === undefined ? undefined : await near('before', revision),
    next: revision === undefined ? undefined : await near('after', revision),
    last: await near('before', Number.MAX_SAFE_INTEGER),
  }
  const found = new Map<number, { at: string; names: string[] }>()
  for (const [name, publication] of Object.entries(named)) {
    if (!publication) continue
    const one = found.get(publication.revision) ?? { at: publication.at, names: [] }
    found.set(publication.revision, { ...one, names: [...one.names, name] })
  }
  return [...found].map(([number, { at, names }]) =>
    link(addresses.revision(number), `${names.join(' ')} memento`, { datetime: httpDate(at) }),
  )
}
