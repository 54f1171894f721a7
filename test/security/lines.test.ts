import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePartner } from '../support/partner.ts'
import { sendBytes } from '../support/raw-http.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

/*
 * What somebody has typed ends up in headers, in mail and in spreadsheets, where the end of a line, or the
 * first letter of a cell, means something.
 */
let service: TestService
let admin: Client
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
})
afterAll(() => service.stop())

const hostile = ['\r\n', '\n', '\u2028', '\0', '%0d%0a'].map(
  (end) => `x${end}X-Injected: kanari${end}${end}kanari`,
)

/** The headers of an answer, as they went over the line. */
const headOf = (answer: string) => answer.slice(0, answer.indexOf('\r\n\r\n'))
const ask = (path: string, more = '') =>
  sendBytes(
    service.url,
    `GET ${path} HTTP/1.1\r\nHost: ${new URL(service.url).host}\r\nConnection: close\r\n${more}\r\n`,
  )

test('a name, a slug or an address with the end of a line adds no header', async () => {
  for (const text of hostile) {
    const named = { title: text, slug: text, _status: 'published' }
    const refused = await admin.post('/api/resources', named)
    expect([text, refused.status]).toEqual([text, 400])
    const { body } = await admin.post('/api/campaigns', {
      title: `${text} titled`,
      summary: text,
      hashtag: text,
      _status: 'published',
    })
    const { id, slug } = body.doc
    expect(slug).toMatch(/^[a-z0-9-]+$/)
    const stated = await admin.post('/api/claims', {
      statement: `${text} stated`,
      campaign: id,
      _status: 'published',
    })
    // A former name is in a redirect, and a slug in Surrogate-Key, Link and Location.
    await admin.patch(`/api/campaigns/${id}`, { slug: `${slug}-2`, _status: 'published' })
    for (const path of [
      ...[
        `/api/campaigns/${id}`,
        `/api/campaigns/slug/${slug}`,
        `/campaigns/${slug}`,
        `/campaigns/${slug}-2`,
      ],
      ...[
        `/claims/${stated.body.doc.slug}/cite?format=ris`,
        `/feeds/${slug}-2.atom`,
        `/feeds/campaigns.json`,
      ],
      ...[`/api/campaigns/${slug}-2/bundle`, '/api/campaigns', '/api/changes'],
    ]) {
      const head = headOf(await ask(path))
      expect(head, path).toMatch(/^HTTP\/1\.1 [23]/)
      expect(head, path).not.toMatch(/^(x-injected|kanari)/im)
    }
  }
})

test('nor does one in an address or a header that is echoed', async () => {
  for (const end of ['%0d%0a', '%0a', '%E5%98%8A%E5%98%8D', '%c4%8a', '%u000a']) {
    const text = `x${end}X-Injected:kanari${end}${end}kanari`
    for (const path of [
      ...[
        `/claims/${text}`,
        `/api/claims/slug/${text}`,
        `/api/claims?locale=${text}`,
        `/feeds/${text}.atom`,
      ],
      ...[
        `/api/media/file/${text}`,
        `/preview/${text}`,
        `/oembed?url=${text}`,
        `/${text}`,
        `//${text}`,
      ],
      ...[`/claims/${text}?locale=${text}`, `/api/changes?since=${text}`, `/docs/${text}`],
    ]) {
      const head = headOf(
        await ask(path, `Accept-Datetime: ${text}\r\nOrigin: https://${text}\r\n`),
      )
      expect(head, path).toMatch(/^HTTP\/1\.1 [2-4]/)
      expect(head, path).not.toMatch(/^x-injected/im)
      expect(head, path).not.toMatch(/^kanari/im)
    }
  }
})

test('an account, a partner or a webhook with one is refused', async () => {
  const { id } = await makePartner(service)
  for (const text of hostile.slice(0, 4)) {
    const address = `a@example.org${text}`
    const password = 'a long password'
    for (const [path, data] of [
      ['users', { name: 'x', email: address, password, role: 'editor' }],
      ['users/invite', { name: 'x', email: address, role: 'editor' }],
      ['partners', { name: 'x', contact: address }],
      [
        'partners',
        { name: 'x', contact: 'a@example.org', origins: [`https://example.org${text}`] },
      ],
      ['webhooks', { partner: id, url: `https://example.org/${text}` }],
      ['resources', { title: 'x', url: `https://example.org/${text}` }],
      ['users/login', { email: address, password }],
    ] as const) {
      const { status, text: told } = await admin.post(`/api/${path}`, data)
      expect([path, text, Math.floor(status / 100)], told).toEqual([path, text, 4])
    }
    // To an address that is none nothing is sent; that there is no such account is not told.
    const forgotten = await service.reader.post('/api/users/forgot-password', { email: address })
    expect(forgotten.status).toBeLessThan(500)
  }
})

test('no cell of an export is live, whatever was typed, and all come back as they were', async () => {
  const starts = [
    '=',
    '+',
    '-',
    '@',
    '\t=',
    '\r=',
    '\n=',
    '＝',
    "'=",
    '"=',
    ' =',
    ';=',
    '\u00a0=',
    '=cmd|',
  ]
  const typed = starts.map((start) => `${start}HYPERLINK("http://kanari.example";A1)`)
  const source = (await admin.post('/api/resources', { title: 'A source' })).body.doc.id
  const ids: string[] = []
  for (const [n, text] of typed.entries()) {
    const { body, status } = await admin.post('/api/claims', {
      statement: text,
      slug: `typed-${n}`,
      evidence: [{ source, quote: text, locator: text }],
      figures: [{ label: text, unit: text, value: -5 }],
      verification: { note: text },
    })
    expect(status, JSON.stringify(body)).toBe(201)
    ids.push(body.doc.id)
  }
  await admin.post('/api/resources', { title: '=1', authors: ['=2', '@3'], publisher: '+4' })
  for (const collection of ['claims', 'resources']) {
    const { text, headers } = await admin.get(`/api/${collection}/export?format=csv`)
    expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    const rows = parse(text, { bom: true }) as string[][]
    const live = rows
      .flat()
      .filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-?\d/.test(cell))
    expect(live).toEqual([])
    const again = await admin.post(`/api/${collection}/import`, { text, dryRun: true })
    expect(again.status, again.text).toBe(200)
  }
  for (const [n, id] of ids.entries()) {
    const { body } = await admin.get(`/api/claims/${id}?draft=true`)
    expect(body.evidence[0].quote).toBe(typed[n])
  }
})
