import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importSampleCampaign } from '../../seed/sample-campaign.ts'
import type { OpenApiDocument } from '../openapi/document.ts'
import type { Examples } from '../openapi/examples.ts'
import type { Operation } from '../openapi/operation.ts'
import { createService } from '../service.ts'
import { readSettings, type Settings } from '../settings.ts'

/** How much of a list an example shows. */
const most = 2

/**
 * Asks a service that holds the sample campaign what the operations of the document answer. The answers
 * are shortened, and what is another each time (ids, times of saving) is put in one form.
 */
export async function makeExamples(document: OpenApiDocument): Promise<Examples> {
  const folder = await mkdtemp(join(tmpdir(), 'handbill-examples-'))
  const service = await createService(sampleSettings(folder))
  try {
    await importSampleCampaign(service.payload)
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
    await rm(folder, { recursive: true, force: true })
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
  }),
})

type Read = { path: string; operation: Operation }

const readsOf = ({ paths }: OpenApiDocument): Read[] =>
  Object.entries(paths).flatMap(([path, { get }]) =>
    get && !/graphql|schema/i.test(get.operationId) ? [{ path, operation: get }] : [],
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
  const response = await fetch(address)
  return response.ok && response.headers.get('Content-Type')?.includes('json')
    ? response.json()
    : undefined
}

/** The address of something that is there: the first document of the collection stands for any. */
async function addressOf(path: string, origin: string): Promise<string | undefined> {
  const [, base = ''] = /^(\/[^/]+\/[^/{]+)/.exec(path) ?? []
  if (path === base) return `${origin}${path}?limit=1&sort=createdAt`
  if (!path.includes('{')) return `${origin}${path}`
  const list = await read(`${origin}${base}?limit=1&sort=createdAt&depth=0`)
  const [first] = (list as { docs?: Record<string, string>[] } | undefined)?.docs ?? []
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => first?.[name] ?? '')
  return first && !filled.includes('//') ? `${origin}${filled}` : undefined
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, most).map(shortened)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]))
}

/**
 * Gives ids the numbers in which they come, and one time to all that was saved.
 *
 * @param known the ids that have been met, for all examples together
 */
function inOneForm(value: unknown, known: Map<string, string>): unknown {
  const text = JSON.stringify(value, (key, inner) =>
    key === 'createdAt' || key === 'updatedAt' ? '2026-01-15T09:30:00.000Z' : inner,
  )
  return JSON.parse(
    text.replaceAll(/\b[0-9a-f]{24}\b/g, (id) => {
      const number = known.get(id) ?? `64f0${String(known.size + 1).padStart(20, '0')}`
      known.set(id, number)
      return number
    }),
  )
}
