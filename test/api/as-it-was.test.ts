import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { stopTheClock } from '../support/clock.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

const publicUrl = 'https://content.example.org'

let service: TestService
let admin: Client
let reader: Client
let clock: ReturnType<typeof stopTheClock>
beforeAll(async () => {
  clock = stopTheClock()
  service = await startService({ PUBLIC_URL: publicUrl })
  admin = await service.as('admin')
  reader = service.reader
})
afterAll(async () => {
  vi.useRealTimers()
  await service.stop()
})
beforeEach(() => void clock.pass(60))

const asOf = (moment: string, path: string, headers: Record<string, string> = {}) =>
  reader.get(path, { headers: { 'Accept-Datetime': moment, ...headers } })
const make = async (data: object): Promise<{ id: string; slug: string }> =>
  (await admin.post('/api/claims', { ...data, _status: 'published' })).body.doc
const publish = (id: string, data: object) =>
  admin.patch(`/api/claims/${id}`, { ...data, _status: 'published' })
const pathOf = (address: string | null) => (address ?? '').replace(publicUrl, '')
/** What the address leads to. */
const followed = async (moment: string, path: string) => {
  const { status, headers } = await asOf(moment, path)
  expect([path, status]).toEqual([path, 302])
  return reader.get(pathOf(headers.get('Location')))
}

describe('what was published at a time', () => {
  test('is where the present address leads, with Accept-Datetime', async () => {
    const { id, slug } = await make({ statement: 'One' })
    const first = clock.now()
    const second = clock.pass(60)
    await publish(id, { statement: 'Two' })
    const third = clock.pass(60)
    await publish(id, { statement: 'Three' })
    const path = `/api/claims/slug/${slug}`
    const revisions = `${publicUrl}/api/claims/${id}/revisions`

    const gate = await asOf(second, path)
    expect(gate.status).toBe(302)
    expect(gate.headers.get('Location')).toBe(`${revisions}/2`)
    expect(gate.headers.get('Vary')).toMatch(/\bAccept-Datetime\b/)
    expect(gate.headers.has('Memento-Datetime')).toBe(false)
    const links = [
      `<${publicUrl}${path}>; rel="original timegate"`,
      `<${publicUrl}/api/claims/${id}/timemap>; rel="timemap"; type="application/link-format"`,
      `<${revisions}/1>; rel="first prev memento"; datetime="${first}"`,
      `<${revisions}/3>; rel="next last memento"; datetime="${third}"`,
    ]
    expect(gate.headers.get('Link')).toBe(links.join(', '))

    const then = await followed(second, path)
    expect(then.body.statement.en).toBe('Two')
    expect(then.headers.get('Memento-Datetime')).toBe(second)
    expect(then.headers.get('Link')).toBe(
      [...links, `<${revisions}/3>; rel="latest-version"`].join(', '),
    )
    const between = new Date(Date.parse(second) + 59_000).toUTCString()
    expect((await followed(between, path)).body.statement.en).toBe('Two')
    expect((await followed(clock.pass(999), path)).body.statement.en).toBe('Three')
  })

  test('is the first version before there was any', async () => {
    const { slug } = await make({ statement: 'Only' })
    const then = await followed('Mon, 01 Jan 2001 00:00:00 GMT', `/api/claims/slug/${slug}`)
    expect(then.body.statement.en).toBe('Only')
  })

  test('is the last of several versions within a second', async () => {
    const { id, slug } = await make({ statement: 'Quick' })
    await publish(id, { statement: 'Quicker' })
    await publish(id, { statement: 'Quickest' })
    const then = await followed(clock.now(), `/api/claims/slug/${slug}`)
    expect(then.body.statement.en).toBe('Quickest')
  })

  test('is nothing while it was withdrawn, and says why', async () => {
    const { id, slug } = await make({ statement: 'Now and then' })
    const first = clock.now()
    const second = clock.pass(60)
    await admin.patch(`/api/claims/${id}`, { _status: 'draft' })
    clock.pass(60)
    await publish(id, {})
    const path = `/api/claims/slug/${slug}`
    const { status, body, headers } = await asOf(second, path)
    expect(status).toBe(410)
    expect(body.errors[0].message).toContain('was withdrawn: unpublished at 20')
    expect(body.tombstone).toMatchObject({ collection: 'claims', id, kind: 'unpublished' })
    expect(headers.get('Vary')).toMatch(/\bAccept-Datetime\b/)
    expect(headers.get('Link')).toContain('rel="timemap"')
    expect((await followed(first, path)).status).toBe(200)
    const tombstone = await reader.get(`/api/claims/${id}/revisions/2`)
    expect([tombstone.status, tombstone.body.tombstone.kind]).toEqual([410, 'unpublished'])
  })

  test('is found by a name that the document had then, or has now', async () => {
    const { id } = await make({ statement: 'Named', slug: 'its-first-name' })
    const first = clock.now()
    const second = clock.pass(60)
    await publish(id, { statement: 'Renamed', slug: 'its-second-name' })
    for (const name of ['its-first-name', 'its-second-name']) {
      const path = `/api/claims/slug/${name}`
      expect((await followed(first, path)).body.statement.en).toBe('Named')
      expect((await followed(second, path)).body.statement.en).toBe('Renamed')
    }
    expect((await reader.get('/api/claims/slug/its-first-name')).status).toBe(308)
  })

  test('is of the document that had the name then', async () => {
    const { id } = await make({ statement: 'Heir', slug: 'heirloom' })
    const first = clock.now()
    clock.pass(60)
    await admin.delete(`/api/claims/${id}`)
    const third = clock.pass(60)
    await make({ statement: 'Heiress', slug: 'heirloom' })
    expect((await asOf(first, '/api/claims/slug/heirloom')).body.tombstone.id).toBe(id)
    const then = await followed(third, '/api/claims/slug/heirloom')
    expect(then.body.statement.en).toBe('Heiress')
  })

  test.each([
    ['yesterday'],
    ['2026-11-24T15:00:00Z'],
    ['Tue, 31 Feb 2026 15:00:00 GMT'],
    ['Mon, 24 Nov 2026 15:00:00 GMT'],
    ['Tue, 24 Nov 2026 15:00:00 +0100'],
    ['Fri, 01 Jan 99999 00:00:00 GMT'],
    [''],
  ])('is refused for a date that is none: %j', async (moment) => {
    const { slug } = await make({ statement: 'Dated' })
    const { status, body } = await asOf(moment, `/api/claims/slug/${slug}`)
    expect(status).toBe(400)
    expect(body.errors[0]).toMatchObject({
      message: 'Accept-Datetime: accepted: a date such as Tue, 24 Nov 2026 15:00:00 GMT',
      data: { parameter: 'Accept-Datetime' },
    })
  })

  test('is answered whole, and says so to those who want a part', async () => {
    const { slug } = await make({ statement: 'Whole' })
    const path = `/api/claims/slug/${slug}`
    expect((await asOf(clock.now(), `${path}?depth=0&locale=all`)).status).toBe(302)
    const { status, body } = await asOf(clock.now(), `${path}?locale=es&select[slug]=true`)
    expect(status).toBe(400)
    expect(body.errors.map((one: { data: unknown }) => one.data)).toEqual([
      { parameter: 'locale' },
      { parameter: 'select' },
    ])
    expect(body.errors[0].message).toContain('accepted: all')
  })
})

describe('the present answer', () => {
  test('says that there are others, and is not given for them', async () => {
    const { id, slug } = await make({ statement: 'Present' })
    const path = `/api/claims/slug/${slug}`
    for (let i = 0; i < 3; i++) {
      const { status, headers } = await reader.get(path)
      expect(status).toBe(200)
      expect(headers.get('Vary')).toMatch(/\bAccept-Datetime\b/)
      expect(headers.get('Link')).toBe(
        `<${publicUrl}${path}>; rel="original timegate", ` +
          `<${publicUrl}/api/claims/${id}/timemap>; rel="timemap"; type="application/link-format"`,
      )
      expect((await asOf(clock.now(), path)).status).toBe(302)
    }
    await admin.patch(`/api/claims/${id}`, { _status: 'draft' })
    expect((await reader.get(path)).headers.get('Vary')).toMatch(/\bAccept-Datetime\b/)
  })

  test('is kept where another time changes nothing', async () => {
    const hits = () => service.delivery?.stats().hits ?? 0
    await reader.get('/api/claims?limit=1')
    const before = hits()
    await asOf(clock.now(), '/api/claims?limit=1')
    expect(hits()).toBe(before + 1)
  })
})

describe('a revision', () => {
  test('has an address of its own, and the bytes that its digest is of', async () => {
    const { id } = await make({ statement: 'Quoted' })
    const address = `/api/claims/${id}/revisions/1`
    const whole = await reader.get(`/api/claims/${id}?depth=0&locale=all`)
    clock.pass(60)
    await publish(id, { statement: 'Edited' })
    const { status, headers, text, body } = await reader.get(address)
    expect(status).toBe(200)
    expect(body).toEqual(whole.body)
    const digest = createHash('sha256').update(text)
    expect(headers.get('ETag')).toBe(`"${digest.copy().digest('hex')}"`)
    expect(headers.get('Repr-Digest')).toBe(`sha-256=:${digest.digest('base64')}:`)
    expect(headers.get('Content-Type')).toBe('application/json')
    expect(headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate, s-maxage=1')
    expect(headers.get('Surrogate-Key')).toBe(`claims/${id}`)
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect((await admin.get(address)).text).toBe(text)
    expect((await reader.get(address.replace(id, id.toUpperCase()))).text).toBe(text)

    const etag = headers.get('ETag') ?? ''
    const again = await reader.get(address, { headers: { 'If-None-Match': etag } })
    expect([again.status, again.text, again.headers.get('ETag')]).toEqual([304, '', etag])
    const head = await fetch(service.url + address, { method: 'HEAD' })
    expect([head.status, head.headers.get('ETag')]).toEqual([200, etag])
  })

  test('of a claim that is retracted stays, and says that it is', async () => {
    const { id, slug } = await make({ statement: 'Taken back' })
    const before = await reader.get(`/api/claims/${id}/revisions/1`)
    expect(before.headers.has('Handbill-Status')).toBe(false)
    clock.pass(60)
    await publish(id, { verification: { status: 'retracted', note: 'Wrong.' } })
    clock.pass(60)
    await publish(id, { statement: 'Still taken back' })
    const after = await reader.get(`/api/claims/${id}/revisions/1`)
    expect([after.status, after.text]).toEqual([200, before.text])
    expect(after.headers.get('Handbill-Status')).toBe('retracted')
    expect(after.headers.get('Link')).toContain('/revisions/3>; rel="latest-version"')
    const then = await followed('Mon, 01 Jan 2001 00:00:00 GMT', `/api/claims/slug/${slug}`)
    expect(then.headers.get('Handbill-Status')).toBe('retracted')
    await publish(id, { verification: { status: 'verified' } })
    const cleared = await reader.get(`/api/claims/${id}/revisions/1`)
    expect(cleared.headers.has('Handbill-Status')).toBe(false)
  })

  test.each([
    ['unpublished', (id: string) => admin.patch(`/api/claims/${id}`, { _status: 'draft' })],
    ['deleted', (id: string) => admin.delete(`/api/claims/${id}`)],
    [
      'deleted',
      (id: string) =>
        admin.patch(`/api/claims/${id}`, { deletedAt: new Date(2026, 1).toISOString() }),
    ],
  ])('is gone with its document, once that is %s', async (kind, withdraw) => {
    const { id, slug } = await make({ statement: 'Withdrawn words' })
    const first = clock.now()
    const etag = (await reader.get(`/api/claims/${id}/revisions/1`)).headers.get('ETag') ?? ''
    clock.pass(60)
    await withdraw(id)
    for (const [path, headers] of [
      [`/api/claims/${id}/revisions/1`, {}],
      [`/api/claims/${id}/revisions/1`, { 'If-None-Match': etag }],
      [`/api/claims/${id}/revisions/2`, {}],
      [`/api/claims/${id}/timemap`, {}],
      [`/api/claims/${id}`, {}],
      [`/api/claims/${id}?depth=0`, {}],
      [`/api/claims/slug/${slug}`, { 'Accept-Datetime': first }],
      [`/api/claims/slug/${slug}`, {}],
    ] as const) {
      const { status, body, text } = await reader.get(path, { headers })
      expect([path, status]).toEqual([path, 410])
      // By id the name is not told, which says what the document said.
      const isNamed = path.includes('/slug/')
      expect(body.tombstone).toMatchObject({
        collection: 'claims',
        id,
        slug: isNamed ? slug : null,
        kind,
        digest: null,
      })
      expect(text.toLowerCase()).not.toContain('withdrawn words')
      if (!isNamed) expect(text).not.toContain(slug)
    }
  })

  test('that never was is not found, as anything else that never was', async () => {
    const { id } = await make({ statement: 'Once' })
    const { body } = await admin.post('/api/claims', { statement: 'kanaridraftvogel' })
    const draft = body.doc as { id: string; slug: string }
    await admin.patch(`/api/claims/${id}?draft=true`, { statement: 'kanarinewervogel' })
    const missing = await reader.get(`/api/claims/${'0'.repeat(24)}`)
    expect(missing.status).toBe(404)
    for (const path of [
      `/api/claims/${id}/revisions/2`,
      `/api/claims/${id}/revisions/0`,
      `/api/claims/${id}/revisions/01`,
      `/api/claims/${id}/revisions/x`,
      `/api/claims/${id}/revisions/99999999999999999999`,
      `/api/claims/${draft.id}/revisions/1`,
      `/api/claims/${draft.id}/timemap`,
      `/api/claims/${'0'.repeat(24)}/revisions/1`,
      `/api/claims/${'0'.repeat(24)}/timemap`,
      '/api/claims/none/timemap',
      '/api/claims/__proto__/revisions/1',
      `/api/resources/${id}/revisions/1`,
      `/api/claims/slug/${draft.slug}`,
      '/api/claims/slug/never-was',
    ]) {
      const { status, text } = await asOf(clock.now(), path)
      expect([path, status, text]).toEqual([path, 404, missing.text])
    }
  })

  test('takes no parameters', async () => {
    const { id } = await make({ statement: 'Plain' })
    const { status, body } = await reader.get(`/api/claims/${id}/revisions/1?depth=0`)
    expect(status).toBe(400)
    expect(body.errors[0].message).toBe('depth: not a parameter here; accepted: none')
  })
})

describe('a TimeMap', () => {
  test('lists the versions as links, and as JSON', async () => {
    const { id, slug } = await make({ statement: 'Listed' })
    const first = clock.now()
    clock.pass(60)
    await admin.patch(`/api/claims/${id}`, { _status: 'draft' })
    const third = clock.pass(60)
    await publish(id, { statement: 'Listed again' })
    const base = `${publicUrl}/api/claims`
    const { headers, text } = await reader.get(`/api/claims/${id}/timemap`)
    expect(headers.get('Content-Type')).toBe('application/link-format')
    expect(headers.get('Vary')).toMatch(/\bAccept\b/)
    expect(text).toBe(
      [
        `<${base}/slug/${slug}>; rel="original timegate",`,
        `<${base}/${id}/timemap>; rel="self"; type="application/link-format"; from="${first}"; until="${third}",`,
        `<${base}/${id}/revisions/1>; rel="first memento"; datetime="${first}",`,
        `<${base}/${id}/revisions/3>; rel="last memento"; datetime="${third}"`,
        '',
      ].join('\n'),
    )
    const json = await reader.get(`/api/claims/${id}/timemap`, {
      headers: { Accept: 'application/json' },
    })
    expect(json.body).toMatchObject({
      original: `${base}/slug/${slug}`,
      timegate: `${base}/slug/${slug}`,
      collection: 'claims',
      id,
      page: 1,
      totalPages: 1,
      next: null,
    })
    expect(json.body.revisions).toMatchObject([
      { revision: 1, kind: 'published', url: `${base}/${id}/revisions/1` },
      { revision: 2, kind: 'unpublished', digest: null, url: null },
      { revision: 3, kind: 'published', url: `${base}/${id}/revisions/3` },
    ])
    const revision = await reader.get(`/api/claims/${id}/revisions/3`)
    expect(revision.headers.get('ETag')).toBe(`"${json.body.revisions[2].digest}"`)
  })

  test('has pages when it is long', async () => {
    const { id } = await make({ statement: 'Long' })
    const { docs } = await service.payload.db.find({
      collection: 'publications' as 'claims',
      where: { document: { equals: id } },
    })
    const { id: _, ...one } = docs[0] as unknown as Record<string, unknown>
    for (const revision of [2, 500, 501]) {
      const data = { ...one, revision, kind: 'updated' }
      await service.payload.db.create({ collection: 'publications' as 'claims', data })
    }
    const first = await reader.get(`/api/claims/${id}/timemap`)
    expect(first.text.match(/memento"/g)).toHaveLength(3)
    expect(first.text).toContain(`/timemap?page=2>; rel="timemap"`)
    const second = await reader.get(`/api/claims/${id}/timemap?page=2`)
    expect(second.text).toContain('/revisions/501>; rel="last memento"')
    expect(second.text).toContain(`/timemap>; rel="timemap"`)
    const asJson = { headers: { Accept: 'application/json' } }
    const { body } = await reader.get(`/api/claims/${id}/timemap`, asJson)
    expect(body).toMatchObject({ totalPages: 2, next: expect.stringMatching(/page=2$/) })
    const beyond = await reader.get(`/api/claims/${id}/timemap?page=3`, asJson)
    expect(beyond.body).toMatchObject({ revisions: [], next: null })
  })

  test.each(['page=0', 'page=x', 'page=1&page=2', 'limit=5'])('refuses %s', async (query) => {
    const { id } = await make({ statement: 'Asked' })
    const { status, body } = await reader.get(`/api/claims/${id}/timemap?${query}`)
    expect(status).toBe(400)
    expect(body.errors[0].data.parameter).toBe(query.split('=')[0])
  })
})

describe('an address that was public once', () => {
  test('by id is 410 until the document is back, also where that is kept', async () => {
    const { id } = await make({ statement: 'To and fro' })
    const status = async () => (await reader.get(`/api/claims/${id}`)).status
    expect([await status(), await status()]).toEqual([200, 200])
    await admin.patch(`/api/claims/${id}`, { _status: 'draft' })
    expect([await status(), await status()]).toEqual([410, 410])
    expect((await admin.get(`/api/claims/${id}`)).status).toBe(200)
    await publish(id, {})
    expect([await status(), await status()]).toEqual([200, 200])
  })

  test('redirects when its document was withdrawn and came back under another', async () => {
    const { id } = await make({ statement: 'Back', slug: 'before-the-break' })
    await admin.patch(`/api/claims/${id}`, { _status: 'draft' })
    expect((await reader.get('/api/claims/slug/before-the-break')).status).toBe(410)
    await publish(id, { slug: 'after-the-break' })
    const { status, headers } = await reader.get('/api/claims/slug/before-the-break')
    expect([status, headers.get('Location')]).toEqual([308, '/api/claims/slug/after-the-break'])
  })

  test('is 410 also when the log has forgotten it', async () => {
    const { id, slug } = await make({ statement: 'Long gone' })
    await admin.patch(`/api/claims/${id}`, { _status: 'draft' })
    // The newest entry stays in the log, whatever it is of.
    await make({ statement: 'Newer' })
    await service.payload.db.deleteMany({
      collection: 'changes' as 'claims',
      where: { document: { equals: id } },
    })
    const { status, body } = await reader.get(`/api/claims/slug/${slug}`)
    expect([status, body.tombstone.kind]).toEqual([410, 'unpublished'])
    await publish(id, { slug: 'here-again' })
    expect((await reader.get(`/api/claims/slug/${slug}`)).status).toBe(308)
  })
})
