import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('mutations', () => {
  test('an editor saves a draft, a reviewer publishes it, an editor may not', async () => {
    const editor = await service.as('editor')
    const reviewer = await service.as('reviewer')
    const create =
      'mutation($data: mutationClaimInput!) { createClaim(data: $data, draft: true) { id slug _status } }'
    const { body } = await editor.graphql(create, { data: { statement: 'Rents rose' } })
    expect(body.data.createClaim).toMatchObject({ slug: 'rents-rose', _status: 'draft' })
    const { id } = body.data.createClaim

    const publish =
      'mutation($id: String!) { updateClaim(id: $id, data: { _status: published }) { _status } }'
    const refused = (await editor.graphql(publish, { id })).body
    expect(refused.data.updateClaim).toBeNull()
    expect(refused.errors[0]).toMatchObject({
      extensions: { name: 'APIError', statusCode: 403 },
      path: ['updateClaim'],
    })
    expect(refused.errors[0].message).toMatch(/role reviewer or admin/)
    const read = `{ Claims(where: { id: { equals: "${id}" } }) { totalDocs } }`
    expect((await service.reader.graphql(read)).body.data.Claims.totalDocs).toBe(0)

    expect((await reviewer.graphql(publish, { id })).body.data.updateClaim._status).toBe(
      'published',
    )
    expect((await service.reader.graphql(read)).body.data.Claims.totalDocs).toBe(1)
  })

  test('a reader changes nothing', async () => {
    const { body } = await service.reader.graphql(
      'mutation { createClaim(data: { statement: "Mine" }) { id } }',
    )
    expect(body).toEqual({
      data: { createClaim: null },
      errors: [
        {
          message: 'You are not allowed to perform this action.',
          extensions: { name: 'Forbidden', statusCode: 403 },
          locations: [{ line: 1, column: 12 }],
          path: ['createClaim'],
        },
      ],
    })
  })

  test('what is wrong with a document is said in `data`, as over REST', async () => {
    const editor = await service.as('editor')
    const { body } = await editor.graphql(
      'mutation { createResource(data: { title: "R", url: "javascript:alert(1)" }) { id } }',
    )
    expect(body.errors[0].extensions).toMatchObject({
      name: 'ValidationError',
      statusCode: 400,
      data: { collection: 'resources', errors: [{ path: 'url' }] },
    })
  })
})

describe('signing in', () => {
  const logIn = (password: string) =>
    service.reader.graphql(
      'mutation($password: String!) { loginUser(email: "editor@example.org", password: $password) { token user { name } } }',
      { password },
    )

  test('gives a token and sets the cookie, which then signs in', async () => {
    await service.as('editor')
    const { body, headers } = await logIn("the editor's password")
    expect(body.data.loginUser.user.name).toBe('editor')
    const [cookie = ''] = headers.getSetCookie()
    expect(cookie).toMatch(/^payload-token=[^;]+; .*HttpOnly/)

    const withCookie = service.with({
      Cookie: cookie.split(';')[0] ?? '',
      Origin: service.settings.publicUrl,
    })
    const me = '{ meUser { user { name email } } }'
    expect((await withCookie.graphql(me)).body.data.meUser.user.name).toBe('editor')
    const out = await withCookie.graphql('mutation { logoutUser }')
    expect(out.headers.getSetCookie()[0]).toMatch(/^payload-token=;/)
  })

  test('fails with 401 and no cookie for a wrong password', async () => {
    const { body, headers } = await logIn('guess')
    expect(body.errors[0].extensions).toMatchObject({
      name: 'AuthenticationError',
      statusCode: 401,
    })
    expect(headers.getSetCookie()).toEqual([])
  })

  test("tells everyone's permissions, also those of nobody in particular", async () => {
    const query = '{ Access { canAccessAdmin claims { create { permission } } } }'
    const anonymous = (await service.reader.graphql(query)).body
    expect(anonymous.data.Access).toEqual({ canAccessAdmin: false, claims: { create: null } })
    const editor = (await (await service.as('editor')).graphql(query)).body
    expect(editor.data.Access).toEqual({
      canAccessAdmin: true,
      claims: { create: { permission: true } },
    })
  })
})

describe('languages', () => {
  let id: string
  beforeAll(async () => {
    const admin = await service.as('admin')
    const both = async (collection: string, en: object, es: object) => {
      const made = await admin.post(`/api/${collection}`, { ...en, _status: 'published' })
      const path = `/api/${collection}/${made.body.doc.id}?locale=es`
      await admin.patch(path, { ...es, _status: 'published' })
      return made.body.doc.id
    }
    const campaign = await both('campaigns', { title: 'Fair rents' }, { title: 'Alquiler justo' })
    id = await both('claims', { statement: 'Wages fell', campaign }, { statement: 'Bajan sueldos' })
  })

  const claim = (args = '') => `Claim(id: "${id}"${args}) { statement campaign { title } }`
  const en = { statement: 'Wages fell', campaign: { title: 'Fair rents' } }
  const es = { statement: 'Bajan sueldos', campaign: { title: 'Alquiler justo' } }

  test('are asked for by argument, by address and with the default', async () => {
    const ask = async (query: string) => (await service.reader.graphql(query)).body.data.Claim
    expect(await ask(`{ ${claim()} }`)).toEqual(en)
    expect(await ask(`{ ${claim(', locale: es')} }`)).toEqual(es)
    const { body } = await service.reader.post('/api/graphql?locale=es', {
      query: `{ ${claim()} }`,
    })
    expect(body.data.Claim).toEqual(es)
  })

  test('do not mix when one request asks for several, relations included', async () => {
    const query = `{ es: ${claim(', locale: es')} en: ${claim(', locale: en')} }`
    const turned = `{ en: ${claim(', locale: en')} es: ${claim(', locale: es')} }`
    for (const one of [query, turned]) {
      expect((await service.reader.graphql(one)).body.data).toEqual({ en, es })
    }
  })

  test('fall back unless told not to', async () => {
    const admin = await service.as('admin')
    const made = await admin.post('/api/campaigns', { title: 'Only English', _status: 'published' })
    const only = (args: string) =>
      service.reader.graphql(`{ Campaign(id: "${made.body.doc.id}", locale: es${args}) { title } }`)
    expect((await only('')).body.data.Campaign.title).toBe('Only English')
    expect((await only(', fallbackLocale: none')).body.data.Campaign.title).toBeNull()
  })

  test('that there are not are refused by the schema', async () => {
    const { body } = await service.reader.graphql(`{ ${claim(', locale: fr')} }`)
    expect(body.errors[0].message).toMatch(/Value "fr" does not exist in "LocaleInputType"/)
  })
})
