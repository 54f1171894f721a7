import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { feedPathOf, hasFeed, pageCollections } from '../../permalinks/address.ts'
import { type ManifestFile, sha256 } from '../manifest.ts'
import { fileOf, isMedia, type Scope } from './layout.ts'
import { type Ask, read } from './read.ts'
import { relativeLink, rewriteLinks } from './rewrite-links.ts'

type Copying = { ask: Ask; origin: string; scope: Scope; folder: string }

/**
 * Writes what the service answers into a folder: pages with links that stay in the copy where they can,
 * everything else byte by byte.
 *
 * @returns the files, in the order in which they were written
 */
export async function copyFiles({ ask, origin, scope, folder }: Copying): Promise<ManifestFile[]> {
  const files = new Map<string, ManifestFile | undefined>()

  for (const address of addressesIn(scope)) await copy(address, fileOf(address, scope))
  // A copy of one campaign begins with it.
  if (scope.campaign !== undefined) await copy(`/campaigns/${scope.campaign}`, 'index.html')
  return [...files.values()].filter((file) => file !== undefined)

  async function copy(address: string, path: string | undefined): Promise<void> {
    if (path === undefined || files.has(path)) return
    await keep(address, path, await read(ask, address))
  }

  async function keep(source: string, path: string, answer: Response): Promise<void> {
    const type = answer.headers.get('Content-Type') ?? 'application/octet-stream'
    const bytes = type.startsWith('text/html')
      ? Buffer.from(await rewriteLinks(await answer.text(), (value) => linkFrom(path, value)))
      : Buffer.from(await answer.arrayBuffer())
    files.set(path, await writeCopied(folder, path, bytes, type, source))
  }

  /** A link to what is in no copy leads to the origin. */
  async function linkFrom(path: string, value: string): Promise<string> {
    const address = addressOf(value, origin)
    if (address === undefined) return value
    const [place = '', ...fragment] = address.split('#')
    const target = fileOf(place, scope)
    const isThere = target !== undefined && (!isFoundByLink(place) || (await take(place, target)))
    if (!isThere) return origin + address
    return [relativeLink(path, target), ...fragment].join('#')
  }

  /** @returns whether there is such a file; a text may point to a picture that has been taken away */
  async function take(address: string, path: string): Promise<boolean> {
    if (files.has(path)) return files.get(path) !== undefined
    const answer = await ask(address)
    // Of a picture that is not there Payload says that it failed.
    if (answer.status >= 500 && (!isMedia(address) || (await isUploaded(ask, address)))) {
      throw new Error(`${address} was answered with ${answer.status}.`)
    }
    if (answer.status === 200) await keep(address, path, answer)
    else files.set(path, undefined)
    return answer.status === 200
  }
}

export async function writeCopied(
  folder: string,
  path: string,
  bytes: Buffer,
  type: string,
  source: string | null,
): Promise<ManifestFile> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
  return { path, sha256: sha256(bytes), size: bytes.length, type, source }
}

async function isUploaded(ask: Ask, address: string): Promise<boolean> {
  // The name is in the address as a query has it.
  const name = address.slice(address.lastIndexOf('/') + 1)
  const answer = await read(ask, `/api/media?limit=1&depth=0&where[filename][equals]=${name}`)
  return ((await answer.json()) as { docs: unknown[] }).docs.length > 0
}

/** Pictures and references are in the copy where a page has them. */
const isFoundByLink = (address: string): boolean =>
  isMedia(address) || /^\/claims\/[^/]+\/cite\?/.test(address)

/** Everything with an address of its own that is not found by the links of pages. */
function addressesIn({ campaign, campaigns, documents, locales }: Scope): string[] {
  const [, ...others] = locales
  const inLocales = (address: string) => [
    address,
    ...others.map(
      (locale) =>
        `${address}${address.includes('?') ? '&' : '?'}locale=${encodeURIComponent(locale)}`,
    ),
  ]
  const feeds = [...campaigns].filter(hasFeed)
  if (campaign === undefined) feeds.push(...pageCollections)
  return [
    ...(campaign === undefined ? ['/', '/?format=json'] : []),
    ...[...documents].flatMap((key) => [`/${key}`, `/${key}?format=json`]),
    ...[...campaigns].map((slug) => `/api/campaigns/${slug}/bundle`),
    ...feeds.flatMap((name) => [feedPathOf(name, 'atom'), feedPathOf(name, 'json')]),
  ].flatMap(inLocales)
}

/** @returns path, query and fragment of a link to the service itself */
function addressOf(value: string, origin: string): string | undefined {
  if (value.startsWith('/') && !value.startsWith('//')) return value
  return value.startsWith(`${origin}/`) ? value.slice(origin.length) : undefined
}
