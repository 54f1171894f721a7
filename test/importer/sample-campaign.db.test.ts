import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { holdsDocuments, importSampleCampaign } from '../../seed/sample-campaign.ts'
import { parseFlyer } from '../../src/importer/read/parse-flyer.ts'
import { writeFlyer } from '../../src/importer/write/write-flyer.ts'
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

it('what lacks evidence is imported as a draft, and the import says so', async () => {
  const markdown =
    '# Rents\n\n- **Rents rose:** by a tenth. ([source](https://example.org/rents "p. 12"))\n- **Wages fell:** by a fifth.'
  const write = (text: string) =>
    writeFlyer(service.payload, parseFlyer(text), { locale: 'en', publish: true })
  const first = await write(markdown)
  expect(first.counts.claims).toEqual({
    ...{ created: 2, updated: 0, published: 1, unchanged: 0 },
    'kept back': 1,
  })
  expect(first.warnings).toEqual([
    expect.stringMatching(/^"Wages fell" stays a draft\. .*evidence/),
  ])
  const statements = async () => {
    const { body } = await service.reader.get('/api/claims?where[campaign.slug][equals]=rents')
    return body.docs.map((doc: { statement: string }) => doc.statement)
  }
  expect(await statements()).toEqual(['Rents rose'])

  const reworded = markdown.replace('by a fifth.', 'by a quarter.')
  expect((await write(reworded)).counts.claims).toMatchObject({ updated: 1, 'kept back': 1 })
  const sourced = markdown.replace('by a fifth.', '[they say](https://example.org/wages "ch. 3")')
  expect((await write(sourced)).warnings).toEqual([])
  expect((await statements()).toSorted()).toEqual(['Rents rose', 'Wages fell'])
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
