import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenApiDocument } from '../../src/openapi/document.ts'
import type { Answer, Schema } from '../../src/openapi/operation.ts'
import { type Conformance, conformanceTo, problemsOf } from '../support/conformance.ts'
import { addEveryKind, type EveryKind } from '../support/every-kind.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let document: OpenApiDocument
let ids: EveryKind
let conforms: Conformance

beforeAll(async () => {
  service = await startService()
  ids = await addEveryKind(service)
  document = (await service.reader.get('/api/openapi.json')).body
  conforms = conformanceTo(document, service.reader)
})
afterAll(() => service.stop())

const collections = {
  campaigns: 'campaign',
  claims: 'claim',
  demands: 'demand',
  media: 'media',
  resources: 'resource',
} as const

describe('the document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const { errors, valid } = await new Validator().validate(structuredClone(document))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
    expect(document.openapi).toBe('3.1.0')
  })

  test('has every reading endpoint of what is public, and nothing else', () => {
    const paths = Object.keys(collections).flatMap((slug) => [
      `/api/${slug}`,
      `/api/${slug}/{id}`,
      `/api/${slug}/count`,
      ...(slug === 'media' ? ['/api/media/file/{filename}'] : [`/api/${slug}/slug/{slug}`]),
    ])
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(paths))
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/campaigns/{slug}/bundle',
        '/api/campaigns/bundle.schema.json',
        '/api/graphql',
        '/api/partners/me/usage',
        '/api/permalink.schema.json',
        '/api/webhooks/acknowledge',
        '/claims/{slug}',
        '/claims/{slug}/cite',
        '/claims/{slug}/revisions/{revision}',
        '/claims/{slug}/timemap',
        '/embed.json',
        '/feeds/{name}.atom',
        '/feeds/{name}.json',
        '/oembed',
        '/.well-known/handbill-keys.json',
      ]),
    )
    expect(document.webhooks).toEqual({ event: { post: expect.any(Object) } })
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['WebhookEvent', 'ClaimPermalink', 'CampaignPermalink']),
    )
    const text = JSON.stringify(document)
    for (const hidden of [
      'verifiedBy',
      'formerSlugs',
      'apiKeyIndex',
      '/api/users',
      '/api/webhooks/{id}',
      '/api/partners/{id}',
    ]) {
      expect(text).not.toContain(hidden)
    }
  })

  test('describes every field, every parameter and every operation', () => {
    const bare: string[] = []
    visit(document, '', (schema, at) => {
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        // What a field is, is said where it is answered.
        if (/\/components\/(schemas\/\w+(Where|Select|Filter)|parameters\/)/.test(at)) continue
        if (!property.description && !property.$ref) bare.push(`${at}/${name}`)
      }
    })
    expect(bare).toEqual([])
    const tags = document.tags.map(({ name }) => name)
    for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item))) {
      expect(operation.description, operation.operationId).toBeTruthy()
      expect(tags).toEqual(expect.arrayContaining(operation.tags ?? ['none']))
    }
    for (const { description, name } of Object.values(document.components.parameters)) {
      expect(description, name).toBeTruthy()
    }
  })

  test('is served with an ETag, and again as a 304', async () => {
    const { headers, status } = await service.reader.get('/api/openapi.json')
    expect([status, headers.get('Content-Type')]).toEqual([200, 'application/json'])
    expect(headers.get('Cache-Control')).toMatch(/^public/)
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    const again = await service.reader.get('/api/openapi.json', {
      headers: { 'If-None-Match': headers.get('ETag') as string },
    })
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await service.reader.post('/api/openapi.json')).status).toBe(405)
  })

  test('shows answers of the sample campaign, which are as it says', async () => {
    const examples = Object.values(document.paths).flatMap(({ get }) => {
      const medias = Object.values((get?.responses[200] as Answer | undefined)?.content ?? {})
      return medias.flatMap((media) =>
        Object.values(media.examples ?? {}).map(({ value }) => ({ media, value })),
      )
    })
    expect(examples.length).toBeGreaterThan(20)
    expect(JSON.stringify(examples)).toContain('No cloud for deportations')
    for (const { media, value } of examples) {
      expect(problemsOf(document, media?.schema as Schema, value)).toEqual([])
    }
  })
})

describe('every answer is as documented', () => {
  const languages = ['', 'locale=es', 'locale=all', 'locale=es&fallbackLocale=none']

  test.each(Object.entries(collections))(
    '%s, at every depth and in every language',
    async (slug, kind) => {
      for (const depth of [0, 1, 2, 3]) {
        for (const language of languages) {
          for (const place of [`/api/${slug}`, `/api/${slug}/${ids[kind]}`]) {
            const path = `${place}?depth=${depth}&${language}`
            expect({ path, ...(await conforms(path)) }).toEqual({ path, status: 200, problems: [] })
          }
        }
      }
      const path = `/api/${slug}/count`
      expect({ path, ...(await conforms(path)) }).toEqual({ path, status: 200, problems: [] })
    },
  )

  test.each<[status: number, path: string]>([
    [200, '/api/claims?select[statement]=true&select[evidence][source]=true&depth=2'],
    [200, '/api/claims?select[statement]=true&locale=all'],
    [200, '/api/claims?select[body]=false'],
    [200, '/api/claims?populate[campaigns][title]=true&populate[resources]=true&depth=3'],
    [200, '/api/claims?sort=-verification.status,statement&limit=1&page=2'],
    [200, '/api/claims?where[campaign.slug][equals]=home&where[or][0][slug][in]=a,b'],
    [200, '/api/demands?depth=3&populate[claims]=true&populate[resources]=true&locale=all'],
    [200, '/api/campaigns/slug/everything'],
    [200, '/api/campaigns/slug/everything?depth=3&locale=all'],
    [200, '/api/campaigns/everything/bundle'],
    [200, '/api/campaigns/everything/bundle?locale=es&fallbackLocale=none'],
    [200, '/api/campaigns/bundle.schema.json'],
    [308, '/api/campaigns/slug/old-name'],
    [308, '/api/campaigns/old-name/bundle'],
    [400, '/api/claims?limit=101'],
    [400, '/api/claims?where[statement][all]=x'],
    [400, '/api/claims/count?limit=1'],
    [400, '/api/claims/000000000000000000000000?colour=red'],
    [400, '/api/campaigns/everything/bundle?depth=1'],
    [403, '/api/claims?draft=true'],
    [403, '/api/claims/000000000000000000000000?trash=true'],
    [404, '/api/claims/000000000000000000000000'],
    [404, '/api/claims/slug/never-was'],
    [404, '/api/campaigns/never-was/bundle'],
    [404, '/api/media/file/never-was.png'],
    [410, '/api/claims/slug/gone'],
    [200, '/api/graphql?query={nonsense}'],
    [200, '/api/graphql?query={Claims{totalDocs}}'],
    [400, '/api/graphql'],
    [200, '/campaigns/everything?format=json'],
    [200, '/campaigns/everything'],
    [200, '/claims/it-is-so?format=json&locale=es'],
    [200, '/demands/do-it?format=json'],
    [200, '/resources/the-report?format=json'],
    [200, '/claims/it-is-so/revisions/1?format=json'],
    [200, '/claims/it-is-so/timemap'],
    [200, '/claims/it-is-so/cite?format=csl'],
    [200, '/claims/it-is-so/cite'],
    [308, '/campaigns/old-name'],
    [400, '/claims/it-is-so?colour=red'],
    [404, '/claims/never-was'],
    [410, '/claims/gone'],
    [410, '/claims/gone?format=json'],
    [200, '/feeds/claims.json'],
    [200, '/feeds/home.atom?locale=es'],
    [404, '/feeds/never-was.json'],
    [400, '/oembed'],
    [200, '/embed.json'],
    [200, '/.well-known/handbill-keys.json'],
    [200, '/api/permalink.schema.json'],
    [403, '/api/partners/me/usage'],
  ])('%i %s', async (status, path) => {
    expect(await conforms(path)).toEqual({ status, problems: [] })
  })

  test('a file, whole and in part', async () => {
    const { body } = await service.reader.get(`/api/media/${ids.media}`)
    const documented = document.paths['/api/media/file/{filename}']?.get?.responses ?? {}
    for (const [range, status] of [
      [undefined, 200],
      ['bytes=0-9', 206],
      ['bytes=999999999-', 416],
    ] as const) {
      const answer = await service.reader.get(body.url, range ? { headers: { Range: range } } : {})
      expect([answer.status, status in documented]).toEqual([status, true])
    }
  })
})

function visit(value: unknown, at: string, look: (schema: Schema, at: string) => void): void {
  if (value === null || typeof value !== 'object') return
  if (!Array.isArray(value) && 'properties' in value) look(value as Schema, at)
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'examples') visit(inner, `${at}/${key}`, look)
  }
}
