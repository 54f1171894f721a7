import { readFileSync } from 'node:fs'
import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql'
import openapiTS, { astToString } from 'openapi-typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { breaksInGraphql } from '../../src/contract/compare-graphql.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService({ PUBLIC_URL: 'https://content.example.org' })
})
afterAll(() => service.stop())

describe.each(['/docs', '/docs/guide', '/docs/changelog'])('the page %s', (path) => {
  test('is HTML under a strict policy', async () => {
    const { headers, status, text } = await service.reader.get(path)
    expect([status, headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8'])
    const policy = headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(text).not.toMatch(/<script(?![^>]*src="\/docs\/)|<style|style=|\son\w+=/)
    expect(text).toContain(`<a href="${path}" aria-current="page">`)
  })

  test('is there for GET and HEAD alone, and nothing is below it', async () => {
    expect((await service.reader.get(path, { method: 'HEAD' })).status).toBe(200)
    expect((await service.reader.post(path)).status).toBe(405)
    const { body, status } = await service.reader.get(`${path}/nothing`)
    expect([status, body]).toEqual([
      404,
      { errors: [{ message: `Nothing is at ${path}/nothing.` }] },
    ])
  })
})

test('what the pages load is there, compressed and again as a 304', async () => {
  const { text } = await service.reader.get('/docs')
  const loaded = [...text.matchAll(/(?:src|href)="(\/docs\/[\w.-]+\.(?:js|css))"/g)].map(
    ([, path]) => path as string,
  )
  expect(loaded.length).toBeGreaterThan(3)
  for (const path of loaded) {
    const { headers, status } = await service.reader.get(path, {
      headers: { 'Accept-Encoding': 'br' },
    })
    expect([path, status]).toEqual([path, 200])
    expect(headers.get('Content-Encoding') ?? 'br').toBe('br')
    const etag = { 'Accept-Encoding': 'br', 'If-None-Match': headers.get('ETag') as string }
    expect((await service.reader.get(path, { headers: etag })).status).toBe(304)
  }
})

test('the examples of the guide have the address of this server', async () => {
  const { text } = await service.reader.get('/docs/guide')
  expect(text).toContain('https://content.example.org/api/claims')
  expect(text).not.toContain('localhost')
})

test('the types are those of the document that is served', async () => {
  const { body } = await service.reader.get('/api/openapi.json')
  const { headers, text } = await service.reader.get('/docs/handbill.d.ts')
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  const made = astToString(
    await openapiTS(JSON.stringify(body), { rootTypes: true, rootTypesNoSchemaPrefix: true }),
  )
  expect(text.endsWith(made)).toBe(true)
})

test('the committed document is the one that is served', async () => {
  const { body } = await service.reader.get('/api/openapi.json')
  expect(body).toEqual(JSON.parse(readFileSync('docs/contract/openapi.json', 'utf8')))
})

test('what the committed GraphQL schema promises is served', async () => {
  const { body } = await service.reader.graphql(getIntrospectionQuery())
  const served = printSchema(buildClientSchema(body.data))
  const committed = readFileSync('docs/contract/schema.graphql', 'utf8')
  expect(breaksInGraphql(committed, served, '2026-01-01')).toEqual([])
  expect(committed).toContain('Claims(')
  expect(committed).not.toMatch(/type Mutation|updateClaim|formerSlugs/)
})

test('the front page leads there', async () => {
  const { body } = await service.reader.get('/', { headers: { Accept: 'application/json' } })
  expect(body.docs).toBe('/docs')
})
