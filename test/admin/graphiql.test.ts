import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let browser: Browser
let page: Page
const elsewhere: string[] = []
const mistakes: string[] = []

beforeAll(async () => {
  service = await startService()
  const admin = await service.as('admin')
  await admin.post('/api/claims', { statement: 'Rents rose', _status: 'published' })
  browser = await launchBrowser()
  page = await browser.newPage()
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    const isHere = origin === service.url || protocol === 'data:' || protocol === 'blob:'
    if (!isHere) elsewhere.push(request.url())
  })
  page.on('pageerror', (error) => mistakes.push(error.message))
  await page.goto(`${service.url}/graphql`)
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

test('it shows what the schema has', async () => {
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
  await page.getByText('query: Query', { exact: false }).first().waitFor()
  await page.getByRole('link', { name: 'Query' }).first().click()
  await page.getByRole('link', { name: 'Claims', exact: true }).first().waitFor()
})

test('it answers a query', async () => {
  await page.goto(`${service.url}/graphql?query={Claims{docs{statement}}}`)
  await page.getByRole('button', { name: 'Execute query' }).click()
  const answer = page.getByRole('region', { name: 'Result Window' })
  await answer.getByText('Rents rose').waitFor()
})

test('it asks nothing of another host, and nothing goes wrong in it', () => {
  expect(elsewhere).toEqual([])
  expect(mistakes).toEqual([])
})

test('it is sent compressed', async () => {
  const { headers, text } = await service.reader.get('/graphql')
  expect(headers.get('Content-Encoding')).toBe('gzip')
  expect(text).toContain('<title>GraphiQL</title>')
})
