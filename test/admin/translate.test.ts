import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeCampaign } from '../support/campaign.ts'
import { barriers } from './support/barriers.ts'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'
import { picture } from './support/picture.ts'

let editors: EditorsBrowser
let ids: Awaited<ReturnType<typeof makeCampaign>>
beforeAll(async () => {
  editors = await startEditorsBrowser()
  ids = await makeCampaign(await editors.service.as('admin'))
})
afterAll(() => editors?.stop())
afterEach(() => expect(editors.takeProblems()).toEqual([]))

test('a translator writes beside the original, and sees what is missing and what has changed', async () => {
  const admin = await editors.service.as('admin')
  await admin.patch(`/api/claims/${ids.claim}`, {
    statement: 'Rents rose by a fifth',
    _status: 'published',
  })
  const page = await editors.signIn('translator')
  await visit(page, `/admin/collections/claims/${ids.claim}`)
  await page.getByRole('link', { name: 'Translate' }).click()
  await page.getByRole('link', { name: 'Spanish' }).click()
  await page.getByText('0 of 3 texts are translated.').waitFor()
  const texts = page.locator('.translate__text')
  expect(await texts.locator('.translate__state strong').allTextContents()).toEqual([
    'The original has changed',
    'Missing',
    'Missing',
  ])
  expect(await texts.locator('.translate__original').allTextContents()).toEqual([
    'Rents rose by a fifth',
    'In one year, <all> rents rose.',
    'Rise',
  ])
  await page.locator('.rich-text-lexical [contenteditable=true]').waitFor()
  // The fields are Payload's own.
  const ours = { include: ['.translate'], exclude: ['.render-fields'] }
  expect(await barriers(page, ours)).toEqual([])
  await picture(page, 'translate')

  await page.locator('#field-statement').fill('Los alquileres subieron un quinto')
  await page.locator('.rich-text-lexical [contenteditable=true]').click()
  await page.keyboard.type('En un año subieron todos.')
  await page.locator('#field-figures__0__label').fill('Subida')
  await page.getByRole('button', { name: 'Save the translation' }).click()
  await page.getByText('3 of 3 texts are translated.').waitFor()

  const { body } = await admin.get(`/api/claims/${ids.claim}?draft=true&locale=es&depth=0`)
  expect(body).toMatchObject({
    statement: 'Los alquileres subieron un quinto',
    figures: [{ label: 'Subida', value: 10.5, unit: '%' }],
  })
  expect(JSON.stringify(body.body)).toContain('En un año subieron todos.')
  // What readers see is what is published.
  const { reader } = editors.service
  const seen = await reader.get(`/api/claims/${ids.claim}?locale=es`)
  expect(seen.body.statement).toBe('Los alquileres subieron una décima')
})

test('a translation that still stands is confirmed as it is', async () => {
  const admin = await editors.service.as('admin')
  await admin.patch(`/api/claims/${ids.claim}?draft=true`, { statement: 'Rents rose by 20 %' })
  const page = await editors.signIn('reviewer')
  const path = `/admin/collections/claims/${ids.claim}/translate?locale=es`
  await visit(page, path)
  await page.getByText('2 of 3 texts are translated.').waitFor()
  await page.getByText('The translation still stands').click()
  await page.getByRole('button', { name: 'Save the translation' }).click()
  await page.getByText('3 of 3 texts are translated.').waitFor()
})

test('a campaign shows the table of what belongs to it, and how far it is translated', async () => {
  const page = await editors.signIn('reviewer')
  // The admin remembers the language that was last looked at.
  const path = `/admin/collections/campaigns/${ids.campaign}`
  await visit(page, `${path}?locale=en`)
  const claims = page.locator('#field-claims')
  await claims.getByText('Rents rose by 20 %').waitFor()
  await claims.getByText('Half of all homes are empty').waitFor()
  await page.locator('#field-demands').getByText('Cap the rents').waitFor()
  await page.locator('#field-resources').getByText('The <rent> report').waitFor()
  await claims.scrollIntoViewIfNeeded()
  await picture(page, 'campaign')

  await page.locator('.doc-controls__popup button').first().click()
  await page.getByRole('button', { name: 'Copy with claims and demands' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith(ids.campaign))
  await page.locator('#field-claims').getByText('Half of all homes are empty').waitFor()

  await visit(page, `${path}/translate?locale=es`)
  await page.getByText('Of the campaign’s documents 2 of 5 are translated.').waitFor()
})
