import { type Place, pageCollections, placeOf } from '../../permalinks/address.ts'
import { citationFormats, citationPlaceOf } from '../../permalinks/cite/source.ts'
import { isPlainPath } from '../manifest.ts'

/** What a copy holds. */
export type Scope = {
  /** The one campaign it is of, by slug; without it everything is in it. */
  campaign: string | undefined
  campaigns: ReadonlySet<string>
  /** The documents with pages, as `collection/slug`. */
  documents: ReadonlySet<string>
  locales: readonly [string, ...string[]]
}

export const keyOf = ({ collection, slug }: Place): string => `${collection}/${slug}`

/**
 * The file of a copy that stands for an address of the service: the default language's without a suffix,
 * `index.es.html` for another. Files in a folder for each document, since hosts answer a folder with its
 * index.
 *
 * @param address path and query, from the root of the service
 * @returns undefined for what is not in the copy
 */
export function fileOf(address: string, scope: Scope): string | undefined {
  const { pathname, searchParams } = new URL(address, 'http://copy')
  const names = [...searchParams.keys()]
  if (new Set(names).size < names.length) return undefined
  const { locale, format, ...others } = Object.fromEntries(searchParams) as Record<string, string>
  if (Object.keys(others).length > 0) return undefined
  if (locale !== undefined && !scope.locales.includes(locale)) return undefined
  const suffix = locale === undefined || locale === scope.locales[0] ? '' : `.${locale}`
  return (
    mediaFile(pathname, locale ?? format) ??
    feedFile(pathname, suffix, format, scope) ??
    bundleFile(pathname, suffix, format, scope) ??
    citationFile(pathname, suffix, format, scope) ??
    pageFile(pathname, suffix, format, scope)
  )
}

const mediaPath = '/api/media/file/'

export const isMedia = (address: string): boolean => address.startsWith(mediaPath)

function mediaFile(pathname: string, asked: string | undefined): string | undefined {
  if (!isMedia(pathname) || asked !== undefined) return undefined
  try {
    const name = decodeURIComponent(pathname.slice(mediaPath.length))
    return isPlainPath(name) && !name.includes('/') ? `media/${name}` : undefined
  } catch {
    return undefined
  }
}

type Of = (
  pathname: string,
  suffix: string,
  format: string | undefined,
  scope: Scope,
) => string | undefined

const feedFile: Of = (pathname, suffix, format, { campaign, campaigns }) => {
  const [, name = '', extension] = /^\/feeds\/([a-z0-9-]+)\.(atom|json)$/.exec(pathname) ?? []
  const isOfCollection = pageCollections.some((collection) => collection === name)
  const isIn = isOfCollection ? campaign === undefined : campaigns.has(name)
  return isIn && format === undefined ? `feeds/${name}${suffix}.${extension}` : undefined
}

const bundleFile: Of = (pathname, suffix, format, { campaigns }) => {
  const [, slug = ''] = /^\/api\/campaigns\/([a-z0-9-]+)\/bundle$/.exec(pathname) ?? []
  return campaigns.has(slug) && format === undefined
    ? `campaigns/${slug}/bundle${suffix}.json`
    : undefined
}

const citationFile: Of = (pathname, suffix, format, { documents }) => {
  const place = citationPlaceOf(pathname)
  const known = citationFormats.find(({ name }) => name === format)
  return place && known && documents.has(keyOf(place))
    ? `${keyOf(place)}/cite${suffix}.${known.extension}`
    : undefined
}

const pageFile: Of = (pathname, suffix, format, { campaign, documents }) => {
  const extension = format === undefined || format === 'html' ? 'html' : format
  if (extension !== 'html' && extension !== 'json') return undefined
  // A copy of one campaign has no overview: its root is the campaign's own page.
  if (pathname === '/') return campaign === undefined ? `index${suffix}.${extension}` : undefined
  const place = placeOf(pathname)
  return place && documents.has(keyOf(place))
    ? `${keyOf(place)}/index${suffix}.${extension}`
    : undefined
}
