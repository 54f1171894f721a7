import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
  const admin = await service.as('admin')
  for (const statement of ['Rents rose', 'Wages fell', 'Homes are empty']) {
    await admin.post('/api/claims', { statement, _status: 'published' })
  }
  const id = (await service.reader.get('/api/claims/slug/rents-rose')).body.id
  await admin.patch(`/api/claims/${id}?locale=es`, {
    statement: 'Los alquileres subieron',
    _status: 'published',
  })
})
afterAll(() => service.stop())

const form = 'application/x-www-form-urlencoded'
const ask = (path: string, body: string, type: string, header = 'X-Payload-HTTP-Method-Override') =>
  service.reader.post(path, body, { headers: { 'Content-Type': type, [header]: 'GET' } })

describe('a POST that stands for a GET brings a query too long for an address', () => {
  test.each([
    ['as a form', 'sort=statement&limit=2', form],
    ['as a form with a charset', 'sort=statement&limit=2', `${form}; charset=UTF-8`],
    ['as JSON', '{"sort":"statement","limit":2}', 'application/json'],
    ['as JSON with a charset', '{"sort":"statement","limit":2}', 'application/json; charset=utf-8'],
  ])('%s', async (_, body, type) => {
    const asked = await ask('/api/claims', body, type)
    const got = await service.reader.get('/api/claims?sort=statement&limit=2')
    expect(asked.status).toBe(200)
    expect(asked.body).toEqual(got.body)
  })

  test('under the header’s other name', async () => {
    const { body } = await ask('/api/claims', 'limit=1', form, 'X-HTTP-Method-Override')
    expect(body.docs).toHaveLength(1)
  })

  test('with a filter', async () => {
    const where = { statement: { like: 'rents' } }
    const asked = await ask('/api/claims', JSON.stringify({ where }), 'application/json')
    expect(asked.body.docs.map((doc: { slug: string }) => doc.slug)).toEqual(['rents-rose'])
  })

  test('of one document', async () => {
    const { body } = await ask('/api/claims/slug/rents-rose', 'locale=es', form)
    expect(body.statement).toBe('Los alquileres subieron')
  })

  test('joined to what the address says already', async () => {
    for (const [body, type] of [
      ['limit=2', form],
      ['{"limit":2}', 'application/json'],
    ] as const) {
      const asked = await ask('/api/claims?sort=statement', body, type)
      const got = await service.reader.get('/api/claims?sort=statement&limit=2')
      expect(asked.body).toEqual(got.body)
    }
  })

  test('in a language, with what to fall back to', async () => {
    for (const query of [
      { locale: 'es', fallbackLocale: 'none', sort: 'slug' },
      { fallbackLocale: 'none', locale: 'es', sort: '-slug' },
      { locale: 'es', fallbackLocale: 'en', sort: 'slug' },
    ]) {
      const asked = await ask('/api/claims', JSON.stringify(query), 'application/json')
      const got = await service.reader.get(`/api/claims?${new URLSearchParams(query)}`)
      expect(asked.body).toEqual(got.body)
    }
  })
})

test('a body that is not JSON is a mistake of the client', async () => {
  for (const body of ['{"limit":', '', '[]', '5', 'null']) {
    const { status, body: answer } = await ask('/api/claims', body, 'application/json')
    expect([body, status]).toEqual([body, 400])
    expect(answer.errors[0].message).toContain('JSON')
  }
})

test('a mistake in the body is named as one in the address is', async () => {
  for (const [body, type] of [
    ['nonsense=1', form],
    ['{"nonsense":1}', 'application/json'],
  ] as const) {
    const { status, body: answer } = await ask('/api/claims', body, type)
    expect(status).toBe(400)
    expect(answer.errors[0].message).toContain('nonsense')
  }
})

test('nothing else can be overridden', async () => {
  for (const method of ['DELETE', 'PATCH', 'POST', 'get', '']) {
    const { status } = await service.reader.post('/api/claims', '{"statement":"x"}', {
      headers: { 'Content-Type': 'application/json', 'X-Payload-HTTP-Method-Override': method },
    })
    expect([method, status]).toEqual([method, 403])
  }
})
