import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  evidence,
  linesOf,
  make,
  makeSource,
  mistakesIn,
  newest,
  stepsOf,
  strictReview,
} from '../support/review.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
let reviewer: Client
let editor: Client
let source: string

beforeAll(async () => {
  service = await startService(strictReview)
  admin = await service.as('admin')
  reviewer = await service.as('reviewer')
  editor = await service.as('editor')
  source = await service.payload
    .create({ collection: 'resources', data: { title: 'The report', _status: 'published' } })
    .then(({ id }) => id)
})
afterAll(() => service.stop())

const published = { _status: 'published' }

const draftClaim = (more: object = {}) =>
  make(editor, 'claims', { statement: 'Rents rose', ...more })

const isPublic = async (id: string) =>
  (await service.reader.get(`/api/claims/${id}`)).status === 200

describe('a claim without evidence', () => {
  test('is not published in any way, and the answer says what is missing', async () => {
    const id = await draftClaim()
    const path = `/api/claims/${id}`
    const ways = [
      reviewer.patch(path, published),
      admin.patch(path, published),
      reviewer.patch(`${path}?draft=true`, published),
      reviewer.patch(`${path}?publishAllLocales=true`, published),
      reviewer.patch(`${path}?publishSpecificLocale=en`, published),
      reviewer.post('/api/claims', { statement: 'At once', ...published }),
    ]
    for (const way of ways) {
      const { status, body } = await way
      expect.soft(status).toBe(400)
      const mistakes = mistakesIn(body)
      expect.soft(mistakes.evidence ?? mistakes._status).toBeDefined()
    }
    const { body } = await reviewer.patch(path, published)
    expect(mistakesIn(body).evidence).toMatch(/at least one.*admin’s reason/)

    const bulk = await reviewer.patch(`/api/claims?where[id][equals]=${id}`, published)
    expect(bulk.body.docs).toEqual([])
    expect(bulk.body.errors).toHaveLength(1)
    const query = `mutation { updateClaim(id: "${id}", data: { _status: published }) { id } }`
    const graphql = await reviewer.graphql(query)
    expect(JSON.stringify(graphql.body.errors)).toMatch(/A claim is published with evidence/)
    const local = service.payload.update({
      collection: 'claims',
      data: { _status: 'published' },
      id,
    })
    await expect(local).rejects.toThrow(/evidence/i)
    expect(await isPublic(id)).toBe(false)
    expect(await stepsOf(admin, `claims/${id}`)).toEqual(['created'])
  })

  test('is told in Spanish to whoever reads Spanish', async () => {
    const id = await draftClaim()
    const headers = { 'Accept-Language': 'es' }
    const { body } = await reviewer.patch(`/api/claims/${id}`, published, { headers })
    expect(mistakesIn(body).evidence).toMatch(/se publica con pruebas/)
    const wrong = { url: 'nowhere', language: 'English', slug: 'No Slug' }
    const draft = await make(editor, 'resources?draft=true', { title: 'X', ...wrong })
    const refused = await reviewer.patch(`/api/resources/${draft}`, published, { headers })
    const said = mistakesIn(refused.body)
    expect(Object.keys(said).sort()).toEqual(['language', 'slug', 'url'])
    for (const message of Object.values(said)) expect(message).toMatch(/^Se acepta: /)
    const mayNot = await editor.patch(`/api/claims/${id}`, published, { headers })
    expect(mayNot.body.errors[0].message).toMatch(/^Su rol no puede cambiar/)
  })

  test('is not published at a set time: the history says why, and nothing else changes', async () => {
    const id = await draftClaim()
    const before = await newest(admin, `claims/${id}`)
    const user = (await admin.get('/api/users/me')).body.user.id
    const { payload } = service
    await payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        doc: { relationTo: 'claims', value: id },
        type: 'publish',
        user: { relationTo: 'users', value: user },
      } as never,
    })
    await payload.jobs.run()
    expect(await isPublic(id)).toBe(false)
    expect(await newest(admin, `claims/${id}`)).toEqual(before)
    const [, refused] = await linesOf(admin, `claims/${id}`)
    expect(refused).toMatchObject({ step: 'publishing-refused', byName: 'admin' })
    expect(refused?.comment).toMatch(/A claim is published with evidence/)
  })

  test('is not published by restoring a version', async () => {
    const id = await draftClaim(evidence(source))
    expect((await reviewer.patch(`/api/claims/${id}`, published)).status).toBe(200)
    const where = `where[parent][equals]=${id}&sort=-updatedAt&depth=0`
    const { body } = await admin.get(`/api/claims/versions?${where}`)
    const version = body.docs[0].id
    // As it might have been published before there was a rule.
    const { db } = service.payload
    const [stored] = (
      await db.findVersions({
        collection: 'claims',
        where: { id: { equals: version } },
        limit: 1,
        locale: 'all',
      })
    ).docs
    const { id: _, ...versionData } = stored as never as { id: string; version: object }
    await db.updateVersion({
      collection: 'claims',
      id: version,
      versionData: { ...versionData, version: { ...versionData.version, evidence: [] } } as never,
    })
    const restored = await reviewer.post(`/api/claims/versions/${version}`)
    expect(restored.status).toBe(400)
    expect(mistakesIn(restored.body).evidence).toBeDefined()
    const after = await admin.get(`/api/claims/${id}?depth=0`)
    expect(after.body.evidence).toHaveLength(1)
  })

  test('does not come back from the trash into the public', async () => {
    const id = await draftClaim(evidence(source))
    await reviewer.patch(`/api/claims/${id}`, published)
    await reviewer.patch(`/api/claims/${id}`, { deletedAt: new Date().toISOString() })
    await service.payload.db.updateOne({ collection: 'claims', id, data: { evidence: [] } })
    const back = await reviewer.patch(`/api/claims/${id}?trash=true`, {
      deletedAt: null,
      evidence: [],
    })
    expect(back.status).toBe(400)
    expect(await isPublic(id)).toBe(false)
  })

  test('that is public does not lose its evidence', async () => {
    const id = await draftClaim(evidence(source))
    await reviewer.patch(`/api/claims/${id}`, published)
    const { status } = await reviewer.patch(`/api/claims/${id}`, { evidence: [], ...published })
    expect(status).toBe(400)
    expect((await service.reader.get(`/api/claims/${id}`)).body.evidence).toHaveLength(1)
  })
})

describe('evidence', () => {
  test('without a place in the source, or of a source that readers cannot see, is not enough', async () => {
    const draft = await make(editor, 'resources', { title: 'A draft' })
    const bare = await draftClaim({ evidence: [{ source }] })
    const first = await reviewer.patch(`/api/claims/${bare}`, published)
    expect(mistakesIn(first.body)['evidence.0.locator']).toMatch(/page, section, minute/)
    const hidden = await draftClaim(evidence(draft))
    const second = await reviewer.patch(`/api/claims/${hidden}`, published)
    expect(mistakesIn(second.body)['evidence.0.source']).toMatch(/a resource that is published/)

    await reviewer.patch(`/api/resources/${draft}`, published)
    expect((await reviewer.patch(`/api/claims/${hidden}`, published)).status).toBe(200)
    const { body } = await service.reader.get(`/api/claims/${hidden}`)
    expect(body.evidence).toMatchObject([{ locator: 'p. 12', source: { title: 'A draft' } }])
  })

  test('is not lost where only one language is published', async () => {
    const id = await draftClaim(evidence(source))
    const early = await reviewer.patch(`/api/claims/${id}?publishSpecificLocale=es`, published)
    expect(mistakesIn(early.body)._status).toMatch(/all its languages together/)
    await reviewer.patch(`/api/claims/${id}`, published)
    const saved = await editor.patch(`/api/claims/${id}?draft=true&locale=es`, {
      statement: 'Los alquileres subieron',
    })
    expect(saved.status).toBe(200)
    const later = await reviewer.patch(
      `/api/claims/${id}?publishSpecificLocale=es&locale=es`,
      published,
    )
    expect(later.status, later.text).toBe(200)
    const { body } = await service.reader.get(`/api/claims/${id}?locale=es`)
    expect(body).toMatchObject({
      statement: 'Los alquileres subieron',
      evidence: [{ locator: 'p. 12' }],
    })
  })

  test('figures are numbers with a unit and a day when they are published', async () => {
    const figures = [{ label: 'Rise', value: 10 }]
    const id = await draftClaim({ ...evidence(source), figures })
    const { body } = await reviewer.patch(`/api/claims/${id}`, published)
    expect(Object.keys(mistakesIn(body))).toEqual(['figures.0.unit', 'figures.0.asOf'])
    const whole = [{ label: 'Rise', value: 10, unit: '%', asOf: '2026-01-01T12:00:00.000Z' }]
    const mended = await editor.patch(`/api/claims/${id}?draft=true`, { figures: whole })
    expect(mended.status).toBe(200)
    expect((await reviewer.patch(`/api/claims/${id}`, published)).status).toBe(200)
  })
})

describe("an admin's reason", () => {
  test('publishes a claim without evidence, with who gave it and when', async () => {
    const id = await draftClaim()
    const publishedWithoutEvidence = { reason: 'Everybody can see it.', by: null, at: '2001-01-01' }
    const given = await admin.patch(`/api/claims/${id}?draft=true`, { publishedWithoutEvidence })
    const me = (await admin.get('/api/users/me')).body.user.id
    expect(given.body.doc.publishedWithoutEvidence.reason).toBe('Everybody can see it.')
    const kept = (await newest(admin, `claims/${id}`)).publishedWithoutEvidence
    expect(kept).toMatchObject({ reason: 'Everybody can see it.', by: me })
    expect(Date.now() - Date.parse(kept.at)).toBeLessThan(60_000)
    expect((await reviewer.patch(`/api/claims/${id}`, published)).status).toBe(200)
    const { body } = await service.reader.get(`/api/claims/${id}`)
    expect(body).not.toHaveProperty('publishedWithoutEvidence')
    expect(await stepsOf(admin, `claims/${id}`)).toEqual([
      'created',
      'published-without-evidence',
      'published',
    ])
  })

  test("is nobody else's to give", async () => {
    for (const client of [reviewer, editor]) {
      const id = await draftClaim()
      const publishedWithoutEvidence = { reason: 'I say so.' }
      await client.patch(`/api/claims/${id}?draft=true`, { publishedWithoutEvidence })
      const once = await reviewer.patch(`/api/claims/${id}`, {
        publishedWithoutEvidence,
        ...published,
      })
      expect(once.status).toBe(400)
      expect((await newest(admin, `claims/${id}`)).publishedWithoutEvidence.reason).toBeNull()
    }
  })
})

describe('retracting', () => {
  test('takes a reason, which readers see, and no evidence', async () => {
    const id = await draftClaim(evidence(source))
    await reviewer.patch(`/api/claims/${id}`, published)
    const verification = { status: 'retracted' }
    const bare = await editor.patch(`/api/claims/${id}?draft=true`, { verification })
    expect(bare.status, 'a draft waits for its reason').toBe(200)
    const refused = await reviewer.patch(`/api/claims/${id}`, published)
    expect(refused.status).toBe(400)
    expect(mistakesIn(refused.body)['verification.note']).toMatch(/why the claim is retracted/)

    const note = 'The figure was of one city.'
    await editor.patch(`/api/claims/${id}?draft=true`, {
      verification: { ...verification, note },
      evidence: [],
    })
    expect((await reviewer.patch(`/api/claims/${id}`, published)).status).toBe(200)
    const { body } = await service.reader.get(`/api/claims/${id}`)
    expect(body.verification).toMatchObject({ status: 'retracted', note })
    const page = await service.reader.get(`/claims/${body.slug}`)
    expect(page.text).toContain(note)
    const last = (await linesOf(admin, `claims/${id}`)).at(-1)
    expect(last).toMatchObject({ step: 'retracted', comment: note, byName: 'reviewer' })
    // Nothing is published by having been retracted.
    const never = await draftClaim({ verification: { status: 'retracted', note } })
    expect((await reviewer.patch(`/api/claims/${never}`, published)).status).toBe(400)
  })
})

describe('a check', () => {
  test('says who came to it and when, whatever a client sends', async () => {
    const id = await draftClaim(evidence(source))
    const forged = { verifiedBy: (await admin.get('/api/users/me')).body.user.id }
    const verification = { status: 'verified', verifiedOn: '2001-01-01T12:00:00.000Z', ...forged }
    await editor.patch(`/api/claims/${id}?draft=true`, { verification })
    const me = (await editor.get('/api/users/me')).body.user.id
    const first = (await newest(admin, `claims/${id}`)).verification
    expect(first.verifiedBy).toBe(me)
    expect(Date.now() - Date.parse(first.verifiedOn)).toBeLessThan(60_000)

    await admin.patch(`/api/claims/${id}?draft=true`, { statement: 'Rents rose much' })
    expect((await newest(admin, `claims/${id}`)).verification).toEqual(first)
    const again = { ...first, reviewBy: '2030-01-01T12:00:00.000Z' }
    await admin.patch(`/api/claims/${id}?draft=true`, { verification: again })
    expect((await newest(admin, `claims/${id}`)).verification.verifiedBy).toBe(forged.verifiedBy)
    await admin.patch(`/api/claims/${id}?draft=true`, { verification: { status: 'unverified' } })
    const none = (await newest(admin, `claims/${id}`)).verification
    expect(none).toMatchObject({ verifiedBy: null, verifiedOn: null })
  })

  test('may be brought along by the server’s own code', async () => {
    const verification = { status: 'verified' as const, verifiedOn: '2020-01-01T12:00:00.000Z' }
    const { payload } = service
    const req = await createLocalReq({}, payload)
    const data = { statement: 'Imported', verification }
    const { id } = await payload.create({ collection: 'claims', data, draft: true, req })
    expect((await newest(admin, `claims/${id}`)).verification).toMatchObject(verification)
  })
})

describe('a source that is withdrawn', () => {
  const withdrawals = {
    unpublished: (id: string) => reviewer.patch(`/api/resources/${id}`, { _status: 'draft' }),
    trashed: (id: string) =>
      reviewer.patch(`/api/resources/${id}`, { deletedAt: new Date().toISOString() }),
    deleted: (id: string) => reviewer.delete(`/api/resources/${id}`),
  }
  test.each(Object.entries(withdrawals))('flags the claims that rest on it: %s', async (_, go) => {
    const own = await service.payload.create({
      collection: 'resources',
      data: { title: 'Soon gone', _status: 'published' },
    })
    const id = await draftClaim(evidence(own.id))
    await reviewer.patch(`/api/claims/${id}`, published)
    const other = await draftClaim(evidence(source))
    const before = await service.reader.get(`/api/claims/${id}?depth=0`)
    expect((await go(own.id)).status).toBe(200)

    const list = '/api/claims?where[evidenceLost][equals]=true&depth=0&limit=100'
    for (const query of ['', '&draft=true']) {
      const { body } = await editor.get(list + query)
      const found = body.docs.map((doc: { id: string }) => doc.id)
      expect(found).toContain(id)
      expect(found).not.toContain(other)
    }
    const after = await service.reader.get(`/api/claims/${id}?depth=0`)
    expect(after.body.updatedAt).toBe(before.body.updatedAt)
    expect(after.body).not.toHaveProperty('evidenceLost')
    expect((await linesOf(admin, `claims/${id}`)).at(-1)).toMatchObject({
      step: 'source-withdrawn',
      comment: 'Soon gone',
    })
  })

  test('that comes back, or is replaced, takes the flag away', async () => {
    const { payload } = service
    const data = { title: 'To and fro', _status: 'published' as const }
    const own = await payload.create({ collection: 'resources', data })
    const id = await draftClaim(evidence(own.id))
    await reviewer.patch(`/api/claims/${id}`, published)
    const isLost = async () => (await newest(admin, `claims/${id}`)).evidenceLost
    await reviewer.patch(`/api/resources/${own.id}`, { _status: 'draft' })
    expect(await isLost()).toBe(true)
    await reviewer.patch(`/api/resources/${own.id}`, published)
    expect(await isLost()).toBe(false)

    await reviewer.patch(`/api/resources/${own.id}`, { _status: 'draft' })
    await editor.patch(`/api/claims/${id}?draft=true`, { statement: 'Rents rose a lot' })
    expect(await isLost()).toBe(true)
    await editor.patch(`/api/claims/${id}?draft=true`, evidence(source))
    expect(await isLost()).toBe(false)
  })
})

test('without the rule, claims are published as they are', async () => {
  const lenient = await startService()
  try {
    const client = await lenient.as('reviewer')
    const data = { statement: 'As it is', ...published }
    expect((await client.post('/api/claims', data)).status).toBe(201)
    await makeSource(client)
  } finally {
    await lenient.stop()
  }
})
