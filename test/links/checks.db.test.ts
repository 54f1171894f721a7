import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { checkDue, day, fastClock, onDemand } from '../support/links.ts'
import { type Client, startService, type TestService } from '../support/service.ts'
import { type Answer, redirect, type Site, startSite } from '../support/sites.ts'

const clock = fastClock()
let service: TestService
let admin: Client
beforeAll(async () => {
  const env = { HANDBILL_ALLOWED_HOSTS: 'localhost', PUBLIC_URL: 'https://handbill.test' }
  service = await startService(env, { links: onDemand(clock) })
  admin = await service.as('admin')
})
afterAll(() => service.stop())

const change = (id: string, data: object, query = '') =>
  admin.patch(`/api/resources/${id}${query}`, data)

async function resource(data: object): Promise<string> {
  const title = 'A report'
  const { body, status, text } = await admin.post('/api/resources', {
    ...{ title, _status: 'published' },
    ...data,
  })
  expect(status, text).toBe(201)
  onTestFinished(async () => void (await admin.delete(`/api/resources/${body.doc.id}`)))
  return body.doc.id
}

const read = async (id: string) => (await service.reader.get(`/api/resources/${id}`)).body
const newest = async (id: string) => (await admin.get(`/api/resources/${id}?draft=true`)).body

/** What is kept of an address; the follower may be about to add it. */
async function check(url: string) {
  const where = `where[url][equals]=${encodeURIComponent(url)}`
  return (await admin.get(`/api/link-checks?${where}`)).body.docs[0]
}

/** Checks as if enough time had passed for every address to be due. */
async function checkAll(...urls: string[]) {
  for (const url of urls) await expect.poll(() => check(url), { timeout: 5000 }).toBeTruthy()
  clock.pass(40 * day)
  await checkDue(service)
}

const entries = async (id: string) => {
  const { docs } = await service.payload.db.find({
    ...{ collection: 'changes' as never, limit: 0, pagination: false },
    where: { document: { equals: id } },
  })
  return docs.length
}

/** A site that answers at `/page` alone. */
const siteWith = (answer: Answer): Promise<Site> => startSite({ '/page': answer })

test('a link that answers is alive, said once, and is no edit', async () => {
  const site = await siteWith(200)
  const url = site.url('/page')
  const id = await resource({ url })
  const before = await read(id)
  const logged = await entries(id)
  const versions = await admin.get(`/api/resources/versions?where[parent][equals]=${id}`)

  await checkAll(url)
  const found = await read(id)
  expect(found.link).toMatchObject({ status: 'alive', httpStatus: 200, finalUrl: null })
  expect(found.updatedAt).toBe(before.updatedAt)
  expect(await entries(id)).toBe(logged + 1)
  expect((await newest(id)).link).toEqual(found.link)

  await checkAll(url)
  expect((await check(url)).checkedAt > found.link.checkedAt).toBe(true)
  expect(await read(id)).toEqual(found)
  expect(await entries(id)).toBe(logged + 1)
  const after = await admin.get(`/api/resources/versions?where[parent][equals]=${id}`)
  expect(after.body.totalDocs).toBe(versions.body.totalDocs)
})

test('it asks with its name, with HEAD, and with GET only where HEAD is refused', async () => {
  const site = await startSite({
    '/head': 200,
    '/get': (req, res) => void res.writeHead(req.method === 'HEAD' ? 405 : 200).end('x'),
    '/cut': (req, res) => void (req.method === 'HEAD' ? req.destroy() : res.end()),
  })
  const urls = ['/head', '/get', '/cut'].map(site.url)
  const ids: string[] = []
  for (const url of urls) ids.push(await resource({ url }))
  await checkAll(...urls)
  for (const id of ids) expect((await read(id)).link.status).toBe('alive')
  const asked = (path: string) =>
    site.requests.filter((one) => one.path === path).map(({ method }) => method)
  expect(asked('/head')).toEqual(['HEAD'])
  expect(asked('/get')).toEqual(['HEAD', 'GET'])
  expect(asked('/cut')).toEqual(['HEAD', 'GET'])
  expect(asked('/robots.txt')).toEqual(['GET'])
  expect(new Set(site.requests.map(({ agent }) => agent))).toEqual(
    new Set(['Handbill-link-check (+https://handbill.test)']),
  )
})

test('a body is not waited for', async () => {
  const site = await siteWith((req, res) => {
    if (req.method === 'HEAD') res.writeHead(405).end()
    else res.writeHead(200, { 'Content-Length': 10 ** 9 }).flushHeaders()
  })
  const id = await resource({ url: site.url('/page') })
  await checkAll(site.url('/page'))
  expect((await read(id)).link.status).toBe('alive')
})

test('one 404 changes nothing for readers, a second one does, and a return too', async () => {
  const site = await siteWith(200)
  const url = site.url('/page')
  const id = await resource({ url })
  await checkAll(url)
  site.answers['/page'] = 404
  await checkAll(url)
  expect((await read(id)).link.status).toBe('alive')
  expect(await check(url)).toMatchObject({ kind: 'gone', failures: 1, status: 'alive' })
  await checkAll(url)
  expect((await read(id)).link).toMatchObject({ status: 'dead', httpStatus: 404 })
  const dead = await admin.get('/api/resources?draft=true&where[link.status][equals]=dead')
  expect(dead.body.docs.map((one: { id: string }) => one.id)).toEqual([id])
  site.answers['/page'] = 200
  await checkAll(url)
  expect((await read(id)).link.status).toBe('alive')
})

test('redirects are followed one by one; what has moved for good says where to', async () => {
  const other = await siteWith(200)
  const site = await startSite({
    '/moved': redirect('/old'),
    '/old': redirect(other.url('/page'), 308),
    '/today': redirect(other.url('/page'), 302),
    '/circle': redirect('/circle'),
    '/mail': redirect('mailto:a@example.org'),
    '/inside': redirect('http://10.0.0.1/'),
  })
  const paths = ['/moved', '/today', '/circle', '/mail', '/inside']
  const ids: string[] = []
  for (const path of paths) ids.push(await resource({ url: site.url(path) }))
  await checkAll(...paths.map(site.url))
  const [moved, today, circle, mail, inside] = await Promise.all(ids.map(read))
  expect(moved.link).toMatchObject({ status: 'moved', finalUrl: other.url('/page') })
  expect(today.link).toMatchObject({ status: 'alive', finalUrl: null })
  for (const one of [circle, mail]) expect(one.link.status).not.toBe('alive')
  expect((await check(site.url('/circle'))).kind).toBe('failing')
  expect((await check(site.url('/mail'))).kind).toBe('failing')
  // The guard keeps every hop on the public internet, but for the hosts that a setting names.
  expect(inside.link.status).toBe('unknown')
  expect((await check(site.url('/inside'))).reason).toMatch(/not on the public internet/)
})

test('robots.txt is kept to, by the name that we give', async () => {
  const robots =
    'User-agent: *\nDisallow: /\n\nUser-agent: handbill-link-check\nDisallow: /private\n'
  const site = await startSite({
    '/robots.txt': (_, res) => void res.end(robots),
    '/private': 200,
    '/page': 200,
  })
  const closed = await resource({ url: site.url('/private') })
  const open = await resource({ url: site.url('/page') })
  await checkAll(site.url('/private'), site.url('/page'))
  expect((await read(closed)).link.status).toBe('unknown')
  expect((await check(site.url('/private'))).reason).toMatch(/robots\.txt/)
  expect((await read(open)).link.status).toBe('alive')
  expect(site.requests.filter(({ path }) => path === '/private')).toEqual([])
})

test('a draft from before a check does not bring back what was known then', async () => {
  const site = await siteWith(200)
  const url = site.url('/page')
  const id = await resource({ url })
  await checkAll(url)
  const stale = (await newest(id)).link
  site.answers['/page'] = 410
  await change(id, { title: 'Being written' }, '?draft=true')
  await checkAll(url)
  await checkAll(url)
  expect((await read(id)).link.status).toBe('dead')
  // The draft keeps its text, and has learned of it.
  expect(await newest(id)).toMatchObject({ title: 'Being written', link: { status: 'dead' } })
  // As a form does that was opened before.
  await change(id, { title: 'Written', link: stale, _status: 'published' })
  expect(await read(id)).toMatchObject({ title: 'Written', link: { status: 'dead' } })
})

test('another address is unchecked, and one that is known is known', async () => {
  const site = await startSite({ '/page': 200, '/other': 200 })
  const id = await resource({ url: site.url('/page') })
  await checkAll(site.url('/page'))
  await change(id, { url: site.url('/other'), _status: 'published' })
  expect((await read(id)).link).toMatchObject({ status: 'unchecked', httpStatus: null })
  const second = await resource({ url: site.url('/page') })
  expect((await read(second)).link.status).toBe('alive')
  await checkAll(site.url('/other'))
  expect((await read(id)).link.status).toBe('alive')
  await change(id, { url: null, _status: 'published' })
  expect((await read(id)).link.status).toBeNull()
})

test('archived copies are checked too, and what nothing leads to any more is forgotten', async () => {
  const site = await startSite({ '/copy': 200, '/quote': 404 })
  const id = await resource({ archivedUrl: site.url('/copy') })
  const evidence = [{ source: id, archivedUrl: site.url('/quote') }]
  const claim = await admin.post('/api/claims', { statement: 'So', evidence, _status: 'published' })
  await checkAll(site.url('/copy'), site.url('/quote'))
  await checkAll()
  expect(await check(site.url('/copy'))).toMatchObject({ status: 'alive' })
  expect(await check(site.url('/quote'))).toMatchObject({ status: 'dead' })

  await admin.delete(`/api/claims/${claim.body.doc.id}`)
  const asked = site.requests.length
  await checkAll()
  expect(await check(site.url('/quote'))).toBeUndefined()
  expect(site.requests.slice(asked).map(({ path }) => path)).not.toContain('/quote')
})

test('a host is asked once at a time, with a pause after each request', async () => {
  const site = await startSite()
  const times: number[] = []
  for (let n = 0; n < 6; n++) {
    site.answers[`/${n}`] = (_, res) => {
      times.push(clock.now())
      setTimeout(() => res.end(), 20)
    }
    await resource({ url: site.url(`/${n}`) })
  }
  await checkAll(...[0, 1, 2, 3, 4, 5].map((n) => site.url(`/${n}`)))
  expect(times).toHaveLength(6)
  expect(site.most).toBe(1)
  for (const [n, time] of times.entries()) {
    if (n > 0) expect(time - (times[n - 1] as number)).toBeGreaterThanOrEqual(2000)
  }
})

test('a host that does not answer is left alone for ever longer', async () => {
  const site = await startSite({ '/robots.txt': (req) => void req.destroy() })
  const urls = [1, 2, 3, 4, 5].map((n) => site.url(`/${n}`))
  for (const url of urls) await resource({ url })
  await checkAll(...urls)
  const first = site.requests.length
  expect(first).toBeLessThan(urls.length)
  // What was put off is due again, and none of it was taken for an answer.
  const kinds = await Promise.all(urls.map(async (url) => (await check(url)).kind))
  expect(kinds.filter((kind) => kind === null || kind === undefined).length).toBeGreaterThan(0)
  site.answers = Object.fromEntries(urls.map((url) => [new URL(url).pathname, 200]))
  await checkAll()
  await checkAll()
  for (const url of urls) expect((await check(url)).status).toBe('alive')
})

test('an editor has a link checked at once, by the same rules', async () => {
  const site = await siteWith(200)
  const editor = await service.as('editor')
  const id = await resource({ url: site.url('/page') })
  const post = (client: Client, of = id) => client.post(`/api/resources/${of}/check-link`, {})
  const { body, status } = await post(editor)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    isChecked: true,
    check: { status: 'alive', url: site.url('/page') },
  })
  expect((await read(id)).link.status).toBe('alive')

  // A draft's address too, though readers do not see it.
  await change(id, { url: site.url('/nowhere') }, '?draft=true')
  expect((await post(editor)).body.check).toMatchObject({ kind: 'gone', status: 'unchecked' })
  expect((await read(id)).link.status).toBe('alive')

  expect((await post(service.reader)).status).toBe(403)
  expect((await post(editor, '000000000000000000000000')).status).toBe(404)
  const empty = await post(editor, await resource({}))
  expect([empty.status, empty.body.errors[0].message]).toEqual([
    400,
    expect.stringMatching(/^url: /),
  ])
})

test('what is kept of checks is for editors', async () => {
  expect((await service.reader.get('/api/link-checks')).status).toBe(403)
  const made = await admin.post('/api/link-checks', {
    url: 'https://a.example/',
    host: 'a.example',
  })
  expect(made.status).toBe(403)
})
