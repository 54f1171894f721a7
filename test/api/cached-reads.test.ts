import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { makePartner } from '../support/partner.ts'
import { send } from '../support/raw-http.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
let reader: Client
let claim: { id: string; slug: string }
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  reader = service.reader
  const body = { root: paragraphs(60) }
  const data = { statement: 'Rents have doubled', body, _status: 'published' }
  claim = (await admin.post('/api/claims', data)).body.doc
})
afterAll(() => service.stop())

const paragraphs = (count: number) => ({
  type: 'root',
  children: Array.from({ length: count }, (_, n) => ({
    type: 'paragraph',
    children: [{ type: 'text', text: `Rents rise, for the ${n}th year.`, version: 1 }],
    version: 1,
  })),
  direction: 'ltr',
  format: '',
  indent: 0,
  version: 1,
})

const stats = () => {
  const found = service.delivery?.stats()
  if (!found) throw new Error('The service has no cache.')
  return found
}

/** How many of what `run` asked for was answered from memory, and how many answers were made. */
async function counted(run: () => Promise<unknown>) {
  const before = stats()
  await run()
  const after = stats()
  return { hits: after.hits - before.hits, renders: after.renders - before.renders }
}
const asked = async (times: number, ask: () => Promise<unknown>) => {
  for (let i = 0; i < times; i++) await ask()
}

describe('is answered from memory the second time', () => {
  const paths = () => [
    '/api/claims',
    '/api/claims?sort=slug&limit=2&depth=2&locale=es&select[slug]=true',
    '/api/claims?where[slug][equals]=rents-have-doubled',
    `/api/claims/${claim.id}`,
    `/api/claims/slug/${claim.slug}`,
    '/api/claims/slug/never-was',
    '/api/claims/count',
    '/api/media',
    `/api/graphql?query=${encodeURIComponent('{ Claims { docs { slug } } }')}`,
  ]
  test('a list, a document, a name, a count, what is not there, a GraphQL query', async () => {
    for (const path of paths()) {
      const first = await reader.get(path)
      let second = first
      const { hits, renders } = await counted(async () => {
        second = await reader.get(path)
      })
      expect([path, hits, renders]).toEqual([path, 1, 0])
      expect([second.status, second.text]).toEqual([first.status, first.text])
      expect(second.headers.get('Content-Type')).toBe(first.headers.get('Content-Type'))
      expect(second.headers.get('Access-Control-Allow-Origin')).toBe('*')
    }
  })

  test('a GraphQL query by POST, whatever the order of what it says', async () => {
    const query = 'query One($id: String!) { Claim(id: $id) { statement } }'
    const variables = { id: claim.id }
    await reader.post('/api/graphql', { query, variables })
    const { hits } = await counted(() => reader.post('/api/graphql', { variables, query }))
    expect(hits).toBe(1)
  })

  test('a persisted query, by its hash alone', async () => {
    const query = '{ Claims(limit: 1) { docs { statement } } }'
    const sha256Hash = createHash('sha256').update(query).digest('hex')
    const extensions = { persistedQuery: { version: 1, sha256Hash } }
    const unknown = await reader.post('/api/graphql', { extensions })
    expect(unknown.body.errors[0].message).toBe('PersistedQueryNotFound')
    const told = await reader.post('/api/graphql', { query, extensions })
    const { hits } = await counted(async () => {
      const { text } = await reader.post('/api/graphql', { extensions })
      expect(text).toBe(told.text)
      const search = new URLSearchParams({ extensions: JSON.stringify(extensions) })
      await reader.get(`/api/graphql?${search}`)
      expect((await reader.get(`/api/graphql?${search}`)).text).toBe(told.text)
    })
    expect(hits).toBe(2)
  })
})

test('parameters in another order, and percent-encoded otherwise, are one entry', async () => {
  await reader.get('/api/claims?limit=7&depth=0&where[slug][exists]=true')
  const { hits, renders } = await counted(() =>
    reader.get('/api/claims?where%5Bslug%5D%5Bexists%5D=true&depth=0&limit=%37'),
  )
  expect([hits, renders]).toEqual([1, 0])
})

test('what is refused is not kept: unknown parameters, wrong values', async () => {
  const before = stats().entries
  for (let i = 0; i < 20; i++) {
    expect((await reader.get(`/api/claims?filler=${i}`)).status).toBe(400)
    expect((await reader.get(`/api/claims?limit=${1000 + i}`)).status).toBe(400)
    expect((await reader.get(`/api/claims?draft=true&limit=${1 + i}`)).status).toBe(403)
  }
  expect(stats().entries).toBe(before)
})

test('two hundred at once are one rendering', async () => {
  const { renders } = await counted(() =>
    Promise.all(Array.from({ length: 200 }, () => reader.get('/api/claims?limit=9&depth=3'))),
  )
  expect(renders).toBe(1)
})

describe('an answer', () => {
  test('says what caches in front and browsers need to know', async () => {
    const { headers } = await reader.get(`/api/claims/${claim.id}`)
    expect(headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate, s-maxage=1')
    expect(headers.get('Surrogate-Key')).toBe(`claims/${claim.id}`)
    expect(headers.get('Vary')).toBe('Accept-Encoding, Authorization, Cookie')
    expect(headers.get('Age')).toBe('0')
    expect(headers.get('ETag')).toMatch(/^"[\w-]+"$/)
  })

  test('comes in the encoding that is asked for, each with an ETag of its own', async () => {
    const url = `${service.url}/api/claims/${claim.id}`
    const decode = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body }
    const etags = new Set<string | undefined>()
    const bodies = new Set<string>()
    for (const [encoding, decoded] of Object.entries(decode)) {
      const answer = await send(url, { headers: { 'Accept-Encoding': encoding } })
      expect(answer.header('content-encoding')).toBe(encoding === 'identity' ? undefined : encoding)
      expect(answer.header('content-length')).toBe(String(answer.body.length))
      bodies.add(decoded(answer.body).toString())
      etags.add(answer.header('etag'))
      const headers = { 'Accept-Encoding': encoding, 'If-None-Match': answer.header('etag') ?? '' }
      const again = await send(url, { headers })
      expect([again.status, again.body.length]).toEqual([304, 0])
    }
    expect(etags.size).toBe(3)
    expect(bodies.size).toBe(1)
  })

  test('has another ETag once it has changed', async () => {
    const url = `/api/claims/${claim.id}?depth=0`
    const etag = (await reader.get(url)).headers.get('ETag') ?? ''
    const headers = { 'If-None-Match': etag }
    expect((await reader.get(url, { headers })).status).toBe(304)
    await admin.patch(`/api/claims/${claim.id}`, { figures: [{ value: 2 }], _status: 'published' })
    expect((await reader.get(url, { headers })).status).toBe(200)
  })

  test('to HEAD is the one to GET without its body', async () => {
    const url = `${service.url}/api/claims/${claim.id}`
    const [get, head] = [await send(url), await send(url, { method: 'HEAD' })]
    const told = ({ headers }: typeof get) =>
      headers.filter(([name]) => name !== 'date' && name !== 'x-request-id')
    expect([head.status, told(head), head.body.length]).toEqual([get.status, told(get), 0])
  })
})

describe('never touches the cache:', () => {
  const untouched = async (client: Client, path: string) => {
    const before = stats()
    const { headers, status } = await client.get(path)
    expect(stats()).toEqual(before)
    return { headers, status }
  }

  test('an editor, whose answers are nobody else’s', async () => {
    await reader.get('/api/claims')
    const { headers } = await untouched(admin, '/api/claims')
    expect(headers.get('Cache-Control')).toBe('private, no-store')
    await untouched(admin, '/api/claims?draft=true')
  })

  test('a cookie that signs in, also one that is wrong', async () => {
    await untouched(service.with({ Cookie: 'payload-token=wrong' }), '/api/claims')
  })

  test('a wrong key', async () => {
    await untouched(service.with({ Authorization: 'partners API-Key nonsense' }), '/api/claims')
  })

  test('a mutation, however often it is sent', async () => {
    const query = 'mutation { createClaim(data: { statement: "x" }) { id } }'
    const { hits, renders } = await counted(() =>
      asked(2, () => reader.post('/api/graphql', { query })),
    )
    expect([hits, renders]).toEqual([0, 0])
  })

  test('what lies outside: accounts, versions, files, the admin, oEmbed', async () => {
    for (const path of [
      '/api/users/me',
      '/api/claims/versions',
      '/api/media/file/x.png',
      '/graphql',
      '/oembed',
    ]) {
      await untouched(reader, path)
    }
  })
})

describe('a partner with a key', () => {
  const partner = async (scopes: string[]) => (await makePartner(service, { scopes })).client

  test('that opens what is published is answered like everybody', async () => {
    const { text, headers } = await reader.get('/api/claims')
    const client = await partner(['published'])
    const { hits } = await counted(async () => {
      const answer = await client.get('/api/claims')
      expect([answer.text, answer.headers.get('ETag')]).toEqual([text, headers.get('ETag')])
    })
    expect(hits).toBe(1)
  })

  test('that opens drafts too is answered like everybody as long as it asks for none', async () => {
    const { text } = await reader.get('/api/claims')
    const client = await partner(['published', 'drafts'])
    const asked = await counted(async () => {
      expect((await client.get('/api/claims')).text).toBe(text)
    })
    expect(asked).toMatchObject({ hits: 1, renders: 0 })
    for (const query of [
      'draft=true',
      '%64raft=true',
      'draft[]=true',
      'draft=false',
      'where=draft',
    ]) {
      const { hits, renders } = await counted(() => client.get(`/api/claims?${query}`))
      expect.soft([hits, renders], query).toEqual([0, 0])
    }
  })

  test('that is looked up while an answer is made for others does not keep it from being kept', async () => {
    const client = await partner(['published'])
    const { db } = service.payload
    const { find } = db
    let goOn = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const spy = vi.spyOn(db, 'find').mockImplementation((async (args: { collection: string }) => {
      if (args.collection === 'claims') await held
      return find.call(db, args as never)
    }) as never)
    onTestFinished(() => spy.mockRestore())
    const path = '/api/claims?limit=17'
    const made = reader.get(path)
    while (!spy.mock.calls.some(([{ collection }]) => collection === 'claims')) await sleep(5)
    expect((await client.get('/nowhere')).status).toBe(404)
    await client.get('/api/partners/me/usage')
    goOn()
    expect((await made).status).toBe(200)
    expect((await counted(() => reader.get(path))).hits).toBe(1)
  })

  test('that opens drafts too is asked for by itself over GraphQL', async () => {
    const client = await partner(['published', 'drafts'])
    const query = '{ Claims { docs { id } } }'
    await reader.post('/api/graphql', { query })
    const { hits, renders } = await counted(async () => {
      await client.post('/api/graphql', { query })
      await client.get(`/api/graphql?query=${encodeURIComponent(query)}`)
    })
    expect([hits, renders]).toEqual([0, 0])
  })
})

test('a cookie that signs nobody in is no reason to ask again', async () => {
  await reader.get('/api/claims')
  const { hits } = await counted(() => service.with({ Cookie: 'theme=dark' }).get('/api/claims'))
  expect(hits).toBe(1)
})

test('a redirect and a tombstone are kept, and fall when the name comes back', async () => {
  const data = { statement: 'Comes and goes', _status: 'published' }
  const { id } = (await admin.post('/api/claims', data)).body.doc
  const path = '/api/claims/slug/comes-and-goes'
  const statuses = async () => [(await reader.get(path)).status, (await reader.get(path)).status]
  expect(await statuses()).toEqual([200, 200])
  await admin.patch(`/api/claims/${id}`, { slug: 'went', _status: 'published' })
  expect(await statuses()).toEqual([308, 308])
  await admin.patch(`/api/claims/${id}`, { _status: 'draft' })
  expect(await statuses()).toEqual([410, 410])
  await admin.patch(`/api/claims/${id}`, { slug: 'comes-and-goes', _status: 'published' })
  expect(await statuses()).toEqual([200, 200])
})

test('an answer falls with what it was populated with, and not with anything else', async () => {
  const make = async (collection: string, more: object) =>
    (await admin.post(`/api/${collection}`, { ...more, _status: 'published' })).body.doc.id
  const source = await make('resources', { title: 'A source' })
  const unrelated = await make('resources', { title: 'Another' })
  const id = await make('claims', { statement: 'With a source', evidence: [{ source }] })
  const path = `/api/claims/${id}?depth=1`
  await reader.get(path)
  await admin.patch(`/api/resources/${unrelated}`, { title: 'Changed', _status: 'published' })
  expect((await counted(() => reader.get(path))).hits).toBe(1)
  await admin.patch(`/api/resources/${source}`, { title: 'Corrected', _status: 'published' })
  const { body } = await reader.get(path)
  expect(body.evidence[0].source.title).toBe('Corrected')
})

test('without memory for it there is no cache, and every answer is the same', async () => {
  const bare = await startService({ HANDBILL_CACHE_MB: '0' })
  onTestFinished(bare.stop)
  expect(bare.delivery).toBeUndefined()
  const { status, headers } = await bare.reader.get('/api/claims')
  expect([status, headers.get('Cache-Control')]).toEqual([200, 'private, no-store'])
})

test('memory is bounded: what was not asked for the longest goes first', async () => {
  const small = await startService({ HANDBILL_CACHE_MB: '0.1' })
  onTestFinished(small.stop)
  for (let i = 0; i < 100; i++) {
    await small.reader.get(`/api/claims?where[slug][equals]=name-${i}`)
    // Asked for again and again, this one stays.
    await small.reader.get('/api/claims?limit=1')
  }
  const { bytes, entries, hits } = small.delivery?.stats() ?? { bytes: 0, entries: 0, hits: 0 }
  expect(bytes).toBeLessThanOrEqual(100_000)
  expect(entries).toBeLessThan(90)
  expect(hits).toBe(99)
})
