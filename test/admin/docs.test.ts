import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importSampleCampaign } from '../../seed/sample-campaign.ts'
import { launchBrowser } from '../support/browser.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let browser: Browser
let page: Page
const elsewhere: string[] = []
const mistakes: string[] = []

beforeAll(async () => {
  service = await startService()
  await importSampleCampaign(service.payload)
  browser = await launchBrowser()
  page = await browser.newPage()
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (origin !== service.url && protocol !== 'data:') elsewhere.push(request.url())
  })
  // Chromium tells of what the policy kept from happening on the console.
  page.on('console', (message) => {
    if (message.type() === 'error') mistakes.push(message.text())
  })
  page.on('pageerror', (error) => mistakes.push(error.message))
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

test('the reference shows every operation, and tries one out', async () => {
  await page.goto(`${service.url}/docs`)
  await page.locator('#operations-claims-listClaims').click()
  const operation = page.locator('#operations-claims-listClaims')
  await operation.locator('tr[data-param-name="limit"] input').fill('2')
  await operation
    .locator('tr[data-param-name="where"] textarea')
    .fill(
      '{ "campaign.slug": { "equals": "no-cloud-for-deportations" }, "or": [{ "slug": { "in": ["main-storage-supplier"] } }] }',
    )
  await operation.locator('tr[data-param-name="select"] textarea').fill('{ "statement": true }')
  await operation.getByRole('button', { name: 'Execute' }).click()
  const answer = operation.locator('.live-responses-table')
  await answer.getByText('Main storage supplier').first().waitFor()
  expect(
    await answer.locator('tr.response td.response-col_status').first().textContent(),
  ).toContain('200')
  expect(await operation.locator('.request-url').textContent()).not.toContain('populate')
  expect(await operation.locator('.request-url').textContent()).toContain(
    'where[or][0][slug][in][0]=',
  )
})

test('the guide has all its chapters on one page', async () => {
  await page.goto(`${service.url}/docs/guide`)
  const chapters = page.getByRole('navigation', { name: 'Chapters' }).getByRole('link')
  expect(await chapters.count()).toBeGreaterThanOrEqual(3)
  for (const chapter of await chapters.all()) {
    const id = (await chapter.getAttribute('href'))?.slice(1)
    expect(await page.locator(`h2[id="${id}"]`).textContent()).toBe(await chapter.textContent())
  }
  await page.getByRole('link', { name: 'Changes', exact: true }).first().click()
  await page.getByRole('heading', { name: 'Changelog' }).waitFor()
})

test('the pages ask nothing of another host, and nothing goes wrong in them', () => {
  expect(elsewhere).toEqual([])
  expect(mistakes).toEqual([])
})
