import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { barriers } from './support/barriers.ts'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'
import { picture } from './support/picture.ts'

const word = await readFile('test/importer/pasted/word.clipboard', 'utf8')

let editors: EditorsBrowser
beforeAll(async () => {
  editors = await startEditorsBrowser({ HANDBILL_EVIDENCE_REQUIRED: 'true' })
})
afterAll(() => editors?.stop())
afterEach(() => expect(editors.takeProblems()).toEqual([]))

test('an editor pastes a flyer from Word, changes what is what, and has its drafts', async () => {
  const page = await editors.signIn('editor')
  await visit(page, '/admin')
  await page.getByRole('button', { name: 'Open Menu' }).first().click()
  await page.getByRole('link', { name: 'Import a flyer', exact: true }).click()
  await paste(page, word)
  await page.getByText('Pasted with its headings').waitFor()
  // The clipboard brings a picture with a script, which the admin's policy refuses.
  const refusals = editors.takeProblems()
  expect(refusals.filter((one) => !one.includes('Executing inline event handler'))).toEqual([])
  expect(await barriers(page, '.import-desk')).toEqual([])
  await page.getByRole('button', { name: 'Show what it becomes' }).click()

  await page.getByRole('heading', { name: 'What it becomes' }).waitFor()
  expect(await page.getByLabel("The campaign's title").inputValue()).toBe(
    'No cameras at the clinic',
  )
  expect(await kindOf(page, 'They read faces')).toBe('claim')
  expect(await kindOf(page, 'Take them down')).toBe('demand')
  await page
    .locator('.import-desk__text')
    .filter({ hasText: 'They read faces: each visitor' })
    .waitFor()
  expect(await barriers(page, '.import-desk')).toEqual([])
  await picture(page, 'import-preview', { fullPage: true })

  await page.getByLabel('What "Delete the recordings" is').selectOption('claim')
  await page.getByRole('textbox', { name: 'Title of the claim' }).nth(2).waitFor()
  const title = page.getByRole('textbox', { name: 'Title of the claim' }).first()
  await title.fill('The cameras read faces')
  await title.press('Enter')
  await page.getByLabel('What "The cameras read faces" is').waitFor()
  await page.getByLabel('Merge into the one above: They keep everything').click()
  await page.getByLabel('What "They keep everything" is').waitFor({ state: 'detached' })

  await page.getByRole('button', { name: /^Import \d drafts$/ }).click()
  await page.getByRole('heading', { name: 'Imported, as drafts' }).waitFor()
  expect(await barriers(page, '.import-desk')).toEqual([])
  await picture(page, 'import-done', { fullPage: true })
  await page.getByRole('link', { name: 'The cameras read faces' }).click()
  await page.getByText('Draft', { exact: true }).first().waitFor()
  expect(await page.locator('#field-statement').inputValue()).toBe('The cameras read faces')

  const { docs } = await editors.service.payload.find({ collection: 'claims', draft: true })
  expect(docs.map(({ statement }) => statement).sort()).toEqual([
    'Delete the recordings',
    'The cameras read faces',
  ])
  expect((await editors.service.reader.get('/api/campaigns')).body.totalDocs).toBe(0)
})

test('the same flyer again shows that nothing would be doubled, in Spanish too', async () => {
  const page = await editors.signIn('reviewer')
  await page.context().addCookies([{ name: 'payload-lng', value: 'es', url: editors.service.url }])
  await visit(page, '/admin/import')
  await page.getByLabel('El volante').fill('No cameras at the clinic\n\nA new summary, in a line.')
  await page.getByRole('button', { name: 'Mostrar en qué se convierte' }).click()
  await page.getByRole('button', { name: 'Importar 1 borrador' }).waitFor()
  expect(await barriers(page, '.import-desk')).toEqual([])
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await picture(page, 'import-phone', { fullPage: true })
})

test('what a reviewer has imported is published together, but for what lacks evidence', async () => {
  const page = await editors.signIn('reviewer')
  await visit(page, '/admin/import')
  const flyer = ['# Homes are for living in', '## The facts', '- **Rents rose.** By a tenth.']
  const demands = ['## Our demands', '- **Cap the rents**: for five years.']
  await page.getByLabel('The flyer').fill([...flyer, ...demands].join('\n\n'))
  await page.getByRole('button', { name: 'Show what it becomes' }).click()
  await page.getByRole('button', { name: 'Import 3 drafts' }).click()
  await page.getByRole('button', { name: 'Publish the campaign…' }).click()
  await page.getByText('A claim is published with evidence').waitFor()
  expect(await page.getByRole('button', { name: 'Publish 3' }).isDisabled()).toBe(true)
  await picture(page, 'import-publish', { fullPage: true })
  await page.getByLabel('Rents rose').uncheck()
  await page.getByRole('button', { name: 'Publish 2' }).click()
  await page.getByText('2 published.').waitFor()
  const { reader } = editors.service
  expect((await reader.get('/api/demands')).body.docs).toMatchObject([{ title: 'Cap the rents' }])
  expect((await reader.get('/api/claims')).body.docs).toEqual([])
})

test('a translator finds no way in', async () => {
  const page = await editors.signIn('translator')
  await visit(page, '/admin')
  await page.getByRole('heading', { name: 'Content', exact: true }).waitFor()
  expect(await page.getByRole('link', { name: 'Import a flyer', exact: true }).count()).toBe(0)
  await visit(page, '/admin/import')
  await page.getByText('which your role may not').waitFor()
})

/** As the browser does with what Word has put on the clipboard. */
async function paste(page: Page, html: string): Promise<void> {
  await page.getByLabel('The flyer').evaluate((field, given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', given)
    const plain = new DOMParser().parseFromString(given, 'text/html').body.textContent ?? ''
    clipboardData.setData('text/plain', plain)
    field.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
    )
  }, html)
}

const kindOf = (page: Page, title: string) => page.getByLabel(`What "${title}" is`).inputValue()
