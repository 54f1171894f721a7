import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { importSampleCampaign } from '../../seed/sample-campaign.ts'
import { barriers } from './support/barriers.ts'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'
import { picture } from './support/picture.ts'

let editors: EditorsBrowser
beforeAll(async () => {
  editors = await startEditorsBrowser()
  await importSampleCampaign(editors.service.payload)
})
afterAll(() => editors?.stop())
afterEach(() => expect(editors.takeProblems()).toEqual([]))

test('an editor exports what a list shows, is told of a mistake, mends it and imports it', async () => {
  const page = await editors.signIn('editor')
  await visit(page, '/admin/collections/claims?search=databases')
  await page.getByText('1-1 of 1').waitFor()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^claims-en-[\d-]+\.csv$/)
  const csv = await readFile(await download.path(), 'utf8')
  expect(csv).toContain('Search across databases')
  expect(csv).not.toContain('A way around sanctuary policies')

  await page.getByRole('button', { name: 'Import CSV or JSON' }).click()
  await choose(page, csv.replace(',unverified,', ',checked,'))
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByText('1 mistake; nothing can be imported').waitFor()
  await page.getByRole('row', { name: /^2 verification\.status accepted: unverified/ }).waitFor()
  expect(await page.getByRole('button', { name: 'Import it' }).count()).toBe(0)
  expect(await barriers(page, '.list-files')).toEqual([])
  await picture(page, 'spreadsheet-mistake', { fullPage: true })

  await choose(page, csv.replace('Search across databases', 'Search across all databases'))
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByText('0 new, 1 changed, 0 as they are').waitFor()
  await page.getByRole('button', { name: 'Import it' }).click()
  await page.getByRole('heading', { name: 'Imported' }).waitFor()
  await page.getByRole('link', { name: 'Search across all databases' }).waitFor()
  await picture(page, 'spreadsheet-imported', { fullPage: true })
  const { body } = await editors.service.reader.get('/api/claims/slug/search-across-databases')
  expect(body.statement).toBe('Search across databases')
})

test('whoever may publish can ask for it; a translator exports alone', async () => {
  const reviewer = await editors.signIn('reviewer')
  await visit(reviewer, '/admin/collections/resources')
  await reviewer.getByRole('button', { name: 'Import CSV or JSON' }).click()
  await choose(reviewer, 'title,url\r\nA new report,https://example.org/report\r\n')
  await reviewer.getByLabel('Publish what is imported').check()
  await reviewer.getByRole('button', { name: 'Check the file' }).click()
  await reviewer.getByText('1 new, 0 changed, 0 as they are, 1 published').waitFor()
  await reviewer.getByRole('button', { name: 'Import it' }).click()
  await reviewer.getByRole('heading', { name: 'Imported' }).waitFor()
  const { status } = await editors.service.reader.get('/api/resources/slug/a-new-report')
  expect(status).toBe(200)

  const translator = await editors.signIn('translator')
  await visit(translator, '/admin/collections/resources')
  await translator.getByRole('link', { name: 'Export JSON' }).waitFor()
  expect(await translator.getByRole('button', { name: 'Import CSV or JSON' }).count()).toBe(0)
})

async function choose(page: Page, csv: string): Promise<void> {
  const buffer = Buffer.from(csv)
  await page
    .getByLabel('The file: CSV or JSON')
    .setInputFiles({ name: 'changed.csv', mimeType: 'text/csv', buffer })
}
