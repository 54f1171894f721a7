import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeCampaign } from '../support/campaign.ts'
import { stopTheClock } from '../support/clock.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

const publicUrl = 'https://content.example.org'

let service: TestService
let admin: Client
let reader: Client
let clock: ReturnType<typeof stopTheClock>
let made: Awaited<ReturnType<typeof makeCampaign>>
beforeAll(async () => {
  clock = stopTheClock()
  service = await startService({ PUBLIC_URL: publicUrl })
  admin = await service.as('admin')
  reader = service.reader
  made = await makeCampaign(admin)
})
afterAll(async () => {
  vi.useRealTimers()
  await service.stop()
})
beforeEach(() => void clock.pass(60))

const asOf = (moment: string, path: string, headers: Record<string, string> = {}) =>
  reader.get(path, { headers: { 'Accept-Datetime': moment, ...headers } })
const inAddress = (moment: string) => new Date(moment).toISOString().replace('.000', '')
const make = async (data: object): Promise<{ id: string; slug: string }> =>
  (await admin.post('/api/claims', { ...data, _status: 'published' })).body.doc
const publish = (path: string, data: object) =>
  admin.patch(`/api/${path}`, { ...data, _status: 'published' })

describe('a permalink, asked for another time', () => {
  test('leads to the page of the version that stood then', async () => {
    const { id, slug } = await make({ statement: 'The first wording' })
    const first = clock.now()
    const second = clock.pass(60)
    await publish(`claims/${id}`, { statement: 'The second wording' })
    const between = new Date(Date.parse(second) - 1000).toUTCString()
    const base = `${publicUrl}/claims/${slug}`

    const gate = await asOf(between, `/claims/${slug}?locale=en`)
    expect([gate.status, gate.headers.get('Location')]).toEqual([
      302,
      `/claims/${slug}/revisions/1?at=${inAddress(between)}&locale=en`,
    ])
    expect(gate.headers.get('Vary')).toMatch(/\bAccept-Datetime\b/)
    expect(gate.headers.get('Link')).toBe(
      [
        `<${base}>; rel="original timegate"`,
        `<${base}/timemap>; rel="timemap"; type="application/link-format"`,
        `<${base}/revisions/1>; rel="first memento"; datetime="${first}"`,
        `<${base}/revisions/2>; rel="next last memento"; datetime="${second}"`,
      ].join(', '),
    )

    const page = await reader.get(gate.headers.get('Location') ?? '')
    expect(page.status).toBe(200)
    expect(page.headers.get('Memento-Datetime')).toBe(between)
    expect(page.headers.get('X-Robots-Tag')).toBe('noindex')
    expect(page.text).toContain('<meta name="robots" content="noindex">')
    expect(page.text).toContain(`<link rel="canonical" href="${base}">`)
    expect(page.text).toContain('The first wording')
    expect(page.text).not.toContain('The second wording')
    expect(page.text).toContain('This is version 1, not the present one.')
    for (const moment of [first, second]) {
      expect(page.text).toContain(`<time datetime="${new Date(moment).toISOString()}">`)
    }
    const now = await asOf(clock.pass(999), `/claims/${slug}`, { Accept: 'application/json' })
    const { body } = await reader.get(now.headers.get('Location') ?? '', {
      headers: { Accept: 'application/json' },
    })
    expect(body.statement).toBe('The second wording')
  })

  test('leads to the first version before there was any, and never ahead of now', async () => {
    const { slug } = await make({ statement: 'Always' })
    const early = await asOf('Mon, 01 Jan 2001 00:00:00 GMT', `/claims/${slug}`)
    expect(early.headers.get('Location')).toBe(`/claims/${slug}/revisions/1`)
    const late = await asOf('Sat, 01 Jan 2101 00:00:00 GMT', `/claims/${slug}`)
    const here = `/claims/${slug}/revisions/1?at=${inAddress(clock.now())}`
    expect(late.headers.get('Location')).toBe(here)
    expect((await reader.get(here)).status).toBe(200)
  })

  test('goes by the names of then and of now', async () => {
    const { id } = await make({ statement: 'Called so', slug: 'called-so' })
    const first = clock.now()
    clock.pass(60)
    await publish(`claims/${id}`, { slug: 'called-otherwise' })
    for (const name of ['called-so', 'called-otherwise']) {
      const { status, headers } = await asOf(first, `/claims/${name}`)
      expect([status, headers.get('Location')]).toEqual([
        302,
        `/claims/called-otherwise/revisions/1?at=${inAddress(first)}`,
      ])
    }
    expect((await reader.get('/claims/called-so')).status).toBe(308)
    const moved = await reader.get('/claims/called-so/revisions/1?locale=es')
    expect([moved.status, moved.headers.get('Location')]).toEqual([
      308,
      '/claims/called-otherwise/revisions/1?locale=es',
    ])
  })

  test('is gone where it was withdrawn then, and where it is now', async () => {
    const { id, slug } = await make({ statement: 'Words taken back' })
    const first = clock.now()
    const second = clock.pass(60)
    await admin.patch(`/api/claims/${id}`, { _status: 'draft' })
    for (const moment of [first, second]) {
      for (const path of [`/claims/${slug}`, `/claims/${slug}/revisions/1`]) {
        const { status, text, headers } = await asOf(moment, path)
        expect([path, status]).toEqual([path, 410])
        expect(text).toContain('Its editors have taken it back.')
        expect(text).not.toContain('Words taken back')
        if (!path.includes('revisions')) {
          expect(headers.get('Vary')).toMatch(/\bAccept-Datetime\b/)
        }
      }
    }
    clock.pass(60)
    await publish(`claims/${id}`, {})
    expect((await asOf(second, `/claims/${slug}`)).status).toBe(410)
    expect((await asOf(first, `/claims/${slug}`)).status).toBe(302)
    expect((await reader.get(`/claims/${slug}/revisions/2`)).status).toBe(410)
    expect((await reader.get(`/claims/${slug}/revisions/3`)).status).toBe(200)
  })

  test('says what a date is', async () => {
    const { status, text } = await asOf('then', '/claims/rents-rose')
    expect(status).toBe(400)
    expect(text).toContain('Accept-Datetime: accepted: a date such as')
  })

  test('is another answer than the present one, also where that is kept', async () => {
    for (let i = 0; i < 2; i++) {
      const { status, headers } = await reader.get('/claims/rents-rose')
      expect(status).toBe(200)
      expect(headers.get('Vary')).toMatch(/\bAccept-Datetime\b/)
      expect(headers.get('Link')).toContain(
        `<${publicUrl}/claims/rents-rose>; rel="original timegate"`,
      )
      expect((await asOf(clock.now(), '/claims/rents-rose')).status).toBe(302)
    }
    for (const path of ['/claims/nothing', '/claims/nothing/revisions/1']) {
      const plain = await reader.get(path)
      const then = await asOf(clock.now(), path)
      expect([then.status, then.text]).toEqual([404, plain.text])
    }
  })
})

describe('the page of a revision', () => {
  const places = [
    ['campaigns', 'rents'],
    ['claims', 'rents-rose'],
    ['claims', 'empty-homes'],
    ['demands', 'cap-the-rents'],
    ['resources', 'rent-report'],
  ] as const
  const cases = places.flatMap(([collection, slug]) =>
    ['en', 'es'].map((locale) => [collection, slug, locale] as const),
  )

  test.each(cases)('of /%s/%s in %s is the present one, as long as it is', async (...args) => {
    const [collection, slug, locale] = args
    const moment = clock.now()
    const path = `/${collection}/${slug}?locale=${locale}&format=json`
    const { headers } = await asOf(moment, path)
    const then = await reader.get(headers.get('Location') ?? '')
    const now = await reader.get(path)
    const without = ({ cite: _, ...rest }: Record<string, unknown>) => rest
    expect(without(then.body)).toEqual(without(now.body))
    expect(then.headers.get('Content-Language')).toBe(now.headers.get('Content-Language'))
    const page = await reader.get((headers.get('Location') ?? '').replace('json', 'html'))
    const present = await reader.get(path.replace('json', 'html'))
    const textOf = (text: string) =>
      text
        .replace(/^[\s\S]*<h1>/, '')
        .replace(/<section aria-labelledby="cite"[\s\S]*$|<footer[\s\S]*$/, '')
    expect(textOf(page.text)).toContain('</h1>')
    expect(textOf(page.text)).toBe(textOf(present.text))
  })

  test('shows what it refers to as that was then, and not what is withdrawn now', async () => {
    const source = await made.make('resources', {
      title: 'Report as first titled',
      slug: 'a-report',
      _status: 'published',
    })
    const other = await made.make('resources', { title: 'Withdrawn later', _status: 'published' })
    const { id, slug } = await make({
      statement: 'Referring',
      evidence: [{ source }, { source: other }],
    })
    const first = clock.now()
    const second = clock.pass(60)
    await publish(`resources/${source}`, { title: 'Report retitled' })
    clock.pass(60)
    await publish(`claims/${id}`, { statement: 'Referring still' })
    const at = async (moment: string) => {
      const { headers } = await asOf(moment, `/claims/${slug}?format=json`)
      const { body } = await reader.get(headers.get('Location') ?? '')
      const { statement, evidence } = body as { statement: string; evidence: Evidence[] }
      return { statement, titles: evidence.map((one) => one.source?.title ?? null) }
    }
    type Evidence = { source: { title: string } | null }
    expect(await at(first)).toEqual({
      statement: 'Referring',
      titles: ['Report as first titled', 'Withdrawn later'],
    })
    expect(await at(second)).toEqual({
      statement: 'Referring',
      titles: ['Report retitled', 'Withdrawn later'],
    })
    const page = await reader.get(`/claims/${slug}/revisions/1?at=${inAddress(second)}`)
    expect(page.text).toContain('What it refers to is shown as of')
    await admin.patch(`/api/resources/${other}`, { _status: 'draft' })
    expect((await at(first)).titles).toEqual(['Report as first titled', null])
  })

  test('says that the claim is retracted now, in every language', async () => {
    const { id, slug } = await make({ statement: 'To be retracted' })
    clock.pass(60)
    await publish(`claims/${id}?locale=es`, { statement: 'Que se retractará' })
    await made.make('demands', {
      title: 'Because of it',
      slug: 'because-of-it',
      supportedBy: [id],
      _status: 'published',
    })
    const demanded = clock.now()
    const before = await reader.get(`/claims/${slug}/revisions/2`)
    expect(before.text).not.toContain('retracted since')
    expect(before.headers.has('Handbill-Status')).toBe(false)
    clock.pass(60)
    await publish(`claims/${id}`, { verification: { status: 'retracted', note: 'Wrong.' } })
    const en = await reader.get(`/claims/${slug}/revisions/2`)
    expect(en.headers.get('Handbill-Status')).toBe('retracted')
    expect(en.text).toContain('This claim has been retracted since.')
    expect(en.text).toContain('<title>Retracted: To be retracted')
    const es = await reader.get(`/claims/${slug}/revisions/2?locale=es`)
    expect(es.text).toContain('Esta afirmación se ha retractado desde entonces.')
    const json = await reader.get(`/claims/${slug}/revisions/2?format=json`)
    expect(json.body.verification.status).toBe('unverified')
    expect(json.body.cite.text).toContain('“Retracted: To be retracted.”')
    expect(json.body.cite.text).toContain(`${publicUrl}/claims/${slug}/revisions/2`)
    const { headers } = await asOf(demanded, '/demands/because-of-it')
    const page = await reader.get(headers.get('Location') ?? '')
    expect(page.text).toContain('These claims have been retracted since:')
    // The retraction itself says so by its own words.
    const last = await reader.get(`/claims/${slug}/revisions/3`)
    expect(last.text).toContain('This claim has been retracted. Do not use it any more.')
  })

  test('leads to its neighbours, to the present page and to itself in other languages', async () => {
    const { id, slug } = await make({ statement: 'Middle' })
    clock.pass(60)
    await publish(`claims/${id}?locale=es`, { statement: 'Medio' })
    const middle = clock.pass(60)
    await publish(`claims/${id}`, { statement: 'Later' })
    clock.pass(60)
    await publish(`claims/${id}`, { statement: 'Last' })
    const at = inAddress(middle)
    const { text } = await reader.get(`/claims/${slug}/revisions/3?at=${at}`)
    for (const link of [
      `/claims/${slug}`,
      `/claims/${slug}/revisions/2`,
      `/claims/${slug}/revisions/4`,
      `/claims/${slug}/revisions/3?at=${at}&amp;locale=es`,
      `/claims/${slug}/revisions/3?at=${at}&amp;locale=en&amp;format=json`,
    ]) {
      expect(text).toContain(`href="${link}"`)
      expect((await reader.get(link.replaceAll('&amp;', '&'))).status).toBe(200)
    }
  })

  test.each([
    ['at=2001-01-01T00:00:00Z', 'at: accepted: '],
    ['at=2101-01-01T00:00:00Z', 'at: accepted: '],
    ['at=now', 'at: accepted: '],
    ['at=2026-02-31T00:00:00Z', 'at: accepted: '],
    ['locale=xx', 'locale: accepted: en, es'],
    ['depth=1', 'depth: not a parameter here'],
    ['at=2001-01-01T00:00:00Z&at=2001-01-01T00:00:00Z', 'at: accepted: once'],
  ])('refuses %s', async (query, message) => {
    const { status, body } = await reader.get(`/claims/rents-rose/revisions/1?${query}`, {
      headers: { Accept: 'application/json' },
    })
    expect(status).toBe(400)
    expect(body.errors[0].message).toContain(message)
  })

  test('that never was is not found, as any other', async () => {
    const { body } = await admin.post('/api/claims', { statement: 'A draft only' })
    const missing = await reader.get('/claims/nothing-here')
    for (const path of [
      '/claims/rents-rose/revisions/99',
      '/claims/rents-rose/revisions/0',
      '/claims/rents-rose/revisions/x',
      '/claims/rents-rose/revisions',
      `/claims/${body.doc.slug}/revisions/1`,
      '/claims/nothing-here/revisions/1',
      '/users/admin/revisions/1',
    ]) {
      const { status, text } = await reader.get(path)
      expect([path, status]).toEqual([path, 404])
      if (path.startsWith('/claims')) expect(text).toBe(missing.text)
    }
  })
})

test('a TimeMap lists the pages', async () => {
  const { id, slug } = await make({ statement: 'Mapped' })
  const first = clock.now()
  const second = clock.pass(60)
  await publish(`claims/${id}`, { statement: 'Mapped again' })
  const base = `${publicUrl}/claims/${slug}`
  const { headers, text } = await reader.get(`/claims/${slug}/timemap`)
  expect(headers.get('Content-Type')).toBe('application/link-format')
  expect(text).toBe(
    [
      `<${base}>; rel="original timegate",`,
      `<${base}/timemap>; rel="self"; type="application/link-format"; from="${first}"; until="${second}",`,
      `<${base}/revisions/1>; rel="first memento"; datetime="${first}",`,
      `<${base}/revisions/2>; rel="last memento"; datetime="${second}"`,
      '',
    ].join('\n'),
  )
  const json = await reader.get(`/claims/${slug}/timemap`, {
    headers: { Accept: 'application/json' },
  })
  expect(json.body.revisions).toMatchObject([{ url: `${base}/revisions/1` }, { revision: 2 }])
  expect((await reader.get('/claims/nothing/timemap')).status).toBe(404)
  expect((await reader.get(`/claims/${slug}/timemap?page=0`)).status).toBe(400)
  await admin.delete(`/api/claims/${id}`)
  expect((await reader.get(`/claims/${slug}/timemap`)).status).toBe(410)
})
