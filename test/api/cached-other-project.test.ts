import type { CollectionConfig, Config } from 'payload'
import { describe, expect, onTestFinished, test } from 'vitest'
import { changeLog } from '../../src/cms/changes/change-log.ts'
import { startOtherProject } from '../support/other-project.ts'

/*
 * What another Payload project gets when it adds the plugin: its collections are kept too, as far as the
 * log covers what is read for an answer.
 */

const everybody = () => true
const open = { create: everybody, read: everybody, update: everybody, delete: everybody }

const collections = (more: Partial<CollectionConfig> = {}): Config['collections'] => [
  { slug: 'members', auth: true, access: { read: everybody }, fields: [] },
  { slug: 'shelves', access: open, fields: [{ name: 'name', type: 'text' }] },
  { slug: 'views', access: open, fields: [{ name: 'of', type: 'text' }] },
  {
    slug: 'books',
    access: open,
    fields: [
      { name: 'title', type: 'text' },
      { name: 'shelf', type: 'relationship', relationTo: 'shelves' as 'claims' },
      { name: 'owner', type: 'relationship', relationTo: 'members' as 'users' },
    ],
    ...more,
  },
]

async function startLibrary(
  logged: string[],
  more: Partial<CollectionConfig> = {},
  config: Partial<Config> = {},
) {
  const options = {
    collections: Object.fromEntries(logged.map((slug) => [slug, {}])),
    retention: { history: 7, tombstones: 90 },
  }
  const service = await startOtherProject({
    collections: collections(more),
    globals: [],
    plugins: [changeLog(options)],
    ...config,
  })
  onTestFinished(service.stop)
  const make = async (collection: string, data: object): Promise<string> =>
    (await service.reader.post(`/rest/${collection}`, data)).body.doc.id
  /** Whether the second of two equal requests is answered from memory. */
  const isKept = async (path: string) => {
    await service.reader.get(path)
    const before = service.delivery?.stats().hits
    await service.reader.get(path)
    return service.delivery?.stats().hits !== before
  }
  return { ...service, make, isKept }
}

test('its answers are kept, and fall with a change', async () => {
  const { make, isKept, reader } = await startLibrary(['books', 'shelves'])
  const id = await make('books', { title: 'Dune' })
  expect(await isKept('/rest/books')).toBe(true)
  expect(await isKept(`/rest/books/${id}`)).toBe(true)
  await reader.patch(`/rest/books/${id}`, { title: 'Emma' })
  expect((await reader.get('/rest/books')).body.docs[0].title).toBe('Emma')
  expect((await reader.get(`/rest/books/${id}`)).body.title).toBe('Emma')
})

describe('what depends on more than the log covers is not kept:', () => {
  test('a collection that is not in it', async () => {
    const { make, isKept } = await startLibrary(['books'])
    await make('shelves', { name: 'A' })
    expect(await isKept('/rest/shelves')).toBe(false)
  })

  test('a document that is populated from there', async () => {
    const { make, isKept } = await startLibrary(['books'])
    const shelf = await make('shelves', { name: 'A' })
    const id = await make('books', { title: 'Dune', shelf })
    expect(await isKept(`/rest/books/${id}?depth=1`)).toBe(false)
  })

  test('a filter that leads there', async () => {
    const { isKept } = await startLibrary(['books'])
    expect(await isKept('/rest/books?where[shelf.name][equals]=A&depth=0')).toBe(false)
  })

  test('what a hook reads beside, also without its request', async () => {
    const { make, isKept } = await startLibrary(['books'], {
      hooks: {
        afterRead: [
          async ({ doc, req: { payload } }) => ({
            ...doc,
            views: (await payload.count({ collection: 'views' as 'claims' })).totalDocs,
          }),
        ],
      },
    })
    const id = await make('books', { title: 'Dune' })
    expect(await isKept(`/rest/books/${id}`)).toBe(false)
  })

  test('what writes while it is read', async () => {
    const { make, isKept, reader } = await startLibrary(['books', 'views'], {
      hooks: {
        afterRead: [
          async ({ doc, req: { payload } }) => {
            const data = { of: String(doc.id) }
            await payload.create({ collection: 'views' as 'claims', data: data as never })
          },
        ],
      },
    })
    const id = await make('books', { title: 'Dune' })
    expect(await isKept(`/rest/books/${id}`)).toBe(false)
    expect((await reader.get('/rest/views/count')).body.totalDocs).toBeGreaterThan(1)
  })
})

test('a filter through a relation falls with what it leads to', async () => {
  const { make, isKept, reader } = await startLibrary(['books', 'shelves'])
  const shelf = await make('shelves', { name: 'A' })
  await make('books', { title: 'Dune', shelf })
  const path = '/rest/books?where[shelf.name][equals]=A&depth=0'
  expect(await isKept(path)).toBe(true)
  await reader.patch(`/rest/shelves/${shelf}`, { name: 'B' })
  expect((await reader.get(path)).body.totalDocs).toBe(0)
})

test.each<[string, Partial<CollectionConfig>, Partial<Config>]>([
  ['a list of origins', {}, { cors: ['https://example.org'] }],
  [
    'a strategy of its own',
    { auth: { strategies: [{ name: 'own', authenticate: () => ({ user: null }) }] } },
    {},
  ],
])('with %s, by which answers may differ, there is no cache', async (_, more, config) => {
  const { delivery, reader } = await startLibrary(['books'], more, config)
  expect(delivery).toBeUndefined()
  expect((await reader.get('/rest/books')).status).toBe(200)
})

test('without the plugin there is no cache', async () => {
  const service = await startOtherProject()
  onTestFinished(service.stop)
  expect(service.delivery).toBeUndefined()
  expect((await service.reader.get('/rest/books')).status).toBe(200)
})
