import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { holdsDocuments, importSampleCampaign } from '../../seed/sample-campaign.ts'
import { strictReview } from '../support/review.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService(strictReview)
})
afterAll(() => service.stop())

it('readers find the sample campaign in both languages', async () => {
  expect(await holdsDocuments(service.payload)).toBe(false)
  await importSampleCampaign(service.payload)
  expect(await holdsDocuments(service.payload)).toBe(true)

  const path = '/api/campaigns/slug/no-cloud-for-deportations?depth=1&locale='
  for (const [locale, title, heading] of [
    ['en', 'No cloud for deportations', 'What we ask'],
    ['es', 'Ninguna nube para las deportaciones', 'Qué pedimos'],
  ]) {
    const { body, status } = await service.reader.get(path + locale)
    expect(status).toBe(200)
    expect(body).toMatchObject({ title, hashtag: '#NoTechForICE' })
    expect(body.sections[2]).toMatchObject({ heading, items: [{}, {}] })
    const claims = await service.reader.get('/api/claims?depth=1')
    expect(claims.body.totalDocs).toBe(6)
    for (const { evidence } of claims.body.docs) {
      expect(evidence.at(-1)).toMatchObject({
        locator: 'the one-pager',
        source: { kind: 'report' },
      })
    }
  }
})

it('a second import changes nothing', async () => {
  const reports = await importSampleCampaign(service.payload)
  for (const { counts } of reports) {
    for (const { created, updated, published } of Object.values(counts)) {
      expect({ created, updated, published }).toEqual({ created: 0, updated: 0, published: 0 })
    }
  }
})

it('a document in the trash is something in the database', async () => {
  const fresh = await startService()
  onTestFinished(fresh.stop)
  const { payload } = fresh
  const data = { title: 'T' }
  const { id } = await payload.create({ collection: 'campaigns', data, draft: true })
  const deletedAt = new Date().toISOString()
  await payload.update({ collection: 'campaigns', id, data: { deletedAt } })
  expect(await holdsDocuments(payload)).toBe(true)
})

it('what was public and is deleted leaves its trace: the sample does not come back', async () => {
  const { payload } = service
  for (const collection of ['campaigns', 'claims', 'demands', 'resources'] as const) {
    await payload.delete({ collection, where: { id: { exists: true } } })
  }
  expect(await holdsDocuments(payload)).toBe(true)
})
