import fc from 'fast-check'
import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { picture } from '../support/picture.ts'
import { passwordOf } from '../support/quick-passwords.ts'
import { sendBytes } from '../support/raw-http.ts'
import { type Client, startService, type TestService } from '../support/service.ts'
import { effort, enoughTime } from './support/effort.ts'

/*
 * Whatever is sent is answered by what it is: done, or refused with what is wrong. It is never a failure
 * of the server. Readers send queries; an admin, whom nothing else refuses, sends what is to be written.
 */

let service: TestService
let admin: Client
const documents: string[] = []
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  for (const [collection, data] of Object.entries({
    campaigns: { title: 'A campaign' },
    claims: { statement: 'A claim', figures: [{ label: 'One', value: 1 }] },
    demands: { title: 'A demand' },
    resources: { title: 'A source' },
  })) {
    const { body } = await admin.post(`/api/${collection}`, { ...data, _status: 'published' })
    documents.push(`${collection}/${body.doc.id}`)
  }
})
afterAll(() => service.stop())

const strange = fc.constantFrom(
  ...[
    '',
    '0',
    '-1',
    '1e9',
    '1e400',
    'NaN',
    'null',
    'undefined',
    '[]',
    '{}',
    '[object Object]',
    'true',
  ],
  ...[
    '%00',
    '%0d%0a',
    '%ff%fe',
    '%F0%9F%92%A9',
    '%ED%A0%80',
    '%EF%BF%BF',
    "'",
    '"',
    '\\',
    '`',
    '%25',
    '_',
  ],
  ...[
    '../..',
    '..%2f..',
    '%2e%2e',
    ';',
    '--',
    '$where',
    '$ne',
    '{"$gt":""}',
    '__proto__',
    'constructor',
  ],
  ...['9999999999999999999', '000000000000000000000000', '00000000-0000-0000-0000-000000000000'],
  ...[
    '2026-13-45',
    '2026-02-30T25:61:61Z',
    '+275760-09-13T00:00:00Z',
    '-271821-04-20',
    '0000',
    '12:00',
  ],
  ...[
    'zz',
    'en-US-x-y',
    'all',
    'EN',
    'x'.repeat(300),
    '(',
    '[a-z',
    '.*',
    '*',
    '(?:',
    "' or 1=1 --",
  ],
)
const field = fc.constantFrom('id', 'slug', 'statement', 'title', 'createdAt', 'updatedAt', 'campaign',
  'evidence.source', 'evidence.accessedOn', 'figures.value', 'figures.asOf', 'verification.verifiedOn',
  'verification.status', 'locales', 'body', 'body.root', '_status', 'deletedAt', 'image', 'authors',
  'sections.items', 'a', '__proto__', 'constructor', '', '.', 'a.b.c.d.e.f', 'id.id') // biome-ignore format: a list
const operator = fc.constantFrom('equals', 'not_equals', 'in', 'not_in', 'all', 'exists', 'like', 'contains',
  'greater_than', 'less_than_equal', 'near', 'within', 'intersects', 'not_like', '$ne', '', '__proto__') // biome-ignore format: a list
const parameter = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(field, operator, strange).map(([f, o, v]) => `where[${f}][${o}]=${v}`),
  },
  fc.tuple(field, operator, strange).map(([f, o, v]) => `where[or][${v}][${f}][${o}][]=${v}`),
  fc.tuple(field, strange).map(([f, v]) => `where[${f}]=${v}`),
  strange.map((v) => `where=${v}`),
  fc.tuple(field, strange).map(([f, v]) => `sort=${f}${v}`),
  fc.tuple(field, strange).map(([f, v]) => `select[${f}]=${v}`),
  fc.tuple(field, strange).map(([f, v]) => `populate[${f}]=${v}`),
  fc.tuple(field, strange).map(([f, v]) => `joins[claims][where][${f}][equals]=${v}`),
  fc
    .tuple(
      fc.constantFrom('page', 'limit', 'depth', 'locale', 'fallback-locale', 'draft', 'trash', 'pagination',
        'sort', 'select', 'populate', 'joins', 'since', 'format', 'search', 'where[', 'where]', 'a[b=c]'), // biome-ignore format: a list
      strange,
    )
    .map(([name, v]) => `${name}=${v}`),
)

test.each(['createdAt', 'figures.asOf'])(
  'a malformed value is refused in the filter of a join as in any other: %s',
  async (name) => {
    const filter = `[${name}][equals]=nonsense`
    for (const query of [`claims?where${filter}`, `campaigns?joins[claims][where]${filter}`]) {
      const { status, body } = await admin.get(`/api/${query}`)
      expect([query, status]).toEqual([query, 400])
      expect(body.errors[0].message).toContain(name)
    }
  },
)

test.each(['campaign.createdAt', 'nonsense', 'figures.value', 'statement', 'verification'])(
  'an order of what is joined that there is not is refused: %s',
  async (name) => {
    const { status, body } = await admin.get(`/api/campaigns?joins[claims][sort]=-${name}`)
    expect([status, body.errors?.[0].message]).toEqual([400, expect.stringContaining(name)])
    expect((await admin.get('/api/campaigns?joins[claims][sort]=-slug')).status).toBe(200)
  },
)

test.each(['near', 'within', 'intersects', 'all'])(
  'a filter of a related document that no field has is refused: %s',
  async (name) => {
    const { status, body } = await admin.get(`/api/claims?where[campaign.slug][${name}]=x`)
    expect([status, body.errors?.[0].message]).toEqual([400, expect.stringContaining(name)])
  },
)

describe('a query, malformed in any way,', () => {
  const at = fc.oneof(
    fc.constantFrom(
      ...['campaigns', 'claims', 'demands', 'resources', 'media', 'users', 'partners', 'comments'],
      ...['webhooks', 'history', 'payload-jobs', 'payload-preferences', 'payload-locked-documents'],
    ),
    fc.constantFrom('changes', 'attention', 'access', 'changes/audit'),
  )
  const inside = fc.oneof(
    { weight: 4, arbitrary: fc.constant('') },
    strange.map((v) => `/${v}`),
    fc.constantFrom('/count', '/versions', '/export', '/access', '/me', '/slug'),
    fc
      .tuple(fc.constantFrom('slug', 'versions', 'file'), strange)
      .map(([name, v]) => `/${name}/${v}`),
    fc
      .tuple(strange, fc.constantFrom('timemap', 'bundle', 'usage', 'keys', 'translations', 'schedules',
        'preview-links', 'revisions/1')) // biome-ignore format: a list
      .map(([v, name]) => `/${v}/${name}`),
    strange.map((v) => `/none/revisions/${v}`),
  )
  const page = fc
    .tuple(
      fc.constantFrom('claims', 'feeds', 'preview', 'embed', 'oembed', 'docs'),
      strange,
      strange,
    )
    .map(([name, a, b]) => `/${name}/${a}/${b}`)
  const question = fc.tuple(
    fc.oneof(
      { weight: 5, arbitrary: fc.tuple(at, inside).map(([c, i]) => `/api/${c}${i}`) },
      page,
      strange.map((v) => `/oembed?url=${v}&format=${v}&x=`),
    ),
    fc.array(parameter, { maxLength: 3 }),
    fc.boolean(),
  )

  test(
    'is no failure of the server',
    async () => {
      await fc.assert(
        fc.asyncProperty(question, async ([path, parameters, isAdmin]) => {
          const address = `${path}?${parameters.join('&')}`
          const { status, text } = await (isAdmin ? admin : service.reader).get(address)
          expect(status, `${isAdmin} ${address}: ${text}`).toBeLessThan(500)
        }),
        effort(),
      )
    },
    enoughTime,
  )
})

/** A value of any kind, for a field of any kind. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, '', 0, -1, 1e308, true, [], {}, [[]], [null], [{}], 'x', '\u0000',
    '\ud800', 'x'.repeat(5000), '2026-13-45', '9999999999999999999', { id: {} }, { relationTo: 'users' },
    { relationTo: 'claims', value: { $ne: 1 } }, [{ relationTo: '__proto__', value: 1 }], { root: {} },
    { root: { children: [{ type: 'nonsense' }] } }, { root: { children: 1, type: 'root' } },
    { en: 'x', es: 1 }, [1, 'a', null, {}], 'javascript:alert(1)', 'http://[', '../x'), // biome-ignore format: a list
  fc.jsonValue({ maxDepth: 3 }),
)

describe('a document, malformed in any way,', () => {
  const namesIn = (fields: FlattenedField[]) => fields.map(({ name }) => name)
  const body = (collection: string) => {
    const config = service.payload.collections[collection as 'claims'].config
    const names = [
      ...namesIn(config.flattenedFields),
      'id',
      '_status',
      'password',
      'nonsense',
      '__proto__',
      'a.0.b',
    ]
    return fc.dictionary(fc.constantFrom(...names), anything, { maxKeys: 5, noNullPrototype: true })
  }
  const written = [
    'campaigns',
    'claims',
    'demands',
    'resources',
    'media',
    'partners',
    'webhooks',
    'users',
    'comments',
  ]
  const posted = ['import', 'import/preview', 'claims/import', 'users/login', 'users/forgot-password',
    'users/reset-password', 'users/invite', 'changes/audit', 'webhooks/acknowledge', 'users/unlock'] // biome-ignore format: a list
  const fields = ['text', 'format', 'locale', 'dryRun', 'publish', 'email', 'password', 'token', 'items',
    'documents', 'to', 'comment', 'what', 'at', 'days', 'note', 'label', 'expiresAt', 'changes'] // biome-ignore format: a list
  const known = ['review', 'publish', 'copy', 'preview-links', 'access', 'duplicate']

  test(
    'is refused, and is no failure of the server',
    async () => {
      const forEndpoint = fc.dictionary(fc.constantFrom(...fields), anything, {
        maxKeys: 4,
        noNullPrototype: true,
      })
      const write = fc.oneof(
        {
          weight: 4,
          arbitrary: fc
            .constantFrom(...written)
            .chain((collection) =>
              fc.tuple(
                fc.constant(`/api/${collection}`),
                body(collection),
                fc.constantFrom('', '?draft=true', '?locale=es', '?depth=x'),
              ),
            ),
        },
        {
          weight: 3,
          arbitrary: fc
            .constantFrom(...documents)
            .chain((document) =>
              fc.tuple(
                fc.constant(`/api/${document}`),
                body(document.split('/')[0] ?? ''),
                fc.constantFrom('?draft=true', '', '?locale=all', '?draft=true&locale=es'),
              ),
            ),
        },
        fc.tuple(
          fc.constantFrom(...posted).map((path) => `/api/${path}`),
          forEndpoint,
          fc.constant(''),
        ),
        fc.tuple(
          fc
            .tuple(fc.constantFrom(...documents), fc.constantFrom(...known))
            .map(([at, name]) => `/api/${at}/${name}`),
          forEndpoint,
          fc.constant(''),
        ),
      )
      await fc.assert(
        fc.asyncProperty(write, async ([path, data, query]) => {
          const send = documents.includes(path.slice('/api/'.length)) ? admin.patch : admin.post
          const { status, text } = await send(path + query, data)
          expect(status, `${path}${query} ${JSON.stringify(data)}: ${text}`).toBeLessThan(500)
        }),
        effort(1 / 2),
      )
      // Those that were there are there, and can be read.
      for (const document of documents) {
        expect((await admin.get(`/api/${document}?draft=true`)).status, document).toBeLessThan(500)
      }
      for (const path of ['claims', 'campaigns', 'resources', 'demands', 'users', 'partners']) {
        expect((await admin.get(`/api/${path}?draft=true&limit=500`)).status, path).toBe(200)
        expect((await service.reader.get(`/api/${path}?limit=100`)).status, path).toBeLessThan(500)
      }
    },
    enoughTime,
  )
})

describe('what is written', () => {
  test.each<[object, string]>([
    [{ verification: 'verified' }, 'verification'],
    [{ verification: [] }, 'verification'],
    [{ figures: { label: 'x' } }, 'figures'],
    [{ figures: [null] }, 'figures.0'],
    [{ evidence: [{ quote: 'x' }, 'x'] }, 'evidence.1'],
    [{ _status: [] }, '_status'],
    [{ campaign: [] }, 'campaign'],
  ])('as %j is told of by its path', async (data, path) => {
    const { body, status } = await admin.post('/api/claims', { statement: 'x', ...data })
    expect([status, body.errors[0].data.errors]).toMatchObject([400, [{ path }]])
  })

  test.each([null, 'mine', { $ne: 1 }])('gets its id from the server, not %j', async (_id) => {
    const { body, status } = await admin.post('/api/claims', { statement: 'x', _id })
    expect([status, body.doc.id]).toEqual([201, expect.stringMatching(/^[0-9a-f]{24}$/)])
    const changed = await admin.patch(`/api/claims/${body.doc.id}`, { _id })
    expect([changed.status, changed.body.doc.id]).toEqual([200, body.doc.id])
  })

  test('as null empties a group and a list, and leaves when it was made', async () => {
    const target = { name: 'Them', kind: 'company' }
    const made = await admin.post('/api/campaigns', { title: 'Aimed', target })
    const at = `/api/campaigns/${made.body.doc.id}?draft=true`
    const { body, status } = await admin.patch(at, { target: null })
    expect([status, body.doc.target]).toEqual([200, { name: null, kind: null }])
    const without = await admin.patch(at, { sections: null, createdAt: null })
    expect([without.status, without.body.doc.sections]).toEqual([200, []])
    expect(without.body.doc.createdAt).toBe(made.body.doc.createdAt)
    const user = { name: 'x', email: -1, password: 'a long password' }
    expect((await admin.post('/api/users', user)).status).toBe(400)
  })
})

describe('an upload whose form is malformed', () => {
  const part = (disposition: string, more = '') =>
    `Content-Disposition: ${disposition}\r\n${more}\r\n`
  test.each([
    [
      'a name with a way up',
      part(
        'form-data; name="file"; filename="../../../etc/cron.d/x.png"',
        'Content-Type: image/png\r\n',
      ),
    ],
    [
      'a second ending',
      part('form-data; name="file"; filename="a.php.png"', 'Content-Type: text/html\r\n'),
    ],
    [
      'an ending of a page',
      part('form-data; name="file"; filename="a.png.html"', 'Content-Type: text/html\r\n'),
    ],
    ['an ending behind a semicolon', part('form-data; name="file"; filename="a.html;.png"')],
    ['a name with a NUL', part('form-data; name="file"; filename="a\u0000.png"')],
    ['a name with a line end', part('form-data; name="file"; filename="a\r\nX-Injected: 1.png"')],
    ['no name', part('form-data; filename="a.png"')],
    ['no disposition', 'Content-Type: image/png\r\n\r\n'],
    ['a prototype', part('form-data; name="__proto__[isAdmin]"')],
    ['a name that is not text', part('form-data; name="file"; filename*=UTF-8\'\'%ff%fe.png')],
    [
      'two dispositions',
      part('form-data; name="file"; filename="a.png"', 'Content-Disposition: x\r\n'),
    ],
    [
      'a type that is none',
      part('form-data; name="file"; filename="a.png"', 'Content-Type: ///\r\n'),
    ],
    [
      'a header without end',
      `Content-Disposition: form-data; name="${'x'.repeat(20_000)}"\r\n\r\n`,
    ],
    ['a payload that is no JSON', part('form-data; name="_payload"')],
    [
      'an encoding',
      part('form-data; name="file"; filename="a.png"', 'Content-Transfer-Encoding: base64\r\n'),
    ],
  ])('with %s is refused, or is a picture like others', async (_, head) => {
    const bytes = await picture(8)
    const account = { email: 'admin@example.org', password: passwordOf('admin') }
    const { token } = (await service.reader.post('/api/users/login', account)).body
    const alt = `--x\r\n${part('form-data; name="_payload"')}{"alt":"x"}\r\n`
    const whole = Buffer.concat([
      Buffer.from(`${alt}--x\r\n${head}`),
      bytes,
      Buffer.from('\r\n--x--\r\n'),
    ])
    const line = ['POST /api/media HTTP/1.1', `Host: ${new URL(service.url).host}`, `Authorization: JWT ${token}`,
      'Content-Type: multipart/form-data; boundary=x', `Content-Length: ${whole.length}`, 'Connection: close', '\r\n'] // biome-ignore format: a list
    const answer = await sendBytes(
      service.url,
      Buffer.concat([Buffer.from(line.join('\r\n')), whole]),
    )
    expect(answer).toMatch(/^HTTP\/1\.1 (201|4\d\d) /)
    expect(answer).not.toMatch(/^X-Injected/im)
    if (!answer.startsWith('HTTP/1.1 201')) return
    const { filename, url } = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)).doc
    expect(filename).toMatch(/^[^/\\\s]+\.png$/)
    expect(filename).not.toContain('..')
    const served = await service.reader.get(url)
    expect([served.status, served.headers.get('Content-Type')]).toEqual([200, 'image/png'])
    expect(served.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(served.headers.get('Content-Security-Policy')).toContain('sandbox')
  })
})
