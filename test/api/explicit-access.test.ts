import { afterAll, beforeAll, expect, test } from 'vitest'
import { collections } from '../../collections/index.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

test('every collection says who may do what', () => {
  for (const { slug, access, versions, auth } of collections) {
    const needed = ['create', 'read', 'update', 'delete']
    if (versions) needed.push('readVersions')
    if (auth) needed.push('admin', 'unlock')
    expect(Object.keys(access ?? {}), slug).toEqual(expect.arrayContaining(needed))
  }
})

test("nobody who is not an editor gets into Payload's own collections, or writes anywhere", async () => {
  const own = new Set(collections.map(({ slug }) => slug))
  for (const { slug, access } of service.payload.config.collections) {
    for (const user of [null, { id: '1', collection: 'partners' }]) {
      const args = { req: { user, payload: service.payload } } as never
      const may = async (operation: 'create' | 'read' | 'update' | 'delete') =>
        Boolean(await access[operation](args))
      for (const operation of ['create', 'update', 'delete'] as const) {
        expect.soft(await may(operation), `${operation} ${slug}`).toBe(false)
      }
      if (!own.has(slug)) expect.soft(await may('read'), `read ${slug}`).toBe(false)
    }
  }
})

test('every job is for editors', async () => {
  const { access } = service.payload.config.jobs
  for (const operation of ['run', 'queue', 'cancel'] as const) {
    const args = { req: { user: { id: '1', collection: 'partners' } } } as never
    expect(await access?.[operation]?.(args), operation).toBe(false)
  }
})
