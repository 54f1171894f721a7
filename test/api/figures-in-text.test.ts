import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { make, mistakesIn, newest } from '../support/review.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let editor: Client
let reviewer: Client
let campaign: string
beforeAll(async () => {
  service = await startService()
  editor = await service.as('editor')
  reviewer = await service.as('reviewer')
  campaign = await make(reviewer, 'campaigns', { title: 'Rents', _status: 'published' })
})
afterAll(() => service.stop())

const share = { label: 'Rise', value: 1210.5, unit: '%', asOf: '2026-01-31T12:00:00.000Z' }
const homes = {
  label: 'Empty homes',
  value: 30000,
  unit: 'homes',
  asOf: '2026-02-01T12:00:00.000Z',
}

const element = (type: string, children: object[]) => ({
  ...{ type, version: 1, format: '', indent: 0, direction: null, children },
})
const words = (text: string) => ({
  ...{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' },
})
const shows = (figure: unknown, more: object = {}) => ({
  ...{ type: 'inlineBlock', version: 1, fields: { blockType: 'figure', figure, ...more } },
})
const textOf = (...children: object[]) => ({
  root: element('root', [element('paragraph', children)]),
})

/** A claim with two figures, and both in its text in two languages; it is not published yet. */
async function draftClaim() {
  const id = await make(editor, 'claims', {
    statement: 'Rents rose',
    campaign,
    figures: [share, homes],
  })
  const path = `claims/${id}`
  const [rise, empty] = (await newest(editor, path)).figures.map((row: { id: string }) => row.id)
  const body = (before: string, between: string, after: string) =>
    textOf(
      words(before),
      shows(rise),
      words(between),
      shows(empty, { withDate: true }),
      words(after),
    )
  const english = { body: body('Rents rose by ', ', and ', ' are empty.') }
  const spanish = { body: body('Subieron un ', ', y ', ' están vacías.'), statement: 'Subieron' }
  for (const [query, data] of [
    ['', english],
    ['&locale=es', spanish],
  ] as const) {
    const { status, text } = await editor.patch(`/api/${path}?draft=true${query}`, data)
    expect(status, text).toBe(200)
  }
  return { id, path, rise, empty }
}

const publish = (path: string, data: object = {}) =>
  reviewer.patch(`/api/${path}`, { ...data, _status: 'published' })

test('the text of a claim shows its figures as readers write numbers, wherever it is read', async () => {
  const { path, rise } = await draftClaim()
  expect((await publish(path)).status).toBe(200)
  const { slug } = await newest(editor, path)
  const read = async (locale: string) =>
    (
      await service.reader.get(`/claims/${slug}?locale=${locale}`, {
        headers: { Accept: 'application/json' },
      })
    ).body
  const english = await read('en')
  expect(english.bodyHtml).toBe(
    '<p>Rents rose by <data value="1210.5" title="January 31, 2026">1,210.5\u00a0%</data>, and ' +
      '<data value="30000">30,000\u00a0homes (February 1, 2026)</data> are empty.</p>',
  )
  expect(english.bodyText).toBe(
    'Rents rose by 1,210.5\u00a0%, and 30,000\u00a0homes (February 1, 2026) are empty.',
  )
  expect((await read('es')).bodyText).toBe(
    'Subieron un 1210,5\u00a0%, y 30.000\u00a0homes (1 de febrero de 2026) están vacías.',
  )
  // Whoever renders the text itself finds the figure by the id of its row.
  const state = (await service.reader.get(`/api/claims/slug/${slug}`)).body
  const [, place] = state.body.root.children[0].children
  expect(place).toMatchObject({
    type: 'inlineBlock',
    fields: { blockType: 'figure', figure: rise },
  })
  expect(state.figures).toMatchObject([{ id: rise, value: 1210.5, unit: '%' }, {}])

  const page = await service.reader.get(`/claims/${slug}`, { headers: { Accept: 'text/html' } })
  expect(page.text).toContain('>1,210.5\u00a0%</data>')
  const feed = await service.reader.get('/feeds/claims.json')
  expect(feed.text).toContain('30,000\u00a0homes')

  const figures = state.figures.map((row: object) => ({ ...row, value: 7 }))
  expect((await publish(path, { figures })).status).toBe(200)
  expect((await read('en')).bodyText).toContain('rose by 7\u00a0%')
})

test('a claim is not published with a figure in its text that was removed, and is told which', async () => {
  const { path, rise, empty } = await draftClaim()
  const { figures } = await newest(editor, path)
  const kept = figures.filter((row: { id: string }) => row.id === rise)
  const refused = await publish(path, { figures: kept })
  expect(refused.status).toBe(400)
  const said = mistakesIn(refused.body).body
  expect(said).toContain('“Rents rose by 1,210.5\u00a0%, and [30,000\u00a0homes] are empty.” (en)')
  expect(said).toMatch(/\(es\).*Accepted: one of the claim’s figures/)

  // A draft may be between two steps.
  const draft = await editor.patch(`/api/${path}?draft=true`, { figures: kept })
  expect(draft.status, draft.text).toBe(200)
  expect((await publish(path)).status).toBe(400)
  const body = textOf(words('Rents rose by '), shows(rise))
  // What another language shows is published with it.
  expect(mistakesIn((await publish(path, { body })).body).body).toMatch(/\(es\)/)
  expect((await publish(path, { figures: [...kept, { ...homes, id: empty }] })).status).toBe(200)

  // One language alone is published with the numbers that are public.
  const alone = (figure: string) =>
    reviewer.patch(`/api/${path}?locale=es&publishSpecificLocale=es`, {
      _status: 'published',
      body: textOf(words('Subieron '), shows(figure)),
    })
  expect((await alone(rise)).status).toBe(200)
  expect(mistakesIn((await alone('000000000000000000000000')).body).body).toMatch(/\(es\)/)
})

test('a copy of a claim shows the figures of the copy', async () => {
  const { id, path } = await draftClaim()
  const { body, status } = await editor.post(`/api/claims/${id}/duplicate`)
  expect(status).toBe(200)
  const copy = `claims/${body.doc.id}`
  const ids = async (of: string) =>
    (await newest(editor, of)).figures.map((row: { id: string }) => row.id)
  const shown = (await newest(editor, copy)).body.root.children[0].children.flatMap(
    ({ fields }: { fields?: { figure: string } }) => fields?.figure ?? [],
  )
  expect(shown).toEqual(await ids(copy))
  expect(shown).not.toEqual(await ids(path))
  expect((await publish(copy)).status).toBe(200)
})

test('a figure in a text stays one in a spreadsheet, also when the words around it change', async () => {
  const { path, rise } = await draftClaim()
  const slug = 'in-a-spreadsheet'
  await editor.patch(`/api/${path}?draft=true`, { slug })
  const csv = (await editor.get(`/api/claims/export?format=csv&where[slug][equals]=${slug}`)).text
  const [row] = parse(csv, { bom: true, columns: true }) as Record<string, string>[]
  expect(row?.body).toContain(`[1,210.5\u00a0%](figure:${rise})`)
  const text = JSON.stringify([
    { id: row?.id, body: row?.body?.replace('Rents rose by', 'Since then, rents rose by') },
  ])
  const sent = await editor.post('/api/claims/import', { text, format: 'json' })
  expect(sent.status, sent.text).toBe(200)
  const [paragraph] = (await newest(editor, path)).body.root.children
  expect(paragraph.children).toMatchObject([
    { text: 'Since then, rents rose by ' },
    { type: 'inlineBlock', fields: { figure: rise } },
    { text: ', and ' },
    { fields: { withDate: true } },
    { text: ' are empty.' },
  ])

  const anew = { statement: 'Anew', body: row?.body, figures: [{ id: rise, value: 5 }] }
  const copied = { text: JSON.stringify([anew]), format: 'json' }
  const made = await editor.post('/api/claims/import', copied)
  expect(made.status, made.text).toBe(200)
  const copy = await newest(editor, `claims/${made.body.rows[0].id}`)
  expect(copy.figures[0].id).not.toBe(rise)
  expect(copy.body.root.children[0].children[1].fields.figure).toBe(copy.figures[0].id)
})

test.each([
  ['without fields', { type: 'inlineBlock', version: 1 }],
  ['of another kind', { type: 'inlineBlock', version: 1, fields: { blockType: 'chart' } }],
  ['that is no block', { type: 'block', version: 1 }],
  ['whose figure is no id', shows({ id: 7 })],
  ['without a figure', shows('')],
])('a place %s is refused when it is published, and breaks nobody who reads', async (_, place) => {
  const { path } = await draftClaim()
  const body = textOf(words('Rents rose'), place)
  const draft = await editor.patch(`/api/${path}?draft=true`, { body })
  expect(draft.status, draft.text).toBe(200)
  expect((await editor.get(`/api/${path}?draft=true`)).status).toBe(200)
  const { body: answer, status } = await publish(path)
  expect(status).toBe(400)
  expect(Object.keys(mistakesIn(answer)).join()).toMatch(/^body/)
})
