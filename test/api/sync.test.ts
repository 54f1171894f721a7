import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ChangeLog } from '../../src/changes/change-log.ts'
import { changeLogOf } from '../../src/cms/changes/change-log.ts'
import { compact } from '../../src/cms/changes/compact.ts'
import {
  applyChanges,
  type Copy,
  canonical,
  catchUp,
  digestOf,
  publicCopy,
} from '../support/copies.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let reader: Client
let admin: Client
let log: ChangeLog
beforeAll(async () => {
  service = await startService()
  reader = service.reader
  admin = await service.as('admin')
  log = changeLogOf(service.payload)?.log as ChangeLog
})
afterAll(() => service.stop())

const publish = async (statement: string): Promise<string> =>
  (await admin.post('/api/claims', { statement, _status: 'published' })).body.doc.id
const change = (id: string, data: object) => admin.patch(`/api/claims/${id}`, data)
const edit = (id: string, statement: string) => change(id, { statement, _status: 'published' })

/** The token of now. */
const now = async (query = '') => (await catchUp(reader, new Map(), '', query)) as string
const since = async (token: string, query = '') =>
  (await reader.get(`/api/changes?since=${token}${query}`)).body

describe('a change', () => {
  test('comes with the document and its digest, once', async () => {
    const token = await now()
    const id = await publish('It rains')
    await edit(id, 'It pours')
    const { changes, next, more } = await since(token)
    expect(changes).toMatchObject([
      { collection: 'claims', id, slug: 'it-rains', kind: 'updated', locales: ['en'], revision: 2 },
    ])
    const { body } = await reader.get(`/api/claims/${id}?depth=0&locale=all`)
    expect(changes[0].document).toEqual(body)
    expect(digestOf(canonical(body))).toBe(changes[0].digest)
    expect(Object.keys(changes[0])).not.toContain('tombstone')
    expect(more).toBe(false)
    expect(await since(next)).toEqual({ changes: [], next, more: false })
  })

  test('has its bytes in the answer, in the canonical form', async () => {
    const token = await now()
    const id = await publish('Bytes')
    const { text } = await reader.get(`/api/changes?since=${token}`)
    const { body } = await reader.get(`/api/claims/${id}?depth=0&locale=all`)
    expect(text).toContain(`"document":${canonical(body)}}`)
  })

  test.each([
    ['unpublished', (id: string) => change(id, { _status: 'draft' })],
    ['deleted', (id: string) => admin.delete(`/api/claims/${id}`)],
  ])('is a tombstone when it is %s', async (kind, withdraw) => {
    const id = await publish(`To be ${kind}`)
    const token = await now()
    await withdraw(id)
    const { changes } = await since(token)
    expect(changes).toMatchObject([
      { id, kind, slug: `to-be-${kind}`, digest: null, document: null, tombstone: true },
    ])
  })

  test('of a draft is none', async () => {
    const token = await now()
    await admin.post('/api/claims', { statement: 'Draft' })
    expect((await since(token)).changes).toEqual([])
  })
})

describe('the first copy', () => {
  test('has everything that is public, page by page, and nothing that was withdrawn', async () => {
    const gone = await publish('Withdrawn before')
    await change(gone, { _status: 'draft' })
    for (let i = 0; i < 5; i++) await edit(await publish(`Page ${i}`), `Page ${i}, again`)
    const copy: Copy = new Map()
    const seen: string[] = []
    for (let token = '', more = true; more; ) {
      const { body } = await reader.get(`/api/changes?since=${token}&limit=2`)
      expect(body.changes.length).toBeLessThanOrEqual(2)
      seen.push(...body.changes.map(({ id }: { id: string }) => id))
      applyChanges(copy, body.changes)
      ;({ next: token, more } = body)
    }
    expect(seen).not.toContain(gone)
    expect(new Set(seen).size).toBe(seen.length)
    expect(copy).toEqual(await publicCopy(reader))
    expect(copy.size).toBeGreaterThan(5)
  })

  test('has what changes while it is made, also what is withdrawn then', async () => {
    const first = await publish('First')
    const second = await publish('Second')
    const copy: Copy = new Map()
    const { body } = await reader.get('/api/changes?limit=500')
    applyChanges(copy, body.changes)
    expect(copy.has(`claims/${first}`)).toBe(true)
    await change(first, { _status: 'draft' })
    await edit(second, 'Second, again')
    await publish('Third')
    await catchUp(reader, copy, body.next)
    expect(copy).toEqual(await publicCopy(reader))
    expect(copy.has(`claims/${first}`)).toBe(false)
  })

  test('may be of some collections', async () => {
    await admin.post('/api/demands', { title: 'A demand', _status: 'published' })
    const copy: Copy = new Map()
    const token = await catchUp(reader, copy, '', '&collections=demands,media')
    expect(copy).toEqual(await publicCopy(reader, ['demands', 'media']))
    await publish('Not wanted')
    const { next, changes } = await since(token as string)
    expect(changes).toEqual([])
    // It is further on nevertheless, so that it does not get too old.
    expect(next).not.toBe(token)
    expect((await since(next, '&collections=media,demands')).changes).toEqual([])
  })
})

describe('a token', () => {
  test('works on a server that was started again, and after the log was folded', async () => {
    const id = await publish('Folded')
    const token = await now()
    for (let i = 0; i < 3; i++) await edit(id, `Folded ${i}`)
    await compact(service.payload, { history: 0, tombstones: 90 }, Date.now() + 1000)
    expect((await since(token)).changes).toMatchObject([{ id, kind: 'updated', revision: 4 }])
  })

  test('that is too old has to be given up, and says how', async () => {
    const token = await now()
    await admin.delete(`/api/claims/${await publish('Forgotten')}`)
    await publish('After it')
    const later = await now()
    await compact(service.payload, { history: 0, tombstones: 0 }, Date.now() + 1000)
    const { status, body, headers } = await reader.get(`/api/changes?since=${token}`)
    expect([status, body]).toEqual([
      410,
      {
        errors: [
          {
            message:
              'since: The token is too old: tombstones after it have been dropped. Start over without it, with an empty copy.',
            data: { parameter: 'since', startOver: true },
          },
        ],
      },
    ])
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect((await since(later)).changes).toEqual([])
    const copy: Copy = new Map()
    await catchUp(reader, copy)
    expect(copy).toEqual(await publicCopy(reader))
  })

  test('of a first copy goes on when older tombstones are dropped meanwhile', async () => {
    await admin.delete(`/api/claims/${await publish('Old tombstone')}`)
    for (let i = 0; i < 3; i++) await publish(`Behind ${i}`)
    const { body } = await reader.get('/api/changes?limit=1')
    await compact(service.payload, { history: 0, tombstones: 0 }, Date.now() + 1000)
    expect(await log.horizon()).toBeGreaterThan(1)
    const copy: Copy = new Map()
    applyChanges(copy, body.changes)
    await catchUp(reader, copy, body.next)
    expect(copy).toEqual(await publicCopy(reader))
  })

  test('of another database has to be given up', async () => {
    const other = await startService()
    try {
      const { body } = await other.reader.get('/api/changes')
      const { status, body: refused } = await reader.get(`/api/changes?since=${body.next}`)
      expect([status, refused.errors[0].message]).toEqual([
        410,
        expect.stringContaining('another database'),
      ])
    } finally {
      await other.stop()
    }
  })

  test('of a database that was put back to before has to be given up', async () => {
    await publish('Kept')
    const kept = await now()
    await publish('Lost')
    const lost = await now()
    const latest = await log.latest()
    const where = { sequence: { equals: latest } }
    await service.payload.db.deleteMany({ collection: 'changes' as 'claims', where })
    // Further on than the log is.
    expect((await reader.get(`/api/changes?since=${lost}`)).status).toBe(410)
    await publish('In its place')
    expect(await log.latest()).toBe(latest)
    expect((await reader.get(`/api/changes?since=${lost}`)).status).toBe(410)
    expect((await since(kept)).changes).toMatchObject([{ slug: 'in-its-place' }])
  })

  test('that was made up, cut or changed is refused', async () => {
    const token = await now()
    const turned = token.slice(0, -2) + (token.at(-2) === 'A' ? 'B' : 'A') + token.at(-1)
    const crafted = (text: string) =>
      Buffer.concat([
        Buffer.from(digestOf(text), 'hex').subarray(0, 6),
        Buffer.from(text),
      ]).toString('base64url')
    for (const bad of ['0', 'undefined', '%00', '42', token.slice(1), token.slice(0, -1), turned]) {
      const { status, body } = await reader.get(`/api/changes?since=${bad}`)
      const message = 'since: accepted: a token as `next` or an event’s id gave it, unchanged'
      expect([bad, status, body.errors]).toEqual([
        bad,
        400,
        [{ message, data: { parameter: 'since' } }],
      ])
    }
    for (const text of ['', '[]', '{', '[2,"x",0,"",0,null]', '[1,"x",-1,"",0,null]']) {
      expect((await reader.get(`/api/changes?since=${crafted(text)}`)).status).toBe(410)
    }
  })
})

describe('a wrong parameter', () => {
  const names = 'accepted: some of campaigns,claims,demands,resources,media'
  test.each([
    ['limit=0', 'limit', 'accepted: a whole number from 1 to 500'],
    ['limit=501', 'limit', 'accepted: a whole number from 1 to 500'],
    ['limit=1e2', 'limit', 'accepted: a whole number from 1 to 500'],
    ['limit=', 'limit', 'accepted: a whole number from 1 to 500'],
    ['limit=1&limit=2', 'limit', 'accepted: once'],
    ['collections=', 'collections[0]', names],
    ['collections=claims,users', 'collections[1]', names],
    [
      'collections[]=claims',
      'collections[]',
      'not a parameter here; accepted: since, collections, limit',
    ],
    ['depth=1', 'depth', 'not a parameter here; accepted: since, collections, limit'],
    ['__proto__=1', '__proto__', 'not a parameter here; accepted: since, collections, limit'],
  ])('%s is named', async (query, parameter, message) => {
    const { status, body } = await reader.get(`/api/changes?${query}`)
    expect([status, body]).toEqual([
      400,
      { errors: [{ message: `${parameter}: ${message}`, data: { parameter } }] },
    ])
  })

  test('may be other collections than those of the copy', async () => {
    const token = await now('&collections=claims')
    const { status, body } = await reader.get(`/api/changes?since=${token}&collections=demands`)
    expect([status, body.errors[0].message]).toEqual([
      400,
      'collections: accepted: those of the token (collections=claims), or none; for others begin without `since`',
    ])
  })
})

describe('over HTTP', () => {
  test('it is for everybody, from any page, and as of now', async () => {
    const { headers, status } = await reader.get('/api/changes', {
      headers: { Origin: 'https://example.org' },
    })
    expect(status).toBe(200)
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect((await admin.get('/api/changes')).status).toBe(200)
  })

  test.each([
    ['/api/changes', 'GET, HEAD, OPTIONS'],
    ['/api/changes/stream', 'GET, HEAD, OPTIONS'],
    ['/api/changes/audit', 'POST, OPTIONS'],
  ])('%s has its methods', async (path, methods) => {
    const asked = await reader.get(path, { method: 'OPTIONS' })
    expect([asked.status, asked.headers.get('Access-Control-Allow-Methods')]).toEqual([
      204,
      methods,
    ])
    const { status, headers, body } = await reader.delete(path)
    expect([status, headers.get('Allow'), body.errors.length]).toEqual([405, methods, 1])
  })

  test('HEAD is GET without a body', async () => {
    for (const path of ['/api/changes', '/api/changes/stream']) {
      const { status, text, headers } = await reader.get(path, { method: 'HEAD' })
      expect([status, text]).toEqual([200, ''])
      expect(headers.get('Content-Type')).toMatch(/^(application\/json|text\/event-stream)/)
    }
    const { status } = await reader.get('/api/changes?limit=0', { method: 'HEAD' })
    expect(status).toBe(400)
  })

  test.each(['/api/changes/', '/api/changes/constructor', '/api/changes/audit/x'])(
    'nothing is at %s',
    async (path) => {
      const { status, body } = await reader.get(path)
      expect([status, body.errors[0].message]).toEqual([404, `Nothing is at ${path}.`])
    },
  )
})

describe('what editors alone see', () => {
  let drafts: string[]
  beforeEach(async () => {
    const draft = await admin.post('/api/claims', { statement: 'kanari draft' })
    const id = await publish('Public')
    await admin.patch(`/api/claims/${id}?draft=true`, { statement: 'kanari newer' })
    drafts = [draft.body.doc.id]
  })

  test('is not in any change', async () => {
    for (const client of [reader, admin]) {
      const { text } = await client.get('/api/changes?limit=500')
      expect(text).not.toMatch(/kanari|formerSlugs|verifiedBy/)
      for (const id of drafts) expect(text).not.toContain(id)
    }
  })
})
