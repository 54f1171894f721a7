import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importSampleCampaign } from '../../seed/sample-campaign.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeCampaign } from '../support/campaign.ts'
import { startService, type TestService } from '../support/service.ts'
import { barriers } from './support/barriers.ts'

let service: TestService
let browser: Browser

beforeAll(async () => {
  service = await startService()
  await importSampleCampaign(service.payload)
  const admin = await service.as('admin')
  const { make } = await makeCampaign(admin)
  const id = await make('claims', { statement: 'Gone', slug: 'gone', _status: 'published' })
  await admin.delete(`/api/claims/${id}`)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

const pages = [
  '/',
  '/?locale=es',
  '/campaigns/no-cloud-for-deportations',
  '/campaigns/rents?locale=es',
  '/claims/rents-rose',
  '/claims/rents-rose?locale=es',
  '/claims/empty-homes',
  '/claims/empty-homes?locale=es',
  '/demands/cap-the-rents',
  '/resources/rent-report',
  '/claims/nothing',
  '/claims/gone',
  '/claims/rents-rose?x=1',
  '/claims/rents-rose/revisions/1',
  '/claims/empty-homes/revisions/1?locale=es',
  '/campaigns/rents/revisions/2',
]

type Options = Parameters<Browser['newPage']>[0]

/** Opens a page, and hands on whatever the browser complained of meanwhile. */
async function open(path: string, options: Options, look: (page: Page) => Promise<void>) {
  const page = await browser.newPage({ bypassCSP: true, ...options })
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    // The status of the page itself is no complaint about it.
    if (!/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== service.url) complaints.push(request.url())
  })
  await page.goto(service.url + path)
  await look(page)
  await page.close()
  return complaints
}

/** By how much the page is wider than its window. */
const excess = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')

test.each(pages)('%s is for everyone: axe finds nothing, and nothing is cut off', async (path) => {
  await open(path, { colorScheme: 'light' }, async (page) => {
    expect(await barriers(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 320, height: 600 })
    expect(await barriers(page)).toEqual([])
    expect(await excess(page)).toBeLessThanOrEqual(0)
    await page.addStyleTag({ content: 'html { font-size: 200% }' })
    expect(await excess(page)).toBeLessThanOrEqual(0)
  })
})

test.each(['/', '/campaigns/rents', '/claims/rents-rose', '/claims/nothing'])(
  '%s keeps to its own policy, and looks as it should without script',
  async (path) => {
    const options = { bypassCSP: false, javaScriptEnabled: false }
    const complaints = await open(path, options, async (page) => {
      const body = page.locator('body')
      expect(await body.evaluate('getComputedStyle(document.body).maxWidth')).not.toBe('none')
      expect(await page.locator('h1').count()).toBe(1)
    })
    expect(complaints).toEqual([])
  },
)

test('the keyboard comes to the content first', async () => {
  await open('/claims/rents-rose', {}, async (page) => {
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content')
    expect(await page.locator(':focus').isVisible()).toBe(true)
  })
})

test('a picture is shown from here', async () => {
  await open('/campaigns/rents', { bypassCSP: false }, async (page) => {
    const width = await page.locator('figure img').evaluate((image) => {
      return (image as unknown as { naturalWidth: number }).naturalWidth
    })
    expect(width).toBe(32)
  })
})
