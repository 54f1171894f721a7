import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
})
afterAll(() => service.stop())

const published = { _status: 'published' }

/** A claim that is published, and has a newer draft. */
async function changed(statement: string): Promise<{ path: string; bulk: string }> {
  const { body } = await admin.post('/api/claims', { statement, ...published })
  const path = `/api/claims/${body.doc.id}`
  await admin.patch(`${path}?draft=true`, { statement: `${statement}, in a draft` })
  await admin.patch(`${path}?draft=true&locale=es`, { statement: 'Borrador' })
  return { path, bulk: `/api/claims?where[id][equals]=${body.doc.id}` }
}

const newest = async (path: string) =>
  (await admin.get(`${path}?draft=true&locale=all&depth=0`)).body

describe('many documents are changed as one is: on their newest version', () => {
  test('published, with the edits of the draft', async () => {
    const { bulk, path } = await changed('Published')
    const answer = await admin.patch(bulk, { figures: [{ value: 1 }], ...published })
    expect([answer.status, answer.body.docs.length]).toEqual([200, 1])
    const statement = { en: 'Published, in a draft', es: 'Borrador' }
    expect(await newest(path)).toMatchObject({ statement, figures: [{ value: 1 }], ...published })
    const { body } = await service.reader.get(path)
    expect(body).toMatchObject({ statement: statement.en, figures: [{ value: 1 }] })
  })

  test('unpublished, and the draft stays', async () => {
    const { bulk, path } = await changed('Unpublished')
    expect((await admin.patch(bulk, { _status: 'draft' })).status).toBe(200)
    const statement = { en: 'Unpublished, in a draft', es: 'Borrador' }
    expect(await newest(path)).toMatchObject({ statement, _status: 'draft' })
    expect((await service.reader.get(path)).status).toBe(410)
  })

  test('asked what is meant where a draft is newer and nothing is said', async () => {
    const { bulk, path } = await changed('Unsaid')
    const { body, status } = await admin.patch(bulk, { figures: [{ value: 1 }] })
    expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(/newer draft/)])
    expect((await newest(path)).statement.en).toBe('Unsaid, in a draft')
  })

  test('a draft that was never published keeps what was written since it was made', async () => {
    const { body } = await admin.post('/api/claims?draft=true', { statement: 'First' })
    const path = `/api/claims/${body.doc.id}`
    await admin.patch(`${path}?draft=true`, { statement: 'Second' })
    const bulk = `/api/claims?where[id][equals]=${body.doc.id}`
    expect((await admin.patch(bulk, { figures: [{ value: 1 }] })).status).toBe(200)
    expect(await newest(path)).toMatchObject({
      statement: { en: 'Second' },
      figures: [{ value: 1 }],
      _status: 'draft',
    })
  })

  test('through the Local API as well', async () => {
    const { path } = await changed('Locally')
    const where = { id: { equals: path.split('/').at(-1) } }
    await service.payload.update({ collection: 'claims', where, data: { _status: 'published' } })
    expect((await service.reader.get(path)).body.statement).toBe('Locally, in a draft')
  })
})
