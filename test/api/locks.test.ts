import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let reviewer: Client
let editor: Client
let id: string
beforeAll(async () => {
  service = await startService()
  reviewer = await service.as('reviewer')
  editor = await service.as('editor')
  const { body } = await editor.post('/api/claims?draft=true', { statement: 'A claim' })
  id = body.doc.id
})
afterAll(() => service.stop())

const save = (client: Client, statement: string, query = '') =>
  client.patch(`/api/claims/${id}?autosave=true&draft=true${query}`, { statement })

/** Who is in the document, as another editor is told. */
async function writing(): Promise<string[]> {
  const { body } = await reviewer.get('/api/payload-locked-documents?depth=1')
  return body.docs.map((lock: { user: { value: { email: string } } }) => lock.user.value.email)
}

test('a form that saves itself keeps the document for who writes in it, by name', async () => {
  for (const statement of ['A better', 'A better claim']) {
    expect((await save(editor, statement)).status).toBe(200)
    expect(await writing()).toEqual(['editor'])
  }
  expect((await save(reviewer, 'Mine')).status).toBe(423)
  expect(await writing()).toEqual(['editor'])
  expect((await service.reader.get('/api/payload-locked-documents')).status).toBe(403)
})

test('who takes over is who is in it', async () => {
  expect((await save(reviewer, 'Mine', '&overrideLock=true')).status).toBe(200)
  expect(await writing()).toEqual(['reviewer'])
  expect((await save(editor, 'Mine again')).status).toBe(423)
})

test('who leaves, or saves it, is in it no longer', async () => {
  const left = await save(reviewer, 'The last letters', '&leaving=true')
  expect(left.body.doc.statement).toBe('The last letters')
  expect(await writing()).toEqual([])

  await save(editor, 'Once more')
  await editor.patch(`/api/claims/${id}?draft=true`, { statement: 'Saved' })
  expect(await writing()).toEqual([])
})
