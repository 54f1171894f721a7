import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeCampaign } from '../support/campaign.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
let ids: Awaited<ReturnType<typeof makeCampaign>>
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  ids = await makeCampaign(admin)
  await admin.patch(`/api/claims/${ids.claim}?draft=true`, { statement: 'Rents rose by a fifth' })
  await admin.patch(`/api/claims/${ids.claim}?draft=true&locale=es`, {
    statement: 'Los alquileres subieron una quinta parte',
  })
})
afterAll(() => service.stop())

const pathOf = (url: string) => new URL(url).pathname

async function makeLink(path: string, body: object = {}) {
  const made = await admin.post(`/api/${path}/preview-links`, body)
  expect(made.status, made.text).toBe(201)
  return { path: pathOf(made.body.url), ...made.body.doc } as { path: string; id: string }
}

describe('beside the form', () => {
  test.each([
    ['claims', 'claim', 'Rents rose by a fifth'],
    ['demands', 'demand', 'Cap the rents'],
    ['resources', 'source', 'The &lt;rent&gt; report'],
    ['campaigns', 'campaign', 'Rents &amp; homes'],
  ] as const)('an editor sees the page of %s as readers will', async (collection, key, heading) => {
    const editor = await service.as('editor')
    const { status, text, headers } = await editor.get(`/preview/${collection}/${ids[key]}`)
    expect(status).toBe(200)
    expect(text).toContain(`${heading}</span></h1>`)
    expect(text).toContain('<meta name="robots" content="noindex, nofollow">')
    expect(text).not.toContain('rel="canonical"')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('X-Robots-Tag')).toContain('noindex')
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
    expect(headers.get('Content-Security-Policy')).toMatch(
      /default-src 'none';.*frame-ancestors 'self'; script-src 'sha256-[^']+'; connect-src 'self'$/,
    )
  })

  test('what is published is said to be so, and a draft to be one', async () => {
    const draft = await admin.get(`/preview/claims/${ids.claim}`)
    expect(draft.text).toContain('It is not public.')
    const published = await admin.get(`/preview/demands/${ids.demand}`)
    expect(published.text).toContain('This is what is public now.')
  })

  test('each language has its own words, and the page leads to the others', async () => {
    const { text } = await admin.get(`/preview/claims/${ids.claim}?locale=es`)
    expect(text).toContain('Los alquileres subieron una quinta parte')
    expect(text).toContain('Borrador.')
    expect(text).toContain(`href="/preview/claims/${ids.claim}?locale=en"`)
  })

  test('readers see what they saw before', async () => {
    const { text } = await service.reader.get('/claims/rents-rose')
    expect(text).toContain('Rents rose by a tenth')
    expect(text).not.toContain('fifth')
  })

  test('another draft is not on the page: it shows of others what readers see', async () => {
    const demand = await admin.get(`/preview/demands/${ids.demand}`)
    expect(demand.text).toContain('Rents rose by a tenth')
    expect(demand.text).not.toContain('fifth')
    const hidden = await ids.make('claims', { statement: 'A secret of the editors' })
    const items = [{ relationTo: 'claims', value: hidden }]
    const made = await ids.make('campaigns', { title: 'New', sections: [{ heading: 'S', items }] })
    const { status, text } = await admin.get(`/preview/campaigns/${made}`)
    expect(status).toBe(200)
    expect(text).not.toContain('A secret of the editors')
  })

  test('a draft that has hardly been begun has a page', async () => {
    const { body } = await admin.post('/api/claims?draft=true', {})
    const { status, text } = await admin.get(`/preview/claims/${body.doc.id}`)
    expect(status).toBe(200)
    expect(text).toContain('It is not public.')
  })

  test('nobody else sees a draft, nor learns whether there is one', async () => {
    const partner = service.with({ Authorization: 'JWT nonsense' })
    for (const client of [service.reader, partner]) {
      const there = await client.get(`/preview/claims/${ids.claim}`)
      const missing = await client.get('/preview/claims/0123456789abcdef01234567')
      expect(there.status).toBe(401)
      expect(there.text).not.toContain('fifth')
      expect(missing.status).toBe(401)
      expect(missing.text.replaceAll('0123456789abcdef01234567', ids.claim)).toBe(there.text)
    }
  })

  test("an editor's cookie works here, and not from another site", async () => {
    const { token } = (
      await service.reader.post('/api/users/login', {
        email: 'admin@example.org',
        password: "the admin's password",
      })
    ).body
    const get = (site: string) =>
      service
        .with({ Cookie: `payload-token=${token}`, 'Sec-Fetch-Site': site })
        .get(`/preview/claims/${ids.claim}`)
    expect((await get('same-origin')).status).toBe(200)
    expect((await get('cross-site')).status).toBe(401)
  })

  test.each([
    '/preview/claims/nothing',
    '/preview/claims/0123456789abcdef01234567',
    '/preview/users/0123456789abcdef01234567',
    '/preview/claims/0123456789abcdef01234567/more',
    '/preview',
    '/preview/',
    '/preview/__proto__/constructor',
  ])('%s is no page for an editor', async (path) => {
    const { status, headers } = await admin.get(path)
    expect(status).toBe(404)
    expect(headers.get('Content-Type')).toContain('text/html')
  })

  test('what is in the trash has no preview', async () => {
    const id = await ids.make('claims', { statement: 'To be thrown away' })
    await admin.patch(`/api/claims/${id}`, { deletedAt: new Date().toISOString() })
    expect((await admin.get(`/preview/claims/${id}`)).status).toBe(404)
  })

  test('it only reads', async () => {
    const { status, headers } = await admin.post(`/preview/claims/${ids.claim}`, {})
    expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('by a link', () => {
  test('whoever has it sees the one draft, in all languages, and may not frame it', async () => {
    const { path } = await makeLink(`claims/${ids.claim}`)
    const { status, text, headers } = await service.reader.get(path)
    expect(status).toBe(200)
    expect(text).toContain('Rents rose by a fifth')
    expect(text).toContain('Whoever has this link can open it until')
    expect(text).not.toContain('<script')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('Content-Security-Policy')).not.toContain('script-src')
    const spanish = await service.reader.get(`${path}?locale=es&fbclid=x`)
    expect(spanish.text).toContain('Los alquileres subieron una quinta parte')
    expect(spanish.text).toContain(`href="${path}?locale=en"`)
  })

  test('it is for 7 days, unless said otherwise', async () => {
    const days = async (body: object) => {
      const { body: made } = await admin.post(`/api/claims/${ids.claim}/preview-links`, body)
      const life = Date.parse(made.doc.expiresAt) - Date.parse(made.doc.createdAt)
      return Math.round(life / 86_400_000)
    }
    expect(await days({})).toBe(7)
    expect(await days({ days: 30 })).toBe(30)
  })

  test('editors see who made it and when it was last opened, and not the address', async () => {
    const { id, path } = await makeLink(`demands/${ids.demand}`, { note: 'For the press' })
    const list = async () =>
      (await admin.get(`/api/demands/${ids.demand}/preview-links`)).body.docs.find(
        (one: { id: string }) => one.id === id,
      )
    expect(await list()).toMatchObject({
      ...{ note: 'For the press', by: 'admin', state: 'working', lastOpenedAt: null },
    })
    await service.reader.get(path, { method: 'HEAD' })
    expect((await list()).lastOpenedAt).toBeNull()
    await service.reader.get(path)
    const opened = Date.parse((await list()).lastOpenedAt)
    expect(Date.now() - opened).toBeLessThan(60_000)
    expect(JSON.stringify(await list())).not.toContain(path.split('/').at(-1))
  })

  test('what is stored opens nothing', async () => {
    const { id, path } = await makeLink(`claims/${ids.claim}`)
    const { docs } = await service.payload.db.find<Record<string, unknown>>({
      collection: 'preview-links' as never,
      where: { id: { equals: id } },
    })
    const token = path.split('/').at(-1) ?? ''
    expect(JSON.stringify(docs)).not.toContain(token.slice(12))
    for (const value of Object.values(docs[0] ?? {})) {
      expect(
        (await service.reader.get(`/preview/${encodeURIComponent(String(value))}`)).status,
      ).toBe(404)
    }
  })

  test('one that is withdrawn is 410 at once, and can be taken from the list', async () => {
    const { id, path } = await makeLink(`claims/${ids.claim}`)
    const own = `/api/claims/${ids.claim}/preview-links/${id}`
    expect((await admin.delete(own)).body.doc.state).toBe('withdrawn')
    const { status, text } = await service.reader.get(path)
    expect(status).toBe(410)
    expect(text).toContain('This link has been withdrawn')
    expect(text).not.toContain('Rents')
    expect((await admin.delete(own)).status).toBe(200)
    expect((await admin.delete(own)).status).toBe(404)
    expect((await service.reader.get(path)).status).toBe(404)
  })

  test('one that has expired is 410', async () => {
    const { path } = await makeLink(`claims/${ids.claim}`, { days: 1 })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 + 1000 })
    try {
      const { status, text } = await service.reader.get(path)
      expect(status).toBe(410)
      expect(text).toContain('This link has expired')
    } finally {
      vi.useRealTimers()
    }
  })

  test('one to what was deleted or thrown away says what one that was withdrawn says', async () => {
    const withdrawn = await makeLink(`claims/${ids.claim}`)
    await admin.delete(`/api/claims/${ids.claim}/preview-links/${withdrawn.id}`)
    const said = (await service.reader.get(withdrawn.path)).text
    const id = await ids.make('claims', { statement: 'Thrown away' })
    const { path } = await makeLink(`claims/${id}`)
    await admin.patch(`/api/claims/${id}`, { deletedAt: new Date().toISOString() })
    const { status, text } = await service.reader.get(path)
    expect([status, text]).toEqual([410, said])
  })

  test('a token that is wrong, cut off or another one’s is 404, always the same', async () => {
    const { path } = await makeLink(`claims/${ids.claim}`)
    const wrong = [
      path.slice(0, -1),
      `${path}A`,
      path.slice(0, -2) + (path.at(-2) === 'x' ? 'y' : 'x') + path.at(-1),
      '/preview/%00',
      `/preview/${'A'.repeat(55)}`,
    ]
    const answers = await Promise.all(wrong.map((one) => service.reader.get(one)))
    expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 404))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  test.each([
    [{ days: 0 }, 'days'],
    [{ days: 91 }, 'days'],
    [{ days: 'x' }, 'days'],
    [{ note: 'x'.repeat(101) }, 'note'],
    [{ token: 'x' }, 'token'],
  ])('a mistake is named: %j', async (body, parameter) => {
    const { status, body: said } = await admin.post(`/api/claims/${ids.claim}/preview-links`, body)
    expect(status).toBe(400)
    expect(said.errors[0].data.parameter).toBe(parameter)
    expect(said.errors[0].message).toContain('accepted')
  })

  test('only editors make, list and withdraw', async () => {
    const { id } = await makeLink(`claims/${ids.claim}`)
    const path = `/api/claims/${ids.claim}/preview-links`
    for (const there of [path, '/api/claims/0123456789abcdef01234567/preview-links']) {
      expect((await service.reader.get(there)).status).toBe(403)
      expect((await service.reader.post(there, {})).status).toBe(403)
      expect((await service.reader.delete(`${there}/${id}`)).status).toBe(403)
    }
    const translator = await service.as('translator')
    expect((await translator.post(path, {})).status).toBe(201)
    for (const missing of [
      '/api/claims/0123456789abcdef01234567/preview-links',
      '/api/claims/x/preview-links',
    ]) {
      expect((await admin.get(missing)).status).toBe(404)
    }
    expect((await admin.get('/api/preview-links')).status).toBe(404)
    expect((await admin.delete(`/api/demands/${ids.demand}/preview-links/${id}`)).status).toBe(404)
  })

  test('links go with their document', async () => {
    const id = await ids.make('claims', { statement: 'To be deleted' })
    const { path } = await makeLink(`claims/${id}`)
    await admin.delete(`/api/claims/${id}`)
    await admin.delete(`/api/claims/${id}?trash=true`)
    expect((await service.reader.get(path)).status).toBe(404)
  })
})

test('whoever tries tokens is stopped by the limit', async () => {
  const limited = await startService({ HANDBILL_REQUESTS_PER_MINUTE: '3' })
  const statuses: number[] = []
  for (let n = 0; n < 5; n++) statuses.push((await limited.reader.get(`/preview/${n}`)).status)
  await limited.stop()
  expect(statuses).toEqual([404, 404, 404, 429, 429])
})
