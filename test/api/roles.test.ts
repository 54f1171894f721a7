import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePartner } from '../support/partner.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let admin: Client
let reviewer: Client
let editor: Client
let translator: Client

beforeAll(async () => {
  service = await startService()
  admin = await service.as('admin')
  reviewer = await service.as('reviewer')
  editor = await service.as('editor')
  translator = await service.as('translator')
})
afterAll(() => service.stop())

const mayNotPublish = /role reviewer or admin/

async function make(statement: string, more: object = {}): Promise<string> {
  const { body } = await admin.post('/api/claims', { statement, ...more })
  return body.doc.id
}

const publicStatement = async (id: string) =>
  (await service.reader.get(`/api/claims/${id}`)).body.statement

describe('an editor', () => {
  test('writes drafts that readers do not see', async () => {
    const { status, body } = await editor.post('/api/claims', { statement: 'A draft' })
    expect(status).toBe(201)
    expect(body.doc._status).toBe('draft')
    expect((await service.reader.get(`/api/claims/${body.doc.id}`)).status).toBe(404)
  })

  test('cannot publish, neither at once nor later', async () => {
    const made = await editor.post('/api/claims', { statement: 'Out', _status: 'published' })
    expect(made.status).toBe(403)
    expect(made.body.errors[0].message).toMatch(mayNotPublish)

    const id = await make('Not yet')
    for (const query of [
      '',
      '?draft=true',
      '?publishAllLocales=true',
      '?publishSpecificLocale=en',
    ]) {
      const { status } = await editor.patch(`/api/claims/${id}${query}`, { _status: 'published' })
      expect.soft(status, query).toBe(403)
    }
    expect(await publicStatement(id)).toBeUndefined()
  })

  test('saves a draft of what is published, which stays as it is', async () => {
    const id = await make('As published', { _status: 'published' })
    const saved = await editor.patch(`/api/claims/${id}?draft=true`, { statement: 'Better' })
    expect(saved.status).toBe(200)
    expect(saved.body.doc).toMatchObject({ statement: 'Better', _status: 'draft' })
    expect(await publicStatement(id)).toBe('As published')
  })

  test('cannot change, unpublish, trash, delete or restore what is published', async () => {
    const id = await make('Stays', { _status: 'published' })
    const versions = await admin.get(`/api/claims/versions?where[parent][equals]=${id}`)
    const attempts = [
      editor.patch(`/api/claims/${id}`, { statement: 'Changed' }),
      editor.patch(`/api/claims/${id}`, { _status: 'draft' }),
      editor.patch(`/api/claims/${id}?unpublishAllLocales=true`, {}),
      editor.patch(`/api/claims/${id}`, { deletedAt: new Date().toISOString() }),
      editor.delete(`/api/claims/${id}`),
      editor.post(`/api/claims/versions/${versions.body.docs[0].id}`),
    ]
    for (const attempt of attempts) expect.soft((await attempt).status).toBe(403)
    const bulk = await editor.patch(`/api/claims?where[id][equals]=${id}`, { statement: 'Bulk' })
    expect(bulk.body.errors[0].message).toMatch(mayNotPublish)
    await editor.delete(`/api/claims?where[id][equals]=${id}`)
    expect(await publicStatement(id)).toBe('Stays')
  })

  test('cannot do over GraphQL what it cannot do over REST', async () => {
    const id = await make('Stays here too', { _status: 'published' })
    for (const data of ['{ statement: "Changed" }', '{ _status: draft }']) {
      const { body } = await editor.graphql(
        `mutation { updateClaim(id: "${id}", data: ${data}) { id } }`,
      )
      expect(body.errors[0].message).toMatch(mayNotPublish)
    }
    expect(await publicStatement(id)).toBe('Stays here too')
  })

  test('takes a draft of its own away', async () => {
    const id = await make('Short-lived')
    expect((await editor.delete(`/api/claims/${id}`)).status).toBe(200)
  })
})

describe('a reviewer', () => {
  test('publishes, changes, unpublishes and deletes', async () => {
    const id = await make('Reviewed')
    expect((await reviewer.patch(`/api/claims/${id}`, { _status: 'published' })).status).toBe(200)
    expect(await publicStatement(id)).toBe('Reviewed')
    await reviewer.patch(`/api/claims/${id}`, { statement: 'Reviewed again' })
    expect(await publicStatement(id)).toBe('Reviewed again')
    await reviewer.patch(`/api/claims/${id}`, { _status: 'draft' })
    expect(await publicStatement(id)).toBeUndefined()
    expect((await reviewer.delete(`/api/claims/${id}`)).status).toBe(200)
  })

  test('is asked what it means by an update that would unpublish unsaid', async () => {
    const id = await make('Public', { _status: 'published' })
    await editor.patch(`/api/claims/${id}?draft=true`, { statement: 'In the making' })
    const { status, body } = await reviewer.patch(`/api/claims/${id}`, { statement: 'Oops' })
    expect(status).toBe(400)
    expect(body.errors[0].message).toMatch(/newer draft/)
    expect(await publicStatement(id)).toBe('Public')
  })

  test('brings back an earlier version', async () => {
    const id = await make('First wording', { _status: 'published' })
    await reviewer.patch(`/api/claims/${id}`, { statement: 'Second wording' })
    const { body } = await reviewer.get(
      `/api/claims/versions?where[parent][equals]=${id}&where[version.statement][equals]=First wording`,
    )
    expect((await reviewer.post(`/api/claims/versions/${body.docs[0].id}`)).status).toBe(200)
    expect(await publicStatement(id)).toBe('First wording')
  })

  test('makes no accounts and no partners', async () => {
    const user = { name: 'X', email: 'x@example.org', password: 'long enough', role: 'admin' }
    expect((await reviewer.post('/api/users', user)).status).toBe(403)
    const partner = { name: 'X', contact: 'x@example.org' }
    expect((await reviewer.post('/api/partners', partner)).status).toBe(403)
    expect((await reviewer.get('/api/partners')).status).toBe(403)
    expect((await reviewer.get('/api/webhooks')).status).toBe(403)
  })
})

describe('a translator', () => {
  test('changes translated texts, in a draft', async () => {
    const figures = [{ label: 'Budget', value: 44, unit: 'billion dollars' }]
    const id = await make('The budget rose', { figures, _status: 'published' })
    const row = (await admin.get(`/api/claims/${id}`)).body.figures[0]
    const { status, body } = await translator.patch(`/api/claims/${id}?draft=true&locale=es`, {
      statement: 'El presupuesto subió',
      figures: [{ ...row, label: 'Presupuesto' }],
    })
    expect(status, JSON.stringify(body)).toBe(200)
    const draft = await admin.get(`/api/claims/${id}?draft=true&locale=es`)
    expect(draft.body.statement).toBe('El presupuesto subió')
    expect(draft.body.figures).toMatchObject([{ label: 'Presupuesto', value: 44 }])
    const english = await admin.get(`/api/claims/${id}?draft=true`)
    expect(english.body.figures).toMatchObject([{ label: 'Budget', value: 44 }])
    expect(await publicStatement(id)).toBe('The budget rose')
  })

  test('is told which other fields it may not change', async () => {
    const figures = [{ label: 'Budget', value: 44 }]
    const id = await make('The budget fell', { figures })
    const row = (await admin.get(`/api/claims/${id}`)).body.figures[0]
    const changes = {
      slug: 'another',
      verification: { status: 'verified' },
      figures: [{ ...row, value: 45 }],
    }
    const { status, body } = await translator.patch(`/api/claims/${id}?draft=true`, changes)
    expect(status).toBe(403)
    expect(body.errors[0].message).toMatch(/figures\.0\.value, verification\.status, slug/)
    const added = { figures: [row, { label: 'New', value: 1 }] }
    expect((await translator.patch(`/api/claims/${id}?draft=true`, added)).status).toBe(403)
    const unchanged = await admin.get(`/api/claims/${id}?draft=true`)
    expect(unchanged.body).toMatchObject({ slug: 'the-budget-fell', figures: [{ value: 44 }] })
  })

  test('cannot publish, make, copy or delete', async () => {
    const id = await make('Untouched')
    const attempts = [
      translator.patch(`/api/claims/${id}`, { _status: 'published' }),
      translator.post('/api/claims', { statement: 'Mine' }),
      translator.post(`/api/claims/${id}/duplicate`),
      translator.delete(`/api/claims/${id}`),
      translator.patch(`/api/claims/${id}`, { deletedAt: new Date().toISOString() }),
    ]
    for (const attempt of attempts) expect.soft((await attempt).status).toBe(403)
  })
})

describe('accounts', () => {
  test("nobody but an admin reads another's e-mail address", async () => {
    for (const client of [reviewer, editor, translator]) {
      const { body } = await client.get('/api/users?limit=50')
      const own = (await client.get('/api/users/me')).body.user
      expect(own.email).toMatch(/@example.org/)
      for (const user of body.docs) {
        if (user.id !== own.id) expect(user).not.toHaveProperty('email')
      }
      for (const probe of ['where[email][like]=admin', 'where[email][equals]=admin@example.org']) {
        expect((await client.get(`/api/users?${probe}`)).status).toBe(400)
      }
    }
    const { body } = await admin.get('/api/users?limit=50')
    expect(body.docs.map((user: { email: string }) => user.email)).toContain('editor@example.org')
  })

  test('nobody but an admin learns the order of the addresses', async () => {
    const up = await editor.get('/api/users?sort=email')
    const down = await editor.get('/api/users?sort=-email')
    const ids = ({ body }: { body: { docs?: { id: string }[] } }) => body.docs?.map((u) => u.id)
    expect(ids(up)).toEqual(ids(down))
  })

  test('nobody raises their own role or touches another account', async () => {
    const own = (await editor.get('/api/users/me')).body.user.id
    const other = (await admin.get('/api/users/me')).body.user.id
    await editor.patch(`/api/users/${own}`, { role: 'admin' })
    expect((await editor.get('/api/users/me')).body.user.role).toBe('editor')
    expect((await editor.patch(`/api/users/${other}`, { name: 'Hacked' })).status).toBe(403)
    expect((await editor.delete(`/api/users/${own}`)).status).toBe(403)
  })

  test('readers see nothing of users, partners or webhooks', async () => {
    for (const path of [
      'users',
      'partners',
      'webhooks',
      'payload-locked-documents',
      'payload-jobs',
    ]) {
      expect.soft((await service.reader.get(`/api/${path}`)).status, path).toBe(403)
      expect.soft((await service.reader.get(`/api/${path}/count`)).status, path).toBe(403)
    }
  })

  test("a partner's key gives what the public sees, and nothing of the editors'", async () => {
    const { client: partner } = await makePartner(service, { name: 'A newsroom' })
    expect((await partner.get('/api/partners/me')).body.user?.name).toBe('A newsroom')
    const draft = await make('Only for editors')
    expect((await partner.get(`/api/claims/${draft}`)).status).toBe(404)
    for (const path of [
      'users',
      'webhooks',
      'payload-locked-documents',
      'payload-jobs',
      'claims/versions',
    ]) {
      expect.soft((await partner.get(`/api/${path}`)).status, path).toBe(403)
    }
    await admin.post('/api/partners', { name: 'Another', contact: 'other@example.org' })
    expect((await partner.get('/api/partners')).body.docs).toMatchObject([{ name: 'A newsroom' }])
    expect((await partner.post('/api/claims', { statement: 'Mine' })).status).toBe(403)
    expect((await partner.patch(`/api/claims/${draft}`, { statement: 'Mine' })).status).toBe(403)
    expect((await partner.post('/api/payload-jobs/run')).status).not.toBe(200)
    expect((await partner.get('/api/payload-jobs/run')).status).not.toBe(200)
  })
})
