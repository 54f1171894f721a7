import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeCampaign } from '../support/campaign.ts'
import { barriers } from './support/barriers.ts'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'
import { picture } from './support/picture.ts'

let editors: EditorsBrowser
let claim: string
beforeAll(async () => {
  editors = await startEditorsBrowser()
  claim = (await makeCampaign(await editors.service.as('admin'))).claim
})
afterAll(() => editors?.stop())
afterEach(() => expect(editors.takeProblems()).toEqual([]))

test('the page beside the form follows what is typed, in each language, and a colleague sees it by a link', async () => {
  const page = await editors.signIn('editor')
  await visit(page, `/admin/collections/claims/${claim}`)
  await page.locator('#live-preview-toggler').click()
  const preview = page.frameLocator('#live-preview-iframe')
  await preview.getByRole('heading', { name: 'Rents rose by a tenth' }).waitFor()

  await page.locator('#field-statement').fill('Rents rose by a quarter')
  await preview.getByRole('heading', { name: 'Rents rose by a quarter' }).waitFor()
  await preview.getByText('It is not public.').waitFor()
  expect(await readers()).toBe('Rents rose by a tenth')
  await picture(page, 'live-preview')

  await visit(page, `/admin/collections/claims/${claim}?locale=es`)
  await preview.getByRole('heading', { name: 'Los alquileres subieron una décima' }).waitFor()
  await page.locator('#field-statement').fill('Los alquileres subieron una cuarta parte')
  await preview.getByRole('heading', { name: 'Los alquileres subieron una cuarta parte' }).waitFor()
  await preview.getByText('No es público.').waitFor()

  await page.locator('#live-preview-toggler').click()
  await page.getByLabel('For whom').fill('The press')
  await page.getByRole('button', { name: 'Make a link' }).click()
  const address = await page.locator('[data-preview-link]').textContent()
  await page.getByText('never opened').waitFor()
  expect(await barriers(page, 'section:has([data-preview-link])')).toEqual([])
  await picture(page, 'preview-links')

  const colleague = await editors.open(new URL(address ?? '').pathname)
  await colleague.getByRole('heading', { name: 'Rents rose by a quarter' }).waitFor()
  await colleague.getByRole('link', { name: 'español' }).click()
  await colleague
    .getByRole('heading', { name: 'Los alquileres subieron una cuarta parte' })
    .waitFor()
  await picture(colleague, 'preview-by-link')

  await page.reload()
  await page.getByText('last opened').waitFor()
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await page.getByText('withdrawn').waitFor()
  const gone = await colleague.request.get(address ?? '')
  expect(gone.status()).toBe(410)
})

const readers = async () =>
  (await editors.service.reader.get(`/api/claims/${claim}`)).body.statement
