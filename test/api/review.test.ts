import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  evidence,
  linesOf,
  make,
  mistakesIn,
  move,
  newest,
  stepsOf,
  strictReview,
} from '../support/review.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
let reviewer: Client
let editor: Client
let translator: Client
let source: string

beforeAll(async () => {
  service = await startService(strictReview)
  admin = await service.as('admin')
  reviewer = await service.as('reviewer')
  editor = await service.as('editor')
  translator = await service.as('translator')
  const data = { title: 'The report', _status: 'published' as const }
  source = (await service.payload.create({ collection: 'resources', data })).id
})
afterAll(() => service.stop())

const published = { _status: 'published' }
const idOf = async (client: Client) => (await client.get('/api/users/me')).body.user.id

/** A claim that may be published, as an editor has written it. */
const draft = async (client = editor) =>
  `claims/${await make(client, 'claims', { statement: 'Rents rose', ...evidence(source) })}`

const stateOf = async (path: string) => (await newest(admin, path)).review.state

describe('the way of a draft', () => {
  test('leads from the editor to the reviewer, back with a comment, and into the public', async () => {
    const path = await draft()
    expect(await stateOf(path)).toBe('draft')
    const sent = await move(editor, path, 'in-review', { comment: 'Please look.' })
    expect(sent.status, sent.text).toBe(200)
    expect(sent.body.review).toMatchObject({ state: 'in-review', writtenBy: await idOf(editor) })

    const bare = await move(reviewer, path, 'draft')
    expect(bare.status).toBe(400)
    expect(mistakesIn(bare.body).comment).toMatch(/what is to be changed/)
    const asked = await move(reviewer, path, 'draft', { comment: 'Which rents?' })
    expect(asked.body.review.state).toBe('draft')
    await editor.patch(`/api/${path}?draft=true`, { statement: 'Rents of flats rose' })
    await move(editor, path, 'in-review')
    const approved = await move(reviewer, path, 'approved')
    expect(approved.body.review).toMatchObject({
      state: 'approved',
      approvedBy: await idOf(reviewer),
    })
    expect((await service.reader.get(`/api/${path}`)).status).toBe(404)
    expect((await reviewer.patch(`/api/${path}`, published)).status).toBe(200)
    expect((await service.reader.get(`/api/${path}`)).body.statement).toBe('Rents of flats rose')

    const lines = await linesOf(editor, path)
    expect(lines.map(({ step, byName, comment }) => [step, byName, comment])).toEqual([
      ['created', 'editor', null],
      ['sent-to-review', 'editor', 'Please look.'],
      ['changes-requested', 'reviewer', 'Which rents?'],
      ['sent-to-review', 'editor', null],
      ['approved', 'reviewer', null],
      ['published', 'reviewer', null],
    ])
    const versions = await admin.get(`/api/claims/versions?where[parent][equals]=${path.slice(7)}`)
    const known = versions.body.docs.map((one: { id: string }) => one.id)
    for (const { version } of lines) expect(known).toContain(version)
  })

  test('is open to every kind of content', async () => {
    for (const collection of ['campaigns', 'demands', 'resources']) {
      const path = `${collection}/${await make(editor, collection, { title: 'A title' })}`
      expect((await move(editor, path, 'in-review')).status).toBe(200)
      expect((await move(reviewer, path, 'approved')).status).toBe(200)
      expect((await reviewer.patch(`/api/${path}`, published)).status).toBe(200)
      expect(await stepsOf(admin, path)).toEqual([
        'created',
        'sent-to-review',
        'approved',
        'published',
      ])
    }
  })

  test('is not gone by those who may not', async () => {
    const path = await draft()
    for (const client of [editor, translator]) {
      const { status, body } = await move(client, path, 'approved')
      expect(status).toBe(403)
      expect(body.errors[0].message).toMatch(/role reviewer or admin/)
    }
    expect((await move(service.reader, path, 'in-review')).status).toBe(403)
    expect((await move(translator, path, 'in-review')).status).toBe(200)
    expect((await move(editor, path, 'draft')).body.review.state).toBe('draft')
    expect(await stepsOf(admin, path)).toEqual(['created', 'sent-to-review', 'taken-back'])
  })

  test('has no steps that there are none of', async () => {
    const path = await draft()
    const cases: [object, RegExp][] = [
      [{ to: 'published' }, /draft, in-review, approved/],
      [{}, /draft, in-review, approved/],
      [{ to: ['draft'] }, /draft, in-review, approved/],
      [{ to: 'in-review', comment: 7 }, /at most 5000/],
      [{ to: 'in-review', comment: 'x'.repeat(5001) }, /at most 5000/],
      [{ to: 'in-review', updatedAt: 5 }, /updatedAt of the newest/],
      [{ to: 'draft' }, /there already/],
    ]
    for (const [body, message] of cases) {
      const answer = await reviewer.post(`/api/${path}/review`, body)
      expect(answer.status, JSON.stringify(body)).toBe(400)
      expect(answer.text).toMatch(message)
    }
    for (const data of ['{', '[]', '"draft"', 'null']) {
      const headers = { 'Content-Type': 'application/json' }
      const { status } = await reviewer.post(`/api/${path}/review`, data, { headers })
      expect(status, data).toBe(400)
    }
    expect((await move(reviewer, `claims/${'0'.repeat(24)}`, 'draft')).status).toBe(404)
    expect((await move(reviewer, 'claims/nothing', 'draft')).status).toBe(404)
    await reviewer.patch(`/api/${path}`, published)
    const late = await move(reviewer, path, 'approved')
    expect(late.status).toBe(400)
    expect(late.body.errors[0].message).toMatch(/nothing to review/)
  })

  test('is told to whoever looked at an older draft', async () => {
    const path = await draft()
    const { updatedAt } = await newest(reviewer, path)
    await editor.patch(`/api/${path}?draft=true`, { statement: 'Something else' })
    const { status, body } = await move(reviewer, path, 'approved', { updatedAt })
    expect(status).toBe(409)
    expect(body.errors[0].message).toMatch(/changed since/)
    const now = (await newest(reviewer, path)).updatedAt
    expect((await move(reviewer, path, 'approved', { updatedAt: now })).status).toBe(200)
  })

  test('cannot be forged by what a client saves', async () => {
    const path = await draft()
    const review = { state: 'approved', approvedBy: await idOf(reviewer), writtenBy: null }
    for (const query of ['?draft=true', '?draft=true&autosave=true', '?draft=true&locale=es']) {
      await reviewer.patch(`/api/${path}${query}`, { review })
      await editor.patch(`/api/${path}${query}`, { review, statement: `As said ${query}` })
      expect((await newest(admin, path)).review, query).toMatchObject({
        state: 'draft',
        writtenBy: await idOf(editor),
        approvedBy: null,
      })
    }
  })
})

describe('what was approved', () => {
  test('is what is published: an edit takes the approval back, an assignment does not', async () => {
    const path = await draft()
    await move(reviewer, path, 'approved')
    await editor.patch(`/api/${path}?draft=true`, { review: { assignee: await idOf(reviewer) } })
    expect(await stateOf(path)).toBe('approved')
    await editor.patch(`/api/${path}?draft=true&autosave=true`, { statement: 'Rents fell' })
    expect((await newest(admin, path)).review).toMatchObject({ state: 'draft', approvedBy: null })
    expect(await stepsOf(admin, path)).toEqual([
      'created',
      'approved',
      'assigned',
      'edited-after-approval',
    ])
  })

  test('stays published while its next version is in review', async () => {
    const path = await draft()
    await reviewer.patch(`/api/${path}`, published)
    await editor.patch(`/api/${path}?draft=true`, { statement: 'Rents doubled' })
    expect(await stateOf(path)).toBe('draft')
    for (const [client, to] of [
      [editor, 'in-review'],
      [reviewer, 'approved'],
    ] as const) {
      expect((await move(client, path, to)).status).toBe(200)
      const { body } = await service.reader.get(`/api/${path}`)
      expect(body).toMatchObject({ statement: 'Rents rose', _status: 'published' })
      expect(body).not.toHaveProperty('review')
    }
    await reviewer.patch(`/api/${path}`, published)
    expect((await service.reader.get(`/api/${path}`)).body.statement).toBe('Rents doubled')
  })

  test('is edited in review without leaving it', async () => {
    const path = await draft()
    await move(editor, path, 'in-review')
    await editor.patch(`/api/${path}?draft=true`, { statement: 'Rents rose by a tenth' })
    expect(await stateOf(path)).toBe('in-review')
  })

  test('comes back as an earlier version, which needs no other approval', async () => {
    const path = await draft()
    await reviewer.patch(`/api/${path}`, published)
    const where = `where[parent][equals]=${path.slice(7)}&where[version._status][equals]=published`
    const { body } = await reviewer.get(`/api/claims/versions?${where}`)
    await editor.patch(`/api/${path}?draft=true`, { statement: 'Worse' })
    await move(admin, path, 'approved')
    await admin.patch(`/api/${path}`, published)
    const restored = await reviewer.post(`/api/claims/versions/${body.docs[0].id}`)
    expect(restored.status, restored.text).toBe(200)
    expect((await service.reader.get(`/api/${path}`)).body.statement).toBe('Rents rose')
    expect((await stepsOf(admin, path)).slice(-2)).toEqual(['version-restored', 'published'])
  })
})

describe('what one wrote oneself', () => {
  test('is approved by somebody else', async () => {
    const path = await draft(reviewer)
    for (const attempt of [
      move(reviewer, path, 'approved'),
      reviewer.patch(`/api/${path}`, published),
      reviewer.patch(`/api/${path}?draft=true`, published),
      reviewer.post('/api/claims', { statement: 'Mine', ...evidence(source), ...published }),
    ]) {
      const { status, body } = await attempt
      expect(status).toBe(403)
      expect(body.errors[0].message).toMatch(/You wrote this last/)
    }
    const bulk = await reviewer.patch(`/api/claims?where[id][equals]=${path.slice(7)}`, published)
    expect(bulk.body.errors[0].message).toMatch(/You wrote this last/)
    expect((await service.reader.get(`/api/${path}`)).status).toBe(404)
    expect((await admin.patch(`/api/${path}`, published)).status).toBe(200)
    const changed = { statement: 'Rents rose again', ...published }
    expect((await reviewer.patch(`/api/${path}`, changed)).status).toBe(403)
    expect((await reviewer.patch(`/api/${path}`, { _status: 'draft' })).status).toBe(200)
  })

  test('is approved by an admin who says why', async () => {
    const path = await draft(admin)
    expect((await admin.patch(`/api/${path}`, published)).status).toBe(403)
    const bare = await move(admin, path, 'approved')
    expect(mistakesIn(bare.body).comment).toMatch(/why you approve/)
    const comment = 'Nobody else is here today.'
    expect((await move(admin, path, 'approved', { comment })).status).toBe(200)
    expect((await admin.patch(`/api/${path}`, published)).status).toBe(200)
    expect((await linesOf(admin, path))[1]).toMatchObject({ step: 'approved', comment })
  })

  test('is published by whoever is the only one who may, as in a new installation', async () => {
    const alone = await startService({ ...strictReview, HANDBILL_EVIDENCE_REQUIRED: 'false' })
    try {
      const only = await alone.as('admin')
      await alone.as('editor')
      const first = await make(only, 'campaigns', { title: 'The first', ...published })
      expect((await alone.reader.get(`/api/campaigns/${first}`)).status).toBe(200)
      await alone.as('reviewer')
      const second = await only.post('/api/campaigns', { title: 'The second', ...published })
      expect(second.status).toBe(403)
    } finally {
      await alone.stop()
    }
  })

  test('is approved where the setting allows it', async () => {
    const open = await startService({ ...strictReview, HANDBILL_OWN_APPROVAL: 'true' })
    try {
      const [client] = await Promise.all([open.as('reviewer'), open.as('admin')])
      const path = `campaigns/${await make(client, 'campaigns', { title: 'Mine' })}`
      expect((await move(client, path, 'approved')).status).toBe(200)
    } finally {
      await open.stop()
    }
  })
})

describe('the history', () => {
  test('tells of everything that is done with a document', async () => {
    const path = await draft()
    await reviewer.patch(`/api/${path}`, published)
    await reviewer.patch(`/api/${path}`, { _status: 'draft' })
    await reviewer.patch(`/api/${path}`, { deletedAt: new Date().toISOString() })
    await reviewer.patch(`/api/${path}?trash=true`, { deletedAt: null })
    await reviewer.delete(`/api/${path}`)
    expect(await stepsOf(admin, path)).toEqual([
      'created',
      'published',
      'unpublished',
      'trashed',
      'restored',
      'deleted',
    ])
  })

  test('is written and changed by nobody', async () => {
    const path = await draft()
    const [line] = (await admin.get(`/api/history?where[document][equals]=${path.slice(7)}`)).body
      .docs
    const data = { step: 'approved', of: 'claims', document: path.slice(7), at: line.at }
    for (const client of [admin, reviewer, service.reader]) {
      for (const attempt of [
        client.post('/api/history', data),
        client.patch(`/api/history/${line.id}`, { step: 'approved' }),
        client.patch('/api/history?where[id][exists]=true', { step: 'approved' }),
        client.delete(`/api/history/${line.id}`),
        client.delete('/api/history?where[id][exists]=true'),
      ]) {
        expect((await attempt).status).toBe(403)
      }
    }
    const { payload } = service
    await expect(payload.delete({ collection: 'history', id: line.id })).rejects.toThrow(/server/)
    const change = { step: 'approved' as const }
    const update = payload.update({ collection: 'history', data: change, id: line.id })
    await expect(update).rejects.toThrow(/server/)
    const create = payload.create({ collection: 'history', data: data as never })
    await expect(create).rejects.toThrow(/server/)
    expect((await admin.get(`/api/history/${line.id}`)).body).toEqual(line)
    expect((await service.reader.get('/api/history')).status).toBe(403)
  })

  test('has no line of what was refused', async () => {
    const path = await draft(reviewer)
    await reviewer.patch(`/api/${path}`, published)
    await move(editor, path, 'approved')
    expect(await stepsOf(admin, path)).toEqual(['created'])
  })

  test('keeps the name of whoever is gone', async () => {
    const account = { email: 'gone@example.org', password: 'a long password', role: 'reviewer' }
    const { body } = await admin.post('/api/users', { ...account, name: 'Gone' })
    const token = (await service.reader.post('/api/users/login', account)).body.token
    const gone = service.with({ Authorization: `JWT ${token}` })
    const path = await draft(gone)
    await editor.patch(`/api/${path}?draft=true`, {
      review: { assignee: body.doc.id },
      verification: { status: 'verified' },
      statement: 'By the editor',
    })
    await gone.patch(`/api/${path}`, published)
    await gone.post('/api/comments', { of: 'claims', document: path.slice(7), text: 'Good.' })
    expect((await admin.delete(`/api/users/${body.doc.id}`)).status).toBe(200)
    const [line] = await linesOf(admin, path)
    expect(line).toMatchObject({ byName: 'Gone', step: 'created' })
    expect((await admin.get(`/api/${path}`)).body.statement).toBe('By the editor')
    const again = await editor.patch(`/api/${path}?draft=true`, { statement: 'Once more' })
    expect(again.status, again.text).toBe(200)
  })
})

describe('comments', () => {
  const on = (path: string) => {
    const [of, document] = path.split('/')
    return { of, document }
  }

  test('are written by editors and changed by their authors', async () => {
    const path = await draft()
    const data = { ...on(path), field: 'evidence.0.locator', text: 'Which page?' }
    const id = await make(reviewer, 'comments', { ...data, author: await idOf(editor) })
    const kept = (await editor.get(`/api/comments/${id}?depth=0`)).body
    expect(kept).toMatchObject({ ...data, author: await idOf(reviewer), resolved: false })
    for (const client of [editor, admin]) {
      expect((await client.patch(`/api/comments/${id}`, { text: 'Mine' })).status).toBe(403)
    }
    expect((await editor.delete(`/api/comments/${id}`)).status).toBe(403)
    const moved = { text: 'Which page exactly?', document: 'elsewhere', of: 'demands' }
    expect((await reviewer.patch(`/api/comments/${id}`, moved)).status).toBe(200)
    expect((await editor.get(`/api/comments/${id}?depth=0`)).body).toMatchObject({
      ...on(path),
      text: 'Which page exactly?',
    })
  })

  test('are resolved by anybody of the editors, and opened again', async () => {
    const path = await draft()
    const id = await make(reviewer, 'comments', { ...on(path), text: 'Done?' })
    const resolved = await editor.patch(`/api/comments/${id}?depth=0`, { resolved: true })
    expect(resolved.body.doc).toMatchObject({ resolved: true, resolvedBy: await idOf(editor) })
    const same = await admin.patch(`/api/comments/${id}?depth=0`, { resolved: true })
    expect(same.body.doc.resolvedBy).toBe(await idOf(editor))
    const open = await translator.patch(`/api/comments/${id}?depth=0`, { resolved: false })
    expect(open.body.doc).toMatchObject({ resolved: false, resolvedBy: null, resolvedAt: null })
  })

  test('are on what there is', async () => {
    const path = await draft()
    const wrong: [object, string][] = [
      [{ ...on(path), document: 'nothing', text: 'x' }, 'document'],
      [{ ...on(path), of: 'users', text: 'x' }, 'of'],
      [{ ...on(path), field: 'nothing', text: 'x' }, 'field'],
      [{ ...on(path), text: '' }, 'text'],
      [{ ...on(path), text: 'x'.repeat(5001) }, 'text'],
      [{ text: 'x' }, 'of'],
    ]
    for (const [data, field] of wrong) {
      const { status, body } = await editor.post('/api/comments', data)
      expect(status, field).toBe(400)
      expect(Object.keys(mistakesIn(body))).toContain(field)
    }
  })

  test("are nobody's but the editors'", async () => {
    const path = await draft()
    await make(reviewer, 'comments', { ...on(path), text: 'Between us' })
    for (const address of ['/api/comments', '/api/comments/count']) {
      expect((await service.reader.get(address)).status).toBe(403)
    }
    expect((await service.reader.post('/api/comments', { ...on(path), text: 'x' })).status).toBe(
      403,
    )
    const { text } = await service.reader.graphql('{ __schema { types { name } } }')
    expect(text).not.toMatch(/"Comment|"History/)
  })

  test('go with their document', async () => {
    const path = await draft()
    const id = await make(reviewer, 'comments', { ...on(path), text: 'Bye' })
    await admin.delete(`/api/${path}`)
    expect((await admin.get(`/api/comments/${id}`)).status).toBe(404)
  })
})
