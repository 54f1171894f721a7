import type { SanitizedConfig } from 'payload'

/**
 * The addresses whose answers may be kept: the reading endpoints of the collections given. Which of them
 * are kept is decided by what was read for the answer.
 *
 * @returns whether a path, without its query, is one of them
 */
export function contentPaths(
  { routes }: SanitizedConfig,
  collections: Iterable<string>,
): (path: string) => boolean {
  const known = new Set(collections)
  const prefix = `${routes.api}/`
  return (path) => {
    if (!path.startsWith(prefix)) return false
    const [collection = '', ...rest] = path.slice(prefix.length).split('/')
    // Files are streamed from the disk, versions are for editors, and lists of revisions are never read twice.
    const isTimeMap = rest[0] !== 'slug' && rest[1] === 'timemap'
    return known.has(collection) && rest.length <= 2 && !beside.has(rest[0] ?? '') && !isTimeMap
  }
}

const beside = new Set(['file', 'versions', 'access'])
