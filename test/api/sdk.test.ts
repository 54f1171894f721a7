import { PayloadSDK } from '@payloadcms/sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Config } from '../../collections/payload-types.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let reader: PayloadSDK<Config>
let editor: PayloadSDK<Config>

beforeAll(async () => {
  service = await startService()
  reader = new PayloadSDK<Config>({ baseURL: `${service.url}/api` })
  const account = { email: 'sdk@example.org', password: 'long enough' }
  await service.payload.create({
    collection: 'users',
    data: { ...account, name: 'SDK', role: 'reviewer' },
  })
  const { token } = await reader.login({ collection: 'users', data: account })
  const headers = { Authorization: `JWT ${token}` }
  editor = new PayloadSDK<Config>({ baseURL: `${service.url}/api`, baseInit: { headers } })
})
afterAll(() => service.stop())

describe("Payload's own client, unmodified", () => {
  test('writes, publishes and reads, typed', async () => {
    const campaign = await editor.create({
      collection: 'campaigns',
      data: { title: 'No cloud', _status: 'published' },
    })
    const claim = await editor.create({
      collection: 'claims',
      data: { statement: 'Over the SDK', campaign: campaign.id },
      draft: true,
    })
    await expect(reader.findByID({ collection: 'claims', id: claim.id })).rejects.toThrow(
      'Not Found',
    )

    await editor.update({ collection: 'claims', id: claim.id, data: { _status: 'published' } })
    const read = await reader.findByID({ collection: 'claims', id: claim.id, depth: 1 })
    expect(read).toMatchObject({ statement: 'Over the SDK', campaign: { title: 'No cloud' } })
  })

  test('finds with where, sort, select, limit and locale', async () => {
    const { docs, totalDocs } = await reader.find({
      collection: 'claims',
      where: { 'campaign.slug': { equals: 'no-cloud' } },
      sort: '-createdAt',
      select: { statement: true },
      limit: 5,
      locale: 'es',
    })
    expect(totalDocs).toBe(1)
    expect(docs).toEqual([{ id: expect.any(String), statement: 'Over the SDK' }])
    expect((await reader.count({ collection: 'claims' })).totalDocs).toBe(1)
  })

  test('shows versions to editors, and takes a document away', async () => {
    const { docs } = await editor.findVersions({ collection: 'claims' })
    expect(docs.length).toBeGreaterThan(1)
    const parent = docs[0]?.parent as string
    await editor.delete({ collection: 'claims', id: parent })
    expect((await reader.count({ collection: 'claims' })).totalDocs).toBe(0)
  })

  test('is told what it asked wrongly', async () => {
    const wrong = reader.find({ collection: 'claims', limit: 1000 })
    await expect(wrong).rejects.toMatchObject({
      status: 400,
      message: expect.stringMatching(/limit/),
    })
  })
})
