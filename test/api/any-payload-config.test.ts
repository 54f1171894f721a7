import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collections } from '../../collections/index.ts'
import { instanceKey } from '../support/instances.ts'
import { startOtherProject } from '../support/other-project.ts'
import type { TestService } from '../support/service.ts'

/** What Payload says with every answer, and we with those to preflights. */
const ofPreflight = (method: string): string[] =>
  method === 'OPTIONS' ? [] : ['access-control-allow-headers', 'access-control-allow-methods']

describe.each([
  ['as it is by default', {}],
  ['with Payload’s leniency', { strict: false }],
])('another Payload project, served %s', (_, overrides) => {
  let service: TestService
  let book: string
  beforeAll(async () => {
    service = await startOtherProject(
      {
        endpoints: [
          {
            method: 'get',
            path: '/tea',
            handler: () =>
              new Response('short and stout', {
                status: 418,
                headers: { 'X-Pot': 'yes', ETag: '"tea"', 'Cache-Control': 'no-store' },
              }),
          },
          {
            method: 'post',
            path: '/throws',
            handler: () => {
              throw new Error('the password is swordfish')
            },
          },
        ],
      },
      overrides,
    )
  })
  afterAll(() => service.stop())

  test('its own accounts sign in and write', async () => {
    const account = { email: 'm@example.org', password: 'a long password' }
    expect((await service.reader.post('/rest/members/first-register', account)).status).toBe(200)
    const { body } = await service.reader.post('/rest/members/login', account)
    const member = service.with({ Authorization: `JWT ${body.token}` })
    expect((await member.get('/rest/members/me')).body.user.email).toBe(account.email)

    const written = await member.post('/rest/books', { title: 'Dune' })
    expect(written.status).toBe(201)
    book = String(written.body.doc.id)
    const hours = await member.post('/rest/globals/opening-hours', { monday: '9 to 5' })
    expect(hours.status).toBe(200)
    expect((await service.reader.post('/rest/books', { title: 'x' })).status).toBe(403)
  })

  test('its collections, globals and endpoints are where it put them', async () => {
    expect((await service.reader.get(`/rest/books/${book}`)).body.title).toBe('Dune')
    expect((await service.reader.get('/rest/globals/opening-hours')).body.monday).toBe('9 to 5')
    const tea = await service.reader.get('/rest/tea')
    expect([tea.status, tea.headers.get('X-Pot'), tea.text]).toEqual([
      418,
      'yes',
      'short and stout',
    ])
    const { body } = await service.reader.post('/rest/gql', { query: '{ Books { totalDocs } }' })
    expect(body).toEqual({ data: { Books: { totalDocs: 1 } } })
    expect((await service.reader.get('/gql')).status).toBe(200)
    for (const path of ['/api/books', '/api/claims', '/rest/claims', '/graphql']) {
      expect([path, (await service.reader.get(path)).status]).toEqual([path, 404])
    }
  })

  test('status, headers and body are those of Payload’s own handler', async () => {
    for (const [method, path, headers = {}] of [
      ['GET', '/rest/books'],
      ['GET', '/rest/books', { Origin: 'https://example.org' }],
      ['GET', `/rest/books/${book}`],
      ['GET', '/rest/books/count'],
      ['GET', '/rest/books?limit=1&sort=-title&where[title][like]=du'],
      ['GET', '/rest/books?where[nonsense][equals]=1'],
      ['GET', '/rest/members'],
      ['GET', '/rest/members/me'],
      ['GET', '/rest/access'],
      ['GET', '/rest/globals/opening-hours'],
      ['GET', '/rest/tea'],
      ['POST', '/rest/books'],
      ['POST', '/rest/throws'],
      ['POST', '/rest/members/login'],
      ['POST', '/rest/members/logout'],
      ['OPTIONS', '/rest/books'],
      ['DELETE', `/rest/books/${book}`],
    ] as [string, string, Record<string, string>?][]) {
      const own = await handleEndpoints({
        config: service.payload.config,
        payloadInstanceCacheKey: instanceKey(service.payload),
        request: new Request(service.url + path, { method, headers }),
      })
      const ours = await fetch(service.url + path, { method, headers })
      expect([path, ours.status]).toEqual([path, own.status])
      // That data is not for caches in front, Payload leaves unsaid.
      const added = ['connection', 'content-length', 'date', 'keep-alive', 'x-request-id']
      // Nor that no browser is to guess what it is.
      added.push('x-content-type-options')
      if (!own.headers.has('cache-control')) added.push('cache-control')
      expect(
        [...ours.headers].filter(([name]) => !added.includes(name)),
        path,
      ).toEqual([...own.headers].filter(([name]) => !ofPreflight(method).includes(name)))
      if (path !== '/rest/books?where[nonsense][equals]=1') {
        expect(await ours.text(), path).toBe(await own.text())
      }
    }
  })

  test('an error of its own says nothing', async () => {
    const { body, status } = await service.reader.post('/rest/throws')
    expect([status, body]).toEqual([500, { errors: [{ message: 'Something went wrong.' }] }])
  })

  test('the front page says where its things are', async () => {
    const { body } = await service.reader.get('/', { headers: { Accept: 'application/json' } })
    expect(body).toEqual({
      admin: '/backoffice',
      api: '/rest',
      graphiql: '/gql',
      graphql: '/rest/gql',
      ...('strict' in overrides ? {} : { docs: '/docs' }),
    })
  })

  test('its public collections are in an OpenAPI document where its limits hold', async () => {
    const { body, status } = await service.reader.get('/rest/openapi.json')
    if ('strict' in overrides) return expect(status).toBe(404)
    expect(Object.keys(body.paths)).toEqual([
      '/rest/books',
      '/rest/books/{id}',
      '/rest/books/count',
      '/rest/gql',
    ])
    expect(Object.keys(body.components.schemas.Book.properties)).toContain('title')
    expect((await service.reader.get('/docs')).status).toBe(200)
    expect((await service.reader.get('/docs/guide')).status).toBe(404)
  })

  test('limits hold its readers only where they are switched on', async () => {
    const { status } = await service.reader.get('/rest/books?limit=0&nonsense=1')
    expect(status).toBe('strict' in overrides ? 200 : 400)
  })
})

test('nothing in the front names a collection of ours', async () => {
  const folder = 'src/http'
  const files = await readdir(folder, { recursive: true })
  const names = collections.map(({ slug }) => slug).join('|')
  for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
    expect(await readFile(join(folder, file), 'utf8'), file).not.toMatch(
      new RegExp(`\\b(${names})\\b`),
    )
  }
})
