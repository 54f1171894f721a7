import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Preview } from '../../src/importer/desk/described.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

const english = await readFile('seed/cloud-contracts.en.md', 'utf8')
const spanish = await readFile('seed/cloud-contracts.es.md', 'utf8')
const word = await readFile('test/importer/pasted/word.clipboard', 'utf8')
const slug = 'no-cloud-for-deportations'
const collections = ['campaigns', 'claims', 'demands', 'resources'] as const

let service: TestService
let editor: Client
beforeAll(async () => {
  service = await startService()
  editor = await service.as('editor')
})
afterAll(() => service.stop())
beforeEach(async () => {
  for (const collection of collections) {
    const where = { id: { exists: true } }
    await service.payload.delete({ collection, trash: true, where })
  }
})

/** How many documents and versions there are of each kind. */
async function counts(): Promise<number[]> {
  const { payload } = service
  const each = collections.map(async (collection) => [
    (await payload.count({ collection })).totalDocs,
    (await payload.countVersions({ collection })).totalDocs,
  ])
  return (await Promise.all(each)).flat()
}

async function preview(body: object): Promise<Preview> {
  const answer = await editor.post('/api/import/preview', body)
  expect(answer.body.errors).toBeUndefined()
  return answer.body
}

const partsOf = (found: Preview, kind: string) => found.parts.filter((part) => part.kind === kind)

describe('a preview', () => {
  test('shows what would be made beside every line of the flyer, and writes nothing', async () => {
    const before = await counts()
    const found = await preview({ text: english })
    expect(found).toMatchObject({
      campaign: { title: 'No cloud for deportations', action: 'created', id: null },
      isTranslation: false,
      problem: null,
    })
    const sizes = ['claim', 'demand', 'resource'].map((kind) => partsOf(found, kind).length)
    expect(sizes).toEqual([6, 2, 2])
    expect(new Set(found.parts.filter((p) => p.action).map((p) => p.action))).toEqual(
      new Set(['created']),
    )
    expect(found.lines.every(({ place }) => place !== null)).toBe(true)
    expect(found.lines.find(({ text }) => text.startsWith('Main storage'))?.place).toBe('claim-1')
    expect(await counts()).toEqual(before)
  })

  test('marks what the importer could not place', async () => {
    const list = await preview({ text: '# Title\n\nSummary.\n\n- ***\n- > quoted words alone\n' })
    expect(list.lines.filter(({ isUnplaced }) => isUnplaced).map(({ text: t }) => t)).toEqual([
      'quoted words alone',
    ])
  })

  test('reads what Word puts on the clipboard, without what is not text', async () => {
    const found = await preview({ text: word, format: 'html' })
    expect(found.campaign).toMatchObject({ title: 'No cameras at the clinic' })
    expect(partsOf(found, 'claim').map(({ title }) => title)).toEqual([
      'They read faces',
      'They keep everything',
    ])
    expect(partsOf(found, 'demand').map(({ title }) => title)).toEqual([
      'Take them down',
      'Delete the recordings',
    ])
    const [claim] = partsOf(found, 'claim')
    const source = found.parts.find(({ part }) => part === claim?.sources[0])
    expect(source).toMatchObject({ url: 'https://example.org/faces.pdf', kind: 'resource' })
    expect(JSON.stringify(found.parts)).not.toMatch(/taken over|javascript:|base64|mso-list|·/)
  })

  test('reads plain text whose paragraphs and bullets are lines', async () => {
    const text = [
      'No cameras at the clinic',
      'A neighbourhood asks Sentinel Systems to take its cameras down from the street in front of the clinic, where patients pass.',
      'What the cameras do',
      '•\tThey read faces: each visitor is compared with a list.',
      '•\tThey keep everything: recordings are stored for a year.',
      'What we ask',
      '1.\tTake them down: all of them.',
      '2)\tDelete the recordings: and show it.',
    ].join('\r\n')
    const found = await preview({ text, format: 'text' })
    const sizes = ['claim', 'demand'].map((kind) => partsOf(found, kind).length)
    expect(sizes).toEqual([2, 2])
    expect(found.sections.map(({ heading }) => heading)).toEqual([
      'What the cameras do',
      'What we ask',
    ])
  })
})

describe('an import', () => {
  test('makes drafts with an id for each part, and a second one changes nothing', async () => {
    const { status, body } = await editor.post('/api/import', { text: english })
    expect(status).toBe(200)
    expect(body).toMatchObject({ campaign: slug, isTranslation: false })
    expect(body.documents).toHaveLength(11)
    for (const { collection, id, title } of body.documents) {
      const { body: doc } = await editor.get(`/api/${collection}/${id}?draft=true`)
      expect(doc).toMatchObject({ _status: 'draft' })
      expect(doc.statement ?? doc.title).toBe(title)
    }
    expect((await service.reader.get('/api/claims')).body.totalDocs).toBe(0)

    const before = await counts()
    const again = await preview({ text: english })
    const documents = again.parts.filter(({ action }) => action)
    expect(documents.map(({ action }) => action)).toEqual(documents.map(() => 'unchanged'))
    expect(documents.every(({ id }) => id)).toBe(true)
    await editor.post('/api/import', { text: english })
    expect(await counts()).toEqual(before)
  })

  test('of a changed flyer says what would be updated, not doubled', async () => {
    await editor.post('/api/import', { text: english })
    const text = english.replace('Systems for targeting groups', 'Systems to target groups')
    const found = await preview({ text })
    const claims = partsOf(found, 'claim')
    expect(claims.map(({ action }) => action).sort()).toEqual([
      ...Array(5).fill('unchanged'),
      'updated',
    ])
  })

  test('of the Spanish flyer fills the translations of the same campaign', async () => {
    await editor.post('/api/import', { text: english })
    const before = await counts()
    const asked = { text: spanish, locale: 'es', into: slug }
    expect(await preview(asked)).toMatchObject({ isTranslation: true, problem: null })
    expect(await counts()).toEqual(before)
    const { body } = await editor.post('/api/import', asked)
    expect(body).toMatchObject({ campaign: slug, isTranslation: true })
    const { docs } = (await editor.get('/api/campaigns?draft=true&locale=es')).body
    expect(docs.map(({ title }: { title: string }) => title)).toEqual([
      'Ninguna nube para las deportaciones',
    ])
  })

  test('that does not fit is a problem in the preview and 400 when imported', async () => {
    await editor.post('/api/import', { text: english })
    const before = await counts()
    const asked = { text: '# Otra\n\nResumen.\n', locale: 'es', into: slug }
    expect((await preview(asked)).problem).toMatch(/^Not a translation/)
    const { status, body } = await editor.post('/api/import', asked)
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringMatching(/^Not a translation/) }] },
    })
    expect(await counts()).toEqual(before)
  })

  test('that breaks half-way leaves nothing', async () => {
    const before = await counts()
    const { create } = service.payload
    let made = 0
    service.payload.create = (async (options: Parameters<typeof create>[0]) => {
      if (++made > 6) throw new Error('the disk is full')
      return create.call(service.payload, options)
    }) as typeof create
    try {
      expect((await editor.post('/api/import', { text: english })).status).toBe(500)
    } finally {
      service.payload.create = create
    }
    expect(made).toBe(7)
    expect(await counts()).toEqual(before)
  })
})

describe('before it is imported an editor', () => {
  const change = async (...changes: object[]) => preview({ text: english, changes })
  const found = (preview: Preview, id: string) => preview.parts.find(({ part }) => part === id)

  test('makes something else of a part', async () => {
    const asked = await change(
      { part: 'claim-1', kind: 'demand' },
      { part: 'claim-2', kind: 'text' },
      { part: 'demand-1', kind: 'claim' },
      { part: 'resource-1', kind: 'nothing' },
    )
    expect(partsOf(asked, 'claim')).toHaveLength(5)
    expect(partsOf(asked, 'demand')).toHaveLength(2)
    expect(partsOf(asked, 'resource')).toHaveLength(1)
    expect(found(asked, 'claim-2')).toMatchObject({ kind: 'text', action: null })
    expect(found(asked, 'claim-2')?.text).toMatch(/^One store for everything .*\nImmigration/)
  })

  test('edits titles and merges parts, and gets what was seen', async () => {
    const changes = [
      { part: 'title', title: 'No cloud for ICE' },
      { part: 'section-1', title: 'The cloud' },
      { part: 'claim-1', title: 'The main supplier' },
      { part: 'claim-2', merge: true },
      { part: 'claim-6', kind: 'nothing' },
    ]
    const seen = await change(...changes)
    expect(found(seen, 'claim-2')).toMatchObject({ mergedInto: 'claim-1', kind: 'nothing' })
    expect(found(seen, 'claim-1')?.text).toContain('One store for everything')
    const { body } = await editor.post('/api/import', { text: english, changes })
    expect(body.counts.claims.created).toBe(4)
    const { docs } = (await editor.get('/api/claims?draft=true&limit=20')).body
    const statements = docs.map(({ statement }: { statement: string }) => statement)
    expect(statements).toContain('The main supplier')
    expect(statements).not.toContain('Systems for targeting groups')
    const again = await change(...changes)
    expect(partsOf(again, 'claim').map(({ action }) => action)).toEqual(Array(4).fill('unchanged'))
  })

  test('is told of a change that cannot be done', async () => {
    for (const [one, message] of [
      [{ part: 'claim-99', kind: 'text' }, /^changes\.0: there is no part "claim-99"; accepted: /],
      [{ part: 'claim-1', kind: 'poem' }, /accepted: \{ part, kind: claim/],
      [{ part: 'claim-1', title: ' ' }, /accepted: /],
      [{ part: 'claim-1', merge: true }, /nothing before it/],
    ] as const) {
      const { status, body } = await editor.post('/api/import', { text: english, changes: [one] })
      expect(status).toBe(400)
      expect(body.errors[0].message).toMatch(message)
    }
  })
})

describe('what is no flyer', () => {
  test.each([
    ['nothing', {}, 400, /text: accepted/],
    ['no words', { text: ' \n ' }, 400, /empty/],
    ['no letters', { text: '---' }, 400, /no text/],
    ['a binary file', { text: 'PK\u0003\u0004\u0000' }, 400, /binary/],
    ['a long text', { text: 'word '.repeat(60_000) }, 400, /256 KB/],
    ['long HTML', { text: 'word '.repeat(110_000), format: 'html' }, 400, /512 KB/],
    ['deep HTML', { text: '<ul><li>'.repeat(3000), format: 'html' }, 400, /nested too deeply/],
    ['another format', { text: 'a', format: 'docx' }, 400, /markdown, html, text/],
    ['another language', { text: 'a', locale: 'fr' }, 400, /locale: accepted: en, es/],
    ['a misspelt parameter', { text: 'a', publish: true }, 400, /publish: accepted: text, format/],
    ['too much', { text: 'a'.repeat(1_600_000) }, 413, /at most 1500000 bytes/],
  ])('%s is refused with what is accepted', async (_, body, status, message) => {
    const answer = await editor.post('/api/import/preview', body)
    expect(answer.status).toBe(status)
    expect(answer.body.errors[0].message).toMatch(message)
  })

  test('an unknown campaign is a problem', async () => {
    expect((await preview({ text: english, into: 'none' })).problem).toMatch(/No campaign/)
  })
})

test('only staff that writes imports, or sees a preview', async () => {
  for (const path of ['/api/import', '/api/import/preview']) {
    expect((await service.reader.post(path, { text: english })).status).toBe(403)
    const translator = await service.as('translator')
    expect((await translator.post(path, { text: english })).status).toBe(403)
    for (const role of ['admin', 'reviewer'] as const) {
      const client = await service.as(role)
      expect((await client.post(path, { text: english })).status).toBe(200)
    }
  }
})
