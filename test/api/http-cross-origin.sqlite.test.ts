import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let id: string
beforeAll(async () => {
  service = await startService({ HANDBILL_REQUESTS_PER_MINUTE: '1000' })
  const admin = await service.as('admin')
  const claim = { statement: 'It rains', _status: 'published' }
  id = (await admin.post('/api/claims', claim)).body.doc.id
})
afterAll(() => service.stop())

const Origin = 'https://partner.example'
const told = [
  ...['ETag', 'Link', 'Memento-Datetime', 'RateLimit', 'Repr-Digest', 'Retry-After'],
  'X-Request-Id',
]

const exposed = (headers: Headers) =>
  (headers.get('Access-Control-Expose-Headers') ?? '').split(', ')

describe('a script of another origin', () => {
  test('reads what headers tell, of what is made, kept and passed on', async () => {
    const paths = [
      ...[
        '/api/claims',
        '/api/claims',
        '/api/claims/slug/it-rains',
        `/api/claims/${id}/revisions/1`,
      ],
      ...['/claims/it-rains', '/claims/it-rains/timemap', '/feeds/claims.json', '/api/changes'],
      ...['/api/claims?limit=0', '/api/graphql?query={Claims{totalDocs}}', '/api/openapi.json'],
    ]
    for (const path of paths) {
      const { headers } = await service.reader.get(path, { headers: { Origin } })
      expect([path, headers.get('Access-Control-Allow-Origin')]).toEqual([path, '*'])
      expect(exposed(headers), path).toEqual(expect.arrayContaining(told))
      expect(exposed(headers), path).toHaveLength(new Set(exposed(headers)).size)
    }
  })

  test('reads them of a 304, too', async () => {
    const first = await service.reader.get('/api/claims')
    const condition = { Origin, 'If-None-Match': first.headers.get('ETag') as string }
    const { headers, status } = await service.reader.get('/api/claims', { headers: condition })
    expect(status).toBe(304)
    expect(exposed(headers)).toEqual(expect.arrayContaining(told))
  })

  test.each(['/api/claims', '/api/claims/slug/it-rains', '/api/graphql', '/claims/it-rains'])(
    'may send conditions and ask for another time: %s',
    async (path) => {
      const asked = {
        Origin,
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'accept-datetime,if-none-match',
      }
      const { headers } = await service.reader.get(path, { method: 'OPTIONS', headers: asked })
      const allowed = headers.get('Access-Control-Allow-Headers')?.toLowerCase() ?? ''
      expect(allowed === '*' || /accept-datetime.*if-none-match/.test(allowed), allowed).toBe(true)
    },
  )
})
