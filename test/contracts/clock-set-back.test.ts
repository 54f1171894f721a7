import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
})
afterAll(() => service.stop())

/** What editors are shown of a demand, and the tag that says which state it is. */
async function shown(path: string) {
  const draft = await admin.get(`${path}?draft=true&depth=0`)
  const list = await admin.get('/api/demands?draft=true&depth=0')
  const where = `where[parent][equals]=${draft.body.id}&where[latest][equals]=true`
  const versions = await admin.get(`/api/demands/versions?${where}&depth=0`)
  return {
    titles: [draft.body.title, list.body.docs[0].title, versions.body.docs[0].version.title],
    newest: versions.body.totalDocs,
    tag: draft.headers.get('ETag'),
  }
}

test('editors are shown what was written last, also where the clock was set back meanwhile', async () => {
  const made = await admin.post('/api/demands', { title: 'Before', _status: 'published' })
  const path = `/api/demands/${made.body.doc.id}`
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000, shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  const tags = new Set([(await shown(path)).tag])
  for (const [title, query] of [
    ['A draft', '?draft=true'],
    ['Saved by itself', '?draft=true&autosave=true'],
    ['Saved again', '?draft=true&autosave=true'],
    ['Published', ''],
    ['Another draft', '?draft=true'],
  ] as const) {
    const data = { title, ...(query ? {} : { _status: 'published' }) }
    expect((await admin.patch(path + query, data)).status).toBe(200)
    const { newest, tag, titles } = await shown(path)
    expect([newest, titles]).toEqual([1, [title, title, title]])
    expect(tags).not.toContain(tag)
    tags.add(tag)
  }
})
