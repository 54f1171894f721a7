import { readRevision } from '../../cms/memento/as-of.ts'
import type { Addresses } from '../../cms/memento/links.ts'
import { type Place, pathOf, placeOf } from '../address.ts'

/** A page stands for a revision of a document, too. */
export type RevisionPlace = Place & { number: number }

/** @returns the revision whose page is at the path; undefined when none can be there */
export function revisionPlaceOf(path: string): RevisionPlace | undefined {
  const [, page = '', text = ''] = /^(\/[^/]+\/[^/]+)\/revisions\/([^/]+)$/.exec(path) ?? []
  const place = placeOf(page)
  const number = readRevision(text)
  return place && number ? { ...place, number } : undefined
}

/** @returns the document whose versions are listed at the path */
export function timeMapPlaceOf(path: string): Place | undefined {
  return path.endsWith('/timemap') ? placeOf(path.slice(0, -'/timemap'.length)) : undefined
}

type Choice = { at?: string | undefined; locale?: string | undefined; format?: string | undefined }

/** @param choice what else the address says */
export function revisionPathOf({ number, ...place }: RevisionPlace, choice: Choice = {}): string {
  const said = Object.entries(choice).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value).replaceAll('%3A', ':')}`] : [],
  )
  return `${pathOf(place)}/revisions/${number}${said.length > 0 ? `?${said.join('&')}` : ''}`
}

/** Where the versions of a document are as pages. */
export const pageAddresses = (publicUrl: string, place: Place): Addresses => ({
  original: publicUrl + pathOf(place),
  isTimeGate: true,
  timeMap: `${publicUrl}${pathOf(place)}/timemap`,
  revision: (number) => publicUrl + revisionPathOf({ ...place, number }),
})
