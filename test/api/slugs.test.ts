import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client

beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
})
afterAll(() => service.stop())

type Made = { id: string; slug: string }
const make = async (statement: string, more: object = {}): Promise<Made> =>
  (await admin.post('/api/claims', { statement, ...more })).body.doc
const change = async (id: string, data: object, query = '') =>
  (await admin.patch(`/api/claims/${id}${query}`, data)).body.doc as Made

describe('a slug', () => {
  test('is made from the title, its letters transliterated', async () => {
    expect((await make('¿Quién está detrás? Ñandú & Söhne')).slug).toBe(
      'quien-esta-detras-nandu-and-soehne',
    )
  })

  test('gets a number when another document has the name', async () => {
    expect((await make('Twice')).slug).toBe('twice')
    expect((await make('Twice')).slug).toBe('twice-2')
    const draft = await make('Third')
    await change(draft.id, { statement: 'Twice' }, '?draft=true')
    expect((await make('Twice')).slug).toBe('twice-4')
  })

  test('follows the title until the document is published, then stays', async () => {
    const { id } = await make('R')
    expect((await change(id, { statement: 'Rents' }, '?draft=true&autosave=true')).slug).toBe(
      'rents',
    )
    expect((await change(id, { statement: 'Rents rise' }, '?draft=true')).slug).toBe('rents-rise')
    expect((await change(id, { _status: 'published' })).slug).toBe('rents-rise')
    await change(id, { _status: 'draft' })
    expect((await change(id, { statement: 'Rents fall' }, '?draft=true')).slug).toBe('rents-rise')
  })

  test('does not follow a translation', async () => {
    const { id } = await make('Water')
    expect((await change(id, { statement: 'Agua' }, '?draft=true&locale=es')).slug).toBe('water')
  })

  test('is what an editor sets it to', async () => {
    const { id, slug } = await make('By hand', { slug: 'my-own' })
    expect(slug).toBe('my-own')
    expect((await change(id, { statement: 'Another' }, '?draft=true')).slug).toBe('my-own')
  })

  test.each(['Has Spaces', 'ümlaut', '../up', 'a--b', `a\r\nX: y`, 'x'.repeat(81)])(
    'is refused when it is none: %j',
    async (slug) => {
      const { status, body } = await admin.post('/api/claims', {
        statement: 'Bad slug',
        slug,
        _status: 'published',
      })
      expect(status).toBe(400)
      expect(body.errors[0].data.errors[0]).toMatchObject({
        path: 'slug',
        message: expect.stringMatching(/lower-case letters/),
      })
    },
  )

  test('that is taken is refused by name', async () => {
    await make('Taken', { slug: 'taken' })
    const { status, body } = await admin.post('/api/claims', { statement: 'T', slug: 'taken' })
    expect(status).toBe(400)
    expect(body.errors[0].data.errors[0].path).toBe('slug')
  })
})

describe('a published document under a new name', () => {
  test('keeps answering to the old one with a redirect', async () => {
    const { id } = await make('Old name', { _status: 'published' })
    await change(id, { slug: 'new-name', _status: 'published' })
    const moved = await service.reader.get('/api/claims/slug/old-name?depth=1&locale=es')
    expect(moved.status).toBe(308)
    expect(moved.headers.get('Location')).toBe('/api/claims/slug/new-name?depth=1&locale=es')
    expect((await service.reader.get('/api/claims/slug/new-name')).body.id).toBe(id)
  })

  test('keeps the old name from other documents', async () => {
    expect((await make('Old name')).slug).toBe('old-name-2')
  })

  test('shows its old names to nobody', async () => {
    const { text } = await service.reader.get('/api/claims/slug/new-name')
    expect(text).not.toContain('formerSlugs')
  })

  test('says under each of its names that it was withdrawn, once it is not public any more', async () => {
    const { id } = await make('Soon gone', { _status: 'published' })
    await change(id, { slug: 'gone', _status: 'published' })
    await change(id, { _status: 'draft' })
    for (const slug of ['soon-gone', 'gone']) {
      const { status, body } = await service.reader.get(`/api/claims/slug/${slug}`)
      expect(status).toBe(410)
      expect(body.errors[0].message).toContain(`claims/${slug} was withdrawn: unpublished at 20`)
      expect(body.tombstone).toMatchObject({
        collection: 'claims',
        id,
        slug: 'gone',
        kind: 'unpublished',
        digest: null,
      })
    }
    await change(id, { _status: 'published' })
    expect((await service.reader.get('/api/claims/slug/gone')).status).toBe(200)
    expect((await service.reader.get('/api/claims/slug/soon-gone')).status).toBe(308)
  })

  test('says so also of a deleted one, until another document takes the name', async () => {
    const { id } = await make('Deleted', { _status: 'published' })
    await admin.delete(`/api/claims/${id}`)
    const { status, body } = await service.reader.get('/api/claims/slug/deleted')
    expect([status, body.tombstone.kind]).toEqual([410, 'deleted'])
    const { slug } = await make('Deleted', { _status: 'published' })
    expect((await service.reader.get(`/api/claims/slug/${slug}`)).status).toBe(200)
  })

  test('a draft answers like one that never was', async () => {
    const { slug } = await make('Never public')
    const missing = await service.reader.get('/api/claims/slug/never-was')
    const draft = await service.reader.get(`/api/claims/slug/${slug}`)
    expect(missing.status).toBe(404)
    expect([draft.status, draft.text]).toEqual([missing.status, missing.text])
  })

  test('a name only a draft has is not public', async () => {
    const { id } = await make('Public name', { _status: 'published' })
    await change(id, { slug: 'draft-name' }, '?draft=true')
    expect((await service.reader.get('/api/claims/slug/draft-name')).status).toBe(404)
    expect((await service.reader.get('/api/claims/slug/public-name')).status).toBe(200)
  })
})
