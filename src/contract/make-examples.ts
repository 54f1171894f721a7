import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { importSampleCampaign } from '../../seed/sample-campaign.ts'
import type { OpenApiDocument } from '../openapi/document.ts'
import type { Examples } from '../openapi/examples.ts'
import type { Operation } from '../openapi/operation.ts'
import { createService, type Service } from '../service.ts'
import { readSettings, type Settings } from '../settings.ts'

/** Where examples say that the server is. */
const exampleOrigin = 'https://content.example.org'

/** How much of a list an example shows. */
const most = 2

/**
 * Asks a service that holds the sample campaign what the operations of the document answer. The answers
 * are shortened, and what is another each time (ids, times of saving) is put in one form.
 */
export async function makeExamples(document: OpenApiDocument): Promise<Examples> {
  const folder = await mkdtemp(join(tmpdir(), 'handbill-examples-'))
  const backToToday = alwaysTheSameDay()
  const service = await createService(sampleSettings(folder))
  try {
    await importSampleCampaign(service.payload)
    await addPicture(service)
    const origin = await service.listen()
    const examples: Examples = {}
    const known = new Map<string, string>()
    for (const { operation, path } of readsOf(document)) {
      const own = await examplesOf(path, operation, origin)
      for (const [name, { summary, value }] of own) {
        examples[operation.operationId] ??= {}
        Object.assign(examples[operation.operationId] as object, {
          [name]: { summary, value: inOneForm(shortened(value), known) },
        })
      }
    }
    return examples
  } finally {
    await service.close()
    backToToday()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Citations say in words on which day something was saved, and what is committed has to be the same tomorrow.
 *
 * @returns what sets the clock right again
 */
function alwaysTheSameDay(): () => void {
  const real = Date
  const behind = real.now() - real.parse('2026-01-15T09:30:00.000Z')
  const now = () => real.now() - behind
  globalThis.Date = new Proxy(real, {
    construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
  return () => {
    globalThis.Date = real
  }
}

/** What the environment says must not show in what is committed. */
export const sampleSettings = (folder: string): Settings => ({
  ...readSettings({
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'error',
    DATABASE_URL: `file:${join(folder, 'content.db')}`,
    PAYLOAD_SECRET: 'a secret for the examples',
    PUBLIC_URL: exampleOrigin,
  }),
})

/** The sample campaign has none. */
async function addPicture({ payload }: Service): Promise<void> {
  const create = { width: 1200, height: 630, channels: 3, background: '#1d4ed8' } as const
  const data = await sharp({ create }).png().toBuffer()
  await payload.create({
    collection: 'media',
    data: { alt: 'A banner in front of a data center', credit: 'Press team', license: 'CC BY 4.0' },
    file: { data, mimetype: 'image/png', name: 'banner.png', size: data.length },
  })
}

type Read = { path: string; operation: Operation }

/** What has nothing to show here, and of versions those that are told of claims alone. */
const unshown = /graphql|schema|stream|usage|^embed|^signing|^(?!claim).*(Revision|TimeMap)$/i

const readsOf = ({ paths }: OpenApiDocument): Read[] =>
  Object.entries(paths).flatMap(([path, { get }]) =>
    get && !unshown.test(get.operationId) ? [{ path, operation: get }] : [],
  )

type Named = [name: string, example: { summary: string; value: unknown }]

/** An answer in one language, and one in all where the operation gives that. */
async function examplesOf(path: string, operation: Operation, origin: string): Promise<Named[]> {
  const address = await addressOf(path, origin)
  if (!address) return []
  const takesAll = operation.parameters?.some(
    (one) => '$ref' in one && one.$ref.endsWith('/locale'),
  )
  const one = await read(address)
  if (!one) return []
  const examples: Named[] = [['one', { summary: 'In one language', value: one }]]
  const all = takesAll && !/bundle|count/.test(path) ? await read(withAll(address)) : undefined
  if (all) examples.push(['all', { summary: 'In all languages, with locale=all', value: all }])
  return examples
}

const withAll = (address: string) => `${address}${address.includes('?') ? '&' : '?'}locale=all`

async function read(address: string): Promise<unknown> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } })
  return response.ok && response.headers.get('Content-Type')?.includes('json')
    ? response.json()
    : undefined
}

/** The address of something that is there: the first document of the collection stands for any. */
async function addressOf(path: string, origin: string): Promise<string | undefined> {
  const special = specials[path]
  if (special) return origin + special
  const [, collection = '', rest] = /^(?:\/api)?\/([^/{]+)(\/.*)?$/.exec(path) ?? []
  if (!rest) return `${origin}${path}?limit=1&sort=createdAt`
  if (!path.includes('{')) return `${origin}${path}`
  const list = await read(`${origin}/api/${collection}?limit=1&sort=createdAt&depth=0`)
  const [first] = (list as { docs?: Record<string, string>[] } | undefined)?.docs ?? []
  const known: Record<string, string> = { ...first, revision: '1' }
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '')
  return first && !filled.includes('//') ? `${origin}${filled}` : undefined
}

/** What is asked for where no first document stands for any. */
const specials: Record<string, string> = {
  '/api/changes': '/api/changes?collections=demands',
  '/feeds/{name}.json': '/feeds/demands.json',
  '/oembed': `/oembed?url=${exampleOrigin}/claims/main-storage-supplier`,
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, most).map(shortened)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]))
}

/**
 * Gives ids and digests the numbers in which they come, and one time to all that was saved.
 *
 * @param known those that have been met, for all examples together
 */
function inOneForm(value: unknown, known: Map<string, string>): unknown {
  const text = JSON.stringify(value, (key, inner) =>
    times.has(key) ? '2026-01-15T09:30:00.000Z' : key === 'next' && inner ? 'eyJ…' : inner,
  )
  return JSON.parse(
    text.replaceAll(changing, (found) => {
      const number = known.get(found) ?? numbered(found.length, known.size + 1)
      known.set(found, number)
      return number
    }),
  )
}

/** When something was saved or happened. */
const times = new Set(['createdAt', 'updatedAt', 'at', 'since', 'date_published', 'date_modified'])

/** Ids, digests, and the ids of feeds' entries. */
const changing = /\b(?:[0-9a-f]{64}|[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g

const numbered = (length: number, number: number): string =>
  length === 36
    ? `64f00000-0000-5000-8000-${String(number).padStart(12, '0')}`
    : `64f0${String(number).padStart(length - 4, '0')}`
