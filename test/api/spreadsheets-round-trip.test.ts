import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lexicalOf } from '../../src/importer/markdown-text.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let payload: Payload
let editor: Client
beforeAll(async () => {
  service = await startService()
  payload = service.payload
  editor = await service.as('editor')
})
afterAll(() => service.stop())

/** Texts that are formulas to a spreadsheet, or that a cell, a list or a table could break. */
const text = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        "'=",
        "''+",
        "'",
        ';',
        '"',
        ',',
        ' ',
        '\\',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    )
    .map(([first, rest]) => first + rest),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '=HYPERLINK("https://evil.example","x")',
    'a\r\nb',
    '1',
    'true',
    'null',
    '-1.5e3',
  ),
)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const number = fc.oneof(fc.integer(), fc.constantFrom(0, -0.5, 1e21, 12.75))

/** Rich text with what Markdown cannot say as well: underlined words, an alignment. */
const body = fc.array(text, { maxLength: 2 }).map((texts) => {
  const state = lexicalOf(texts.join('\n\n'))?.state
  for (const block of state?.root.children ?? []) block.format = 'center'
  const first = (state?.root.children[0]?.children as { type: string; format: number }[])?.[0]
  if (first?.type === 'text') first.format = 8
  return state
})

const resource = fc.record({
  title: text.filter((title) => title !== ''),
  publisher: optional(text),
  authors: fc.array(
    text.filter((author) => author !== ''),
    { maxLength: 3 },
  ),
  publishedOn: optional(day),
  kind: optional(fc.constantFrom('report', 'other')),
})
const claim = fc.record({
  statement: text.filter((statement) => statement !== ''),
  body,
  figures: fc.array(fc.record({ label: optional(text), value: number, asOf: optional(day) }), {
    maxLength: 3,
  }),
  evidence: fc.array(fc.record({ locator: optional(text), quote: optional(text) }), {
    maxLength: 2,
  }),
  verification: fc.record({ note: optional(text), reviewBy: optional(day) }),
})

/** One file holds many documents, so a few files say a lot. A failure is not made smaller: each try is slow. */
const many = { minLength: 12, maxLength: 16, size: 'max' } as const
const few = { numRuns: 2, endOnFailure: true }

const collections = ['claims', 'resources'] as const

async function everything(): Promise<unknown> {
  const each = collections.map(async (collection) => [
    await payload.find({ collection, depth: 0, draft: true, locale: 'all', pagination: false }),
    (await payload.countVersions({ collection })).totalDocs,
  ])
  return JSON.parse(JSON.stringify(await Promise.all(each)))
}

test('an export imported again changes nothing, and holds no formula, whatever was written', async () => {
  const content = fc.tuple(fc.array(resource, many), fc.array(claim, many))
  await fc.assert(
    fc.asyncProperty(content, async ([resources, claims]) => {
      await write(resources, claims)
      const before = await everything()
      for (const collection of collections) {
        for (const format of ['csv', 'json']) {
          const file = await editor.get(`/api/${collection}/export?format=${format}`)
          expect(file.status).toBe(200)
          if (format === 'csv') expect(liveCells(file.text)).toEqual([])
          const { body: done } = await editor.post(`/api/${collection}/import`, {
            text: file.text,
            format,
          })
          expect(done).toMatchObject({ counts: { created: 0, updated: 0 }, mistakes: [] })
        }
      }
      expect(await everything()).toEqual(before)
    }),
    few,
  )
})

test('an export without ids makes the same documents anew, with every text as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(resource, many), async (resources) => {
      await write(resources, [])
      const { docs } = (await editor.get('/api/resources/export?format=json')).body
      const csv = (await editor.get('/api/resources/export')).text
      await write([], [])
      const [header = [], ...rows] = parse(csv, { bom: true }) as string[][]
      const kept = header.map((name) => !['id', 'slug', 'updatedAt', '_status'].includes(name))
      const cells = [header, ...rows].map((row) => row.filter((_, i) => kept[i]))
      const file = cells.map((row) => row.map(quoted).join(',')).join('\r\n')
      const { body: done } = await editor.post('/api/resources/import', { text: file })
      expect(done).toMatchObject({ counts: { created: docs.length }, mistakes: [] })
      const again = (await editor.get('/api/resources/export?format=json')).body.docs
      const said = (all: object[]) =>
        all.map((doc) => ({ ...doc, id: '', slug: '', updatedAt: '' })).sort(byJson)
      expect(said(again)).toEqual(said(docs))
    }),
    few,
  )
})

const byJson = (one: object, other: object) =>
  JSON.stringify(one) < JSON.stringify(other) ? -1 : 1

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

const liveCells = (csv: string): string[] =>
  (parse(csv, { bom: true }) as string[][]).flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell))

/** In the place of what was there before. */
async function write(resources: object[], claims: object[]): Promise<void> {
  for (const collection of collections) {
    await payload.delete({ collection, trash: true, where: { id: { exists: true } } })
  }
  let source: string | undefined
  for (const data of resources) {
    source = (await payload.create({ collection: 'resources', data: data as never, draft: true }))
      .id
  }
  for (const data of claims as { evidence: object[] }[]) {
    const evidence = data.evidence.map((row) => ({ ...row, source }))
    const whole = { ...data, evidence } as never
    await payload.create({ collection: 'claims', data: whole, draft: true })
  }
}
