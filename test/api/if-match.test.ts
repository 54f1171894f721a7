import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePartner } from '../support/partner.ts'
import { picture, uploadForm } from '../support/picture.ts'
import { type Client, startBeside, startService, type TestService } from '../support/service.ts'

let service: TestService
let beside: TestService
let editor: Client
let admin: Client
beforeAll(async () => {
  service = await startService()
  beside = await startBeside(service)
  admin = await service.as('admin')
  editor = await service.as('editor')
})
afterAll(async () => {
  await beside.stop()
  await service.stop()
})

const on = (tag: string) => ({ headers: { 'If-Match': tag } })
const tagOf = (answer: { headers: Headers }) => answer.headers.get('ETag') ?? ''

async function make(title = 'Written by several') {
  const made = await admin.post('/api/demands', { title, _status: 'published' })
  expect(made.status).toBe(201)
  return { path: `/api/demands/${made.body.doc.id}`, tag: tagOf(made) }
}

test('whoever reads or writes a document gets the tag of its state', async () => {
  const { path, tag } = await make()
  expect(tag).toMatch(/^"[\w-]{27}"$/)
  expect(tagOf(await editor.get(path))).toBe(tag)
  expect(tagOf(await editor.get(`${path}?depth=0&draft=true&locale=es`))).toBe(tag)

  const draft = await editor.patch(`${path}?draft=true`, { title: 'A draft' })
  expect(tagOf(draft)).not.toBe(tag)
  // Who is to write on it learns of the draft, also from what is published.
  expect(tagOf(await editor.get(path))).toBe(tagOf(draft))
  const spanish = await admin.patch(`${path}?locale=es`, { title: 'Otra', _status: 'published' })
  expect(tagOf(spanish)).not.toBe(tagOf(draft))
})

test('nobody else gets one, and the public ETag is another', async () => {
  const { path, tag } = await make()
  const read = await service.reader.get(path)
  expect(tagOf(read)).not.toBe(tag)
  const { client } = await makePartner(service, { scopes: ['drafts'] })
  const partner = await client.get(`${path}?draft=true`)
  expect([partner.status, tagOf(partner)]).toEqual([200, ''])
})

test('what refers to a document, and its being signed in to, leaves its tag alone', async () => {
  const campaign = await admin.post('/api/campaigns', { title: 'With claims' })
  const { id } = campaign.body.doc
  await admin.post('/api/claims', { statement: 'Refers to it', campaign: id })
  expect(tagOf(await editor.get(`/api/campaigns/${id}?draft=true`))).toBe(tagOf(campaign))
})

describe('a write on a condition', () => {
  test('is done when nobody has written since', async () => {
    const { path, tag } = await make()
    const changed = await editor.patch(`${path}?draft=true`, { title: 'Changed' }, on(tag))
    expect(changed.status).toBe(200)
    const again = await editor.patch(
      `${path}?draft=true`,
      { title: 'Again' },
      on(`"other" , ${tagOf(changed)}`),
    )
    expect(again.status).toBe(200)
    expect((await admin.delete(path, on('*'))).status).toBe(200)
  })

  test.each(['draft', 'published', 'autosave'])('is refused after a write: %s', async (kind) => {
    const { path, tag } = await make()
    const query =
      kind === 'published' ? '' : `?draft=true${kind === 'autosave' ? '&autosave=true' : ''}`
    const data = { title: 'First', ...(kind === 'published' ? { _status: 'published' } : {}) }
    expect((await admin.patch(path + query, data)).status).toBe(200)
    for (const late of [
      await admin.patch(path + query, { ...data, title: 'Late' }, on(tag)),
      await admin.delete(path, on(tag)),
    ]) {
      expect(late.status).toBe(412)
      expect(late.body.errors[0].data.code).toBe('precondition_failed')
      expect(late.body.errors[0].message).toContain('If-Match')
    }
    expect((await editor.get(`${path}?draft=true`)).body.title).toBe('First')
  })

  test('never matches a weak tag', async () => {
    const { path, tag } = await make()
    expect((await admin.patch(path, { title: 'Weakly' }, on(`W/${tag}`))).status).toBe(412)
  })

  test.each(['x', '"open', '"a" "b"', '*, "a"', '', ','])(
    'that is none is a mistake: %s',
    async (tag) => {
      const { path } = await make()
      const answer = await admin.patch(path, { title: 'Not changed' }, on(tag))
      expect(answer.status).toBe(400)
      expect(answer.body.errors[0].message).toContain('accepted')
    },
  )

  test('is taken for one document alone', async () => {
    const { tag } = await make('Bulk')
    const where = '/api/demands?where[title][equals]=Bulk'
    expect((await admin.patch(where, { title: 'All' }, on(tag))).status).toBe(400)
    expect((await admin.delete(where, on(tag))).status).toBe(400)
  })

  test('tells nothing to who may not write', async () => {
    const { path } = await make()
    for (const tag of ['"wrong"', '*']) {
      expect((await service.reader.patch(path, { title: 'x' }, on(tag))).status).toBe(403)
      expect((await editor.delete('/api/demands/000000000000000000000000', on(tag))).status).toBe(
        (await editor.delete('/api/demands/000000000000000000000000')).status,
      )
    }
  })

  test('leaves the file of a picture alone when it is refused', async () => {
    const form = async () => uploadForm(await picture(), 'kept.png', { alt: 'A picture' })
    const made = await admin.post('/api/media', await form())
    const { id, url } = made.body.doc
    expect(made.status).toBe(201)
    const late = await admin.patch(`/api/media/${id}`, await form(), on('"old"'))
    expect(late.status).toBe(412)
    expect((await admin.get(url)).status).toBe(200)
    const changed = await admin.patch(`/api/media/${id}`, await form(), on(tagOf(made)))
    expect(changed.status).toBe(200)
  })
})

test('of a hundred at once, to two servers where one database takes them, one is done', async () => {
  const other = service.settings.database.kind === 'mongodb' ? await beside.as('reviewer') : admin
  for (const query of ['', '?draft=true']) {
    const { path, tag } = await make('Raced for')
    const data = query === '' ? { _status: 'published' } : {}
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        (n % 2 ? admin : other).patch(path + query, { ...data, title: `Runner ${n}` }, on(tag)),
      ),
    )
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([200, ...Array(99).fill(412)])
    const winner = answers.find(({ status }) => status === 200)?.body.doc.title
    expect((await admin.get(`${path}?draft=true`)).body.title).toBe(winner)
  }
})
