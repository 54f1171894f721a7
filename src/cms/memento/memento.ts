import type { Plugin, SanitizedConfig } from 'payload'
import { asCustom, type MementoOptions } from './options.ts'
import { revisionEndpoint } from './revision.ts'
import { timeMapEndpoint } from './time-map.ts'

/**
 * Tells what was published earlier, by Memento (RFC 7089): every revision has an address of its own, a
 * TimeMap lists them, and the address by slug leads to the one of a time (slug-endpoint.ts).
 *
 * @param collections those whose publications are kept
 */
export const memento =
  (collections: readonly string[], options: MementoOptions): Plugin =>
  (config) => ({
    ...config,
    custom: { ...config.custom, ...asCustom(options) },
    collections: (config.collections ?? []).map((collection) => {
      const { slug } = collection
      if (!collections.includes(slug)) return collection
      const endpoints = [revisionEndpoint(slug), timeMapEndpoint(slug)]
      return { ...collection, endpoints: [...(collection.endpoints || []), ...endpoints] }
    }),
  })

/** Whether what is answered at a path of the API depends on `Accept-Datetime`. */
export function timeGatePaths({ routes }: SanitizedConfig): (path: string) => boolean {
  const prefix = `${routes.api}/`
  return (path) => path.startsWith(prefix) && path.split('/').at(-2) === 'slug'
}
