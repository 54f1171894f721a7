import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeCampaign } from '../support/campaign.ts'
import { type EditorsBrowser, startEditorsBrowser } from './support/editors-browser.ts'

let editors: EditorsBrowser
let ids: Awaited<ReturnType<typeof makeCampaign>>
beforeAll(async () => {
  editors = await startEditorsBrowser()
  ids = await makeCampaign(await editors.service.as('admin'))
})
afterAll(() => editors?.stop())
afterEach(() => expect(editors.takeProblems()).toEqual([]))

test('work that was not saved survives a closed tab', async () => {
  const path = `${editors.service.url}/admin/collections/claims/${ids.claim}?locale=en`
  const first = await editors.signIn('reviewer')
  await first.goto(path)
  await first.locator('#field-statement').fill('Rents rose by a seventh')
  await first.getByText('Changed', { exact: true }).waitFor()

  const context = first.context()
  await first.close()
  const again = await context.newPage()
  await again.goto(path)
  await again.locator('#field-statement').waitFor()
  expect(await again.locator('#field-statement').inputValue()).toBe('Rents rose by a seventh')
})

test('several documents are published at once', async () => {
  const admin = await editors.service.as('admin')
  for (const statement of ['One of three', 'Two of three', 'Three of three']) {
    await admin.post('/api/claims?draft=true', { statement })
  }
  const page = await editors.signIn('reviewer')
  await page.goto(`${editors.service.url}/admin/collections/claims?search=of+three&locale=en`)
  await page.getByText('1-3 of 3').waitFor()
  await page.locator('thead input[type=checkbox]').check()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.locator('.payload__modal-item').getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('Updated 3', { exact: false }).first().waitFor()
  const { body } = await editors.service.reader.get('/api/claims?where[statement][like]=of three')
  expect(body.totalDocs).toBe(3)
})
