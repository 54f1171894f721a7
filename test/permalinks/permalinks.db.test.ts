import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'parse5'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importSampleCampaign } from '../../seed/sample-campaign.ts'
import { permalinkJsonSchema, permalinkSchema } from '../../src/permalinks/schema.ts'
import { checkedOn, makeCampaign } from '../support/campaign.ts'
import { type Client, startBeside, startService, type TestService } from '../support/service.ts'

const publicUrl = 'https://content.example.org'
const asJson = { headers: { Accept: 'application/json' } }
const inSpanish = { headers: { 'Accept-Language': 'es-MX, es;q=0.9, en;q=0.5' } }

let service: TestService
let reader: Client
let admin: Client
let made: Awaited<ReturnType<typeof makeCampaign>>

beforeAll(async () => {
  service = await startService({ PUBLIC_URL: publicUrl })
  reader = service.reader
  admin = await service.as('admin')
  await importSampleCampaign(service.payload)
  made = await makeCampaign(admin)
})
afterAll(() => service.stop())

describe('as JSON', () => {
  const paths = [
    '/campaigns/rents',
    '/campaigns/no-cloud-for-deportations',
    '/claims/rents-rose',
    '/claims/empty-homes',
    '/demands/cap-the-rents',
    '/resources/rent-report',
  ]

  test.each(paths)('%s has the shape that is promised', async (path) => {
    const validate = new Ajv2020({ validateFormats: false }).compile(
      (await reader.get('/api/permalink.schema.json')).body,
    )
    for (const locale of ['en', 'es']) {
      const { status, body, headers } = await reader.get(`${path}?locale=${locale}&format=json`)
      expect(status).toBe(200)
      // The schema cuts off what it does not know.
      expect(permalinkSchema.parse(body)).toEqual(body)
      expect(validate(body), JSON.stringify(validate.errors)).toBe(true)
      expect(body).toMatchObject({
        collection: path.split('/')[1],
        permalink: publicUrl + path,
        slug: path.split('/')[2],
      })
      expect(headers.get('Content-Language')).toBe(body.locale)
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(headers.get('Link')).toContain(`<${publicUrl}${path}>; rel="canonical"`)
    }
  })

  test('the shape is served as JSON Schema', async () => {
    const { headers, body } = await reader.get('/api/permalink.schema.json')
    expect(headers.get('Content-Type')).toBe('application/schema+json')
    expect(body).toEqual(JSON.parse(JSON.stringify(permalinkJsonSchema)))
  })

  test('a campaign is its bundle', async () => {
    const { body } = await reader.get('/campaigns/rents', asJson)
    const bundle = (await reader.get('/api/campaigns/rents/bundle')).body
    expect(body).toMatchObject({ ...bundle, alternates: expect.anything() })
  })

  test('a claim is as in the bundle, with its campaign and how to cite it', async () => {
    const { body } = await reader.get('/claims/rents-rose', asJson)
    const bundle = (await reader.get('/api/campaigns/rents/bundle')).body
    expect(body).toMatchObject(bundle.sections[0].items[0].value)
    expect(body).toMatchObject({
      campaign: { title: 'Rents & homes', slug: 'rents', url: `${publicUrl}/campaigns/rents` },
      alternates: [{ locale: 'es', url: `${publicUrl}/claims/rents-rose?locale=es` }],
      cite: {
        text: expect.stringMatching(
          new RegExp(
            `^“Rents rose by a tenth\\.” Rents & homes\\. content\\.example\\.org, updated .+, last checked ${checkedOn.words}\\. https://content\\.example\\.org/claims/rents-rose$`,
          ),
        ),
        csl: { type: 'webpage', title: 'Rents rose by a tenth' },
      },
    })
  })

  test('the language named is the one that the text is in', async () => {
    const { body } = await reader.get('/claims/empty-homes?locale=es', asJson)
    expect(body).toMatchObject({ locale: 'en', alternates: [] })
  })
})

describe('what is chosen', () => {
  const page = 'text/html; charset=utf-8'
  test.each<[string, string | undefined, string]>([
    ['/claims/rents-rose', undefined, page],
    ['/claims/rents-rose', '*/*', page],
    ['/claims/rents-rose', 'text/html,application/xhtml+xml,*/*;q=0.8', page],
    ['/claims/rents-rose', 'application/json', 'application/json'],
    ['/claims/rents-rose', 'application/json;q=0.4, text/html;q=0.3', 'application/json'],
    ['/claims/rents-rose', 'image/png', page],
    ['/claims/rents-rose?format=html', 'application/json', page],
    ['/claims/rents-rose?format=json', 'text/html', 'application/json'],
  ])('%s for Accept: %s is %s', async (path, accept, type) => {
    const answer = await reader.get(path, { headers: accept ? { Accept: accept } : {} })
    expect(answer.headers.get('Content-Type')).toBe(type)
    expect(/\bAccept(,|$)/.test(answer.headers.get('Vary') ?? '')).toBe(!path.includes('format'))
  })

  test.each<[string, string | undefined, string]>([
    ['/claims/rents-rose', undefined, 'en'],
    ['/claims/rents-rose', 'es', 'es'],
    ['/claims/rents-rose', 'es-MX,es;q=0.9', 'es'],
    ['/claims/rents-rose', 'fr, es;q=0.5', 'es'],
    ['/claims/rents-rose', 'en, es', 'en'],
    ['/claims/rents-rose', '*', 'en'],
    ['/claims/rents-rose', ';;;', 'en'],
    ['/claims/rents-rose?locale=en', 'es', 'en'],
    ['/claims/rents-rose?locale=es', 'en', 'es'],
    ['/claims/empty-homes', 'es', 'en'],
  ])('%s for Accept-Language: %s is in %s', async (path, language, expected) => {
    const headers: Record<string, string> = language ? { 'Accept-Language': language } : {}
    const answer = await reader.get(path, { headers })
    expect(answer.headers.get('Content-Language')).toBe(expected)
    const varies = /Accept-Language/.test(answer.headers.get('Vary') ?? '')
    expect(varies).toBe(!path.includes('locale'))
  })

  test('is the same without the cache', async () => {
    const uncached = await startBeside(service, { PUBLIC_URL: publicUrl, HANDBILL_CACHE_MB: '0' })
    for (const path of ['/claims/rents-rose', '/claims/empty-homes', '/', '/claims/nothing']) {
      for (const headers of [{}, asJson.headers, inSpanish.headers]) {
        const answers = [
          await reader.get(path, { headers }),
          await uncached.reader.get(path, { headers }),
        ]
        expect(answers[0]?.text).toBe(answers[1]?.text)
        expect(answers[0]?.status).toBe(answers[1]?.status)
      }
    }
    await uncached.stop()
  })

  test('is kept for each choice, and for nothing else that a client says', async () => {
    const { delivery } = service
    delivery?.clear()
    const languages = [
      'es',
      'es-MX',
      'es, fr',
      'es;q=0.1',
      'fr, es',
      'en',
      'en-GB',
      'de',
      '',
      '*',
      'x'.repeat(9),
    ]
    const types = [
      'text/html',
      '*/*',
      'application/json',
      'text/*',
      'application/json, */*',
      'a/b',
      '',
    ]
    for (const language of languages) {
      for (const type of types) {
        const headers = { Accept: type, 'Accept-Language': language, 'X-Odd': language }
        await reader.get('/claims/rents-rose', { headers })
      }
    }
    // Two languages, two media types.
    expect(delivery?.stats().entries).toBe(4)
  })

  test('is not kept for what there is nothing of', async () => {
    const { delivery } = service
    delivery?.clear()
    for (const path of ['/claims/none-1', '/claims/none-2', '/claims/rents-rose?x=1']) {
      const { headers } = await reader.get(path)
      expect(headers.get('Cache-Control')).toMatch(/no-store/)
    }
    expect(delivery?.stats().entries).toBe(0)
  })

  test('stays in memory while something else changes, and falls with what it shows', async () => {
    const hits = () => service.delivery?.stats().hits ?? 0
    const other = await made.make('claims', { statement: 'Other', _status: 'published' })
    const { headers } = await reader.get('/claims/rents-rose')
    expect(headers.get('Surrogate-Key')?.split(' ').sort()).toEqual([
      `campaigns/${made.campaign}`,
      `claims/${made.claim}`,
      'claims/slug/rents-rose',
      `resources/${made.source}`,
    ])
    const before = hits()
    await made.change(`claims/${other}`, { statement: 'Another' })
    await reader.get('/claims/rents-rose')
    expect(hits() - before).toBe(1)
    await made.change(`resources/${made.source}`, { publisher: 'The Institute' })
    expect((await reader.get('/claims/rents-rose')).text).toContain('The Institute')
    expect(hits() - before).toBe(1)
    await made.change(`resources/${made.source}`, { publisher: 'Institute' })
    await admin.delete(`/api/claims/${other}`)
  })

  test('does not change for those who sign in', async () => {
    const { text } = await reader.get('/claims/rents-rose')
    expect((await admin.get('/claims/rents-rose')).text).toBe(text)
  })
})

describe('the page of a claim', () => {
  test('says what it rests on, how it stands, and how to cite it', async () => {
    const { text } = await reader.get('/claims/rents-rose')
    for (const part of [
      '<html lang="en">',
      '<title>Rents rose by a tenth · Rents &amp; homes</title>',
      'In one year, &lt;all&gt; rents rose.',
      '<span class="badge verified">Verified</span>',
      `<time datetime="${checkedOn.iso}">${checkedOn.words}</time>`,
      '<time datetime="2027-05-06">May 6, 2027</time>',
      'The &lt;rent&gt; report',
      'A. Author, B. Author · Institute',
      'Rents rose &amp; rose.</blockquote>',
      'p. 12',
      'href="https://example.org/report?a=1&amp;b=2"',
      'href="https://archive.example.org/p12"',
      '<time datetime="2026-03-04">',
      '10.5\u00a0%</strong>',
      '<time datetime="2026-01-31">',
      'href="/campaigns/rents"',
      'href="/resources/rent-report"',
      'href="/claims/rents-rose?locale=es" hreflang="es" lang="es">español</a>',
      '/claims/rents-rose/cite?format=bibtex',
      '“Rents rose by a tenth.”',
      'href="/feeds/rents.atom"',
      `<link rel="canonical" href="${publicUrl}/claims/rents-rose">`,
      `<link rel="alternate" hreflang="es" href="${publicUrl}/claims/rents-rose?locale=es">`,
      'type="application/json+oembed"',
      'type="application/atom+xml"',
      '<meta property="og:title" content="Rents rose by a tenth">',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('class="notice')
  })

  test('that is retracted says so in its title and before all else', async () => {
    const { text } = await reader.get('/claims/empty-homes')
    expect(text).toContain(
      '<title>Retracted: Half of all homes are empty · Rents &amp; homes</title>',
    )
    expect(text).toContain('<meta property="og:title" content="Retracted: Half of all')
    const main = text.slice(text.indexOf('<main'))
    expect(main.indexOf('This claim has been retracted.')).toBeLessThan(main.indexOf('<h1>'))
    expect(main.indexOf('The figure was of one city.')).toBeLessThan(main.indexOf('<h1>'))
    expect(main).toMatch(/<h1><span class="retracted">Retracted:<\/span>/)
    for (const path of ['/campaigns/rents', '/demands/cap-the-rents']) {
      const { text: other } = await reader.get(path)
      expect(other).toContain('<span class="retracted">Retracted:</span>')
    }
  })

  test('that is disputed says so too', async () => {
    await made.make('claims', {
      statement: 'Disputed one',
      slug: 'disputed',
      verification: { status: 'disputed', note: 'By the council.' },
      _status: 'published',
    })
    const { text } = await reader.get('/claims/disputed?locale=es')
    expect(text).toContain('<title>En disputa: Disputed one</title>')
    expect(text).toContain('By the council.')
  })

  test('says which of its parts is in another language', async () => {
    const { text } = await reader.get('/claims/rents-rose', inSpanish)
    expect(text).toContain('<html lang="es">')
    expect(text).toContain('<h1><span>Los alquileres subieron una décima</span></h1>')
    expect(text).toContain('<div class="text" lang="en"><p>In one year')
    expect(text).toContain('<dt><span lang="en">Rise</span></dt>')
    expect(text).toContain('<cite lang="en">The &lt;rent&gt; report</cite>')
    expect(text).toContain('6 de mayo de 2027')
  })

  test('says when it is not there in the language asked for', async () => {
    const { text, headers } = await reader.get('/claims/empty-homes', inSpanish)
    expect(headers.get('Content-Language')).toBe('en')
    expect(text).toContain('<html lang="es">')
    expect(text).toContain('Todavía no está disponible en español. Lo está leyendo en inglés.')
    expect(text).toContain('<span lang="en">Half of all homes are empty</span>')
  })

  test('that exists in another language only is shown in that', async () => {
    const id = await made.make(
      'claims',
      { statement: 'Solo en español', slug: 'solo', _status: 'published' },
      '?locale=es',
    )
    const { text, headers } = await reader.get('/claims/solo')
    expect(headers.get('Content-Language')).toBe('es')
    expect(text).toContain('Solo en español')
    await admin.delete(`/api/claims/${id}`)
  })

  test('brings its JSON-LD as data that ends where it should', async () => {
    const statement = '</script><script>alert(1)</script> & <!-- '
    const id = await made.make('claims', {
      statement,
      slug: 'script',
      evidence: [{ source: made.source }],
      verification: { status: 'retracted', note: 'Wrong.' },
      _status: 'published',
    })
    const { text } = await reader.get('/claims/script')
    const scripts = [...text.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)]
    expect(scripts.map(([, attributes]) => attributes)).toEqual([' type="application/ld+json"'])
    expect(JSON.parse(scripts[0]?.[2] ?? '')).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Claim',
      '@id': `${publicUrl}/claims/script`,
      name: statement,
      creativeWorkStatus: 'retracted',
      correction: 'Wrong.',
      citation: [
        {
          '@type': 'Report',
          name: 'The <rent> report',
          url: 'https://example.org/report?a=1&b=2',
          author: [{ name: 'A. Author' }, { name: 'B. Author' }],
          datePublished: '2026-01-02',
        },
      ],
    })
    await admin.delete(`/api/claims/${id}`)
  })
})

test.each([
  ['/campaigns/rents', 'WebPage', ['Join us', 'The council', '#Homes', '/api/media/file/street']],
  ['/demands/cap-the-rents', 'CreativeWork', ['Partly met', 'Sign', 'Asked in the council.']],
  ['/resources/rent-report', 'Report', ['Institute', 'archive.example.org/report', 'English']],
])('the page %s is a %s to programs', async (path, type, parts) => {
  const { text } = await reader.get(path)
  const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text) ?? []
  expect(JSON.parse(data ?? '')['@type']).toBe(type)
  for (const part of parts) expect(text).toContain(part)
})

test.each(['/', '/campaigns/rents', '/claims/empty-homes?locale=es', '/demands/cap-the-rents'])(
  '%s is HTML without a mistake',
  async (path) => {
    const mistakes: string[] = []
    const { text } = await reader.get(path)
    parse(text, { onParseError: ({ code, startLine }) => mistakes.push(`${startLine}: ${code}`) })
    expect(mistakes).toEqual([])
  },
)

test('a page may load nothing but pictures from here, and run nothing', async () => {
  const { headers } = await reader.get('/claims/rents-rose')
  const policy = headers.get('Content-Security-Policy')
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+';/)
  expect(policy).not.toMatch(/script-src|\*|http/)
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('Referrer-Policy')).toBe('no-referrer')
})

describe('a name', () => {
  test('that a document had before leads to the present one, with what was asked', async () => {
    const id = await made.make('claims', { statement: 'X', slug: 'before', _status: 'published' })
    await made.change(`claims/${id}`, { slug: 'after' })
    for (const [path, to] of [
      ['/claims/before?locale=es', '/claims/after?locale=es'],
      ['/claims/before/cite?format=ris', '/claims/after/cite?format=ris'],
    ]) {
      const { status, headers } = await reader.get(path ?? '')
      expect([status, headers.get('Location')]).toEqual([308, to])
    }
  })

  test('of a withdrawn document says so, as a page and as JSON', async () => {
    const id = await made.make('claims', {
      statement: 'Soon gone secret',
      slug: 'soon-gone',
      _status: 'published',
    })
    await admin.patch(`/api/claims/${id}`, { _status: 'draft' })
    const page = await reader.get('/claims/soon-gone')
    expect(page.status).toBe(410)
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(page.text).toContain('<h1>This has been withdrawn</h1>')
    expect(page.text).toContain('Its editors have taken it back.')
    expect(page.text).not.toContain('secret')
    const spanish = await reader.get('/claims/soon-gone', inSpanish)
    expect(spanish.text).toContain('<h1>Se ha retirado</h1>')
    const json = await reader.get('/claims/soon-gone', asJson)
    expect([json.status, json.body.tombstone]).toMatchObject([410, { id, kind: 'unpublished' }])
    expect((await reader.get('/claims/soon-gone/cite')).status).toBe(410)
    await made.change(`claims/${id}`, {})
    expect((await reader.get('/claims/soon-gone')).status).toBe(200)
  })

  test('of a draft, or of nothing, is not found, in the same words', async () => {
    await made.make('claims', { statement: 'Draft', slug: 'a-draft' })
    await made.change(`claims/${made.claim}`, {})
    await admin.patch(`/api/claims/${made.claim}?draft=true`, { statement: 'Newer draft' })
    for (const headers of [{}, asJson.headers]) {
      const missing = await reader.get('/claims/never-was', { headers })
      expect(missing.status).toBe(404)
      for (const client of [reader, admin]) {
        const draft = await client.get('/claims/a-draft', { headers })
        expect([draft.status, draft.text]).toEqual([404, missing.text])
      }
      expect((await reader.get('/claims/rents-rose', { headers })).text).not.toContain(
        'Newer draft',
      )
    }
  })

  test.each([
    '/claims',
    '/claims/',
    '/claims//rents-rose',
    '/claims/rents-rose/',
    '/claims/rents-rose/x',
    '/claims/Rents-Rose',
    '/CLAIMS/rents-rose',
    '/claims/__proto__',
    '/claims/..%2fusers',
    '/claims/rents-rose%00',
    '/claims/rents-rose;a=1',
    `/claims/${'x'.repeat(81)}`,
    '/demands/cap-the-rents/cite',
    '/claims/rents-rose/cite/x',
  ])('%s is no page', async (path) => {
    service.delivery?.clear()
    const { status, headers } = await reader.get(path)
    expect([404, 400]).toContain(status)
    expect(headers.get('Content-Type')).toContain('text/')
    expect(service.delivery?.stats().entries).toBe(0)
  })
})

describe('a wrong parameter', () => {
  test.each<[query: string, parameter: string, message: string]>([
    ['locale=fr', 'locale', 'locale: accepted: en, es'],
    ['locale=all', 'locale', 'locale: accepted: en, es'],
    ['locale=', 'locale', 'locale: accepted: en, es'],
    ['locale=en&locale=es', 'locale', 'locale: accepted: once'],
    ['format=xml', 'format', 'format: accepted: html, json'],
    ['depth=1', 'depth', 'depth: not a parameter here; accepted: locale, format'],
    ['draft=true', 'draft', 'draft: not a parameter here; accepted: locale, format'],
    ['constructor=1', 'constructor', 'constructor: not a parameter here; accepted: locale, format'],
  ])('%s is named', async (query, parameter, message) => {
    const json = await reader.get(`/claims/rents-rose?${query}`, asJson)
    if (!query.startsWith('format')) {
      expect([json.status, json.body]).toEqual([
        400,
        { errors: [{ message, data: { parameter } }] },
      ])
    }
    const page = await reader.get(`/claims/rents-rose?${query}`)
    expect(page.status).toBe(400)
    expect(page.text).toContain(`<p>${message}</p>`)
  })

  test('that a platform has put there is taken away', async () => {
    const { status, headers } = await reader.get(
      '/claims/rents-rose?utm_source=x&locale=es&fbclid=IwAR&utm_medium=y',
    )
    expect([status, headers.get('Location')]).toEqual([302, '/claims/rents-rose?locale=es'])
  })
})

test('methods: only reading, and a browser may ask first', async () => {
  const post = await reader.post('/claims/rents-rose', {})
  expect([post.status, post.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  const options = await fetch(`${service.url}/claims/rents-rose`, { method: 'OPTIONS' })
  expect([options.status, options.headers.get('Access-Control-Allow-Origin')]).toEqual([204, '*'])
  const head = await fetch(`${service.url}/claims/rents-rose`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

describe('a reference', () => {
  test.each([
    ['text/plain', '', 'text/plain; charset=utf-8', 'inline; filename="rents-rose.txt"'],
    [
      'application/x-bibtex',
      '',
      'application/x-bibtex; charset=utf-8',
      'attachment; filename="rents-rose.bib"',
    ],
    [
      '*/*',
      '?format=ris',
      'application/x-research-info-systems; charset=utf-8',
      'attachment; filename="rents-rose.ris"',
    ],
    [
      'application/vnd.citationstyles.csl+json',
      '?locale=es',
      'application/vnd.citationstyles.csl+json; charset=utf-8',
      'attachment; filename="rents-rose.json"',
    ],
  ])('for Accept: %s at cite%s is %s', async (accept, query, type, disposition) => {
    const { status, headers, text } = await reader.get(`/claims/rents-rose/cite${query}`, {
      headers: { Accept: accept },
    })
    expect([status, headers.get('Content-Type'), headers.get('Content-Disposition')]).toEqual([
      200,
      type,
      disposition,
    ])
    expect(text).toContain(query.includes('es') ? 'Los alquileres' : 'Rents rose')
  })

  test('of what is retracted says so in every form', async () => {
    for (const format of ['text', 'bibtex', 'ris', 'csl']) {
      const { text } = await reader.get(`/claims/empty-homes/cite?format=${format}`)
      expect(text, format).toContain('Retracted: Half of all homes are empty')
    }
  })
})

describe('oEmbed', () => {
  const ask = (url: string, more = '') =>
    reader.get(`/oembed?url=${encodeURIComponent(url)}${more}`)

  test('describes a link to a page', async () => {
    const { status, body } = await ask(
      `${publicUrl}/claims/empty-homes`,
      '&format=json&maxwidth=300',
    )
    expect([status, body]).toMatchObject([
      200,
      {
        version: '1.0',
        type: 'link',
        title: 'Retracted: Half of all homes are empty',
        author_name: 'Rents & homes',
        provider_url: `${publicUrl}/`,
      },
    ])
    const spanish = await ask(`${publicUrl}/claims/rents-rose?locale=es#x`)
    expect(spanish.body.title).toBe('Los alquileres subieron una décima')
    const campaign = await ask(`${publicUrl}/campaigns/rents`)
    expect(campaign.body).toMatchObject({
      title: 'Rents & homes',
      thumbnail_url: expect.stringContaining(`${publicUrl}/api/media/file/street`),
      thumbnail_width: 32,
    })
  })

  test('is found from the page', async () => {
    const { text } = await reader.get('/claims/rents-rose')
    const [, address = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(text) ?? []
    const path = address.replace(publicUrl, '').replaceAll('&amp;', '&')
    expect((await reader.get(path)).body.title).toBe('Rents rose by a tenth')
  })

  test.each<[url: string, more: string, status: number]>([
    ['https://evil.example/claims/rents-rose', '', 404],
    [`${publicUrl}/claims/none`, '', 404],
    [`${publicUrl}/claims/a-draft`, '', 404],
    [`${publicUrl}/claims/soon-gone/cite`, '', 404],
    [`${publicUrl}/claims/before`, '', 308],
    ['no address', '', 404],
    ['', '', 400],
    [`${publicUrl}/claims/rents-rose`, '&format=xml', 501],
    [`${publicUrl}/claims/rents-rose`, '&format=html', 400],
    [`${publicUrl}/claims/rents-rose`, '&maxwidth=wide', 400],
    [`${publicUrl}/claims/rents-rose`, '&x=1', 400],
  ])('%s%s is %i', async (url, more, status) => {
    expect((await ask(url, more)).status).toBe(status)
  })
})

describe('the front page', () => {
  test('lists the campaigns and their feeds', async () => {
    const { text } = await reader.get('/')
    expect(text).toContain('<a href="/campaigns/rents">Rents &amp; homes</a>')
    expect(text).toContain('href="/feeds/no-cloud-for-deportations.atom"')
    const { body } = await reader.get('/', asJson)
    expect(body).toMatchObject({
      api: '/api',
      admin: '/admin',
      feeds: { claims: { atom: `${publicUrl}/feeds/claims.atom` } },
    })
    expect(body.campaigns).toContainEqual({
      title: 'Rents & homes',
      slug: 'rents',
      locale: 'en',
      permalink: `${publicUrl}/campaigns/rents`,
      feeds: {
        atom: `${publicUrl}/feeds/rents.atom`,
        json: `${publicUrl}/feeds/rents.json`,
      },
    })
  })

  test('is in the language asked for', async () => {
    const { text } = await reader.get('/', inSpanish)
    expect(text).toContain('<html lang="es">')
    expect(text).toContain('Ninguna nube para las deportaciones')
    expect((await reader.get('/?locale=fr')).status).toBe(400)
  })
})
