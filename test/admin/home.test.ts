import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { importSampleCampaign } from '../../seed/sample-campaign.ts'
import { barriers } from './support/barriers.ts'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'
import { picture } from './support/picture.ts'

let editors: EditorsBrowser
beforeAll(async () => {
  editors = await startEditorsBrowser()
})
afterAll(() => editors?.stop())
afterEach(() => expect(editors.takeProblems()).toEqual([]))

test('who has no content yet is shown how to begin', async () => {
  const page = await editors.signIn('admin')
  await visit(page, '/admin')
  await page.getByRole('heading', { name: 'Three steps to begin with' }).waitFor()
  const steps = page.locator('.home li')
  expect(await steps.locator('strong').allTextContents()).toEqual([
    'Import a flyer',
    'Add a claim',
    'Invite a colleague',
  ])
  await steps.getByRole('link', { name: 'Invite a colleague' }).click()
  await page.locator('#field-name').waitFor()
})

test('the home leads to the lists of what needs attention, and to the collections', async () => {
  const { payload } = editors.service
  await importSampleCampaign(payload)
  const [due] = (await payload.find({ collection: 'claims', limit: 1 })).docs
  await payload.update({
    collection: 'claims',
    id: due?.id ?? '',
    data: { verification: { status: 'disputed', reviewBy: '2020-01-01T12:00:00.000Z' } },
  })

  const page = await editors.signIn('reviewer')
  await visit(page, '/admin')
  await page.getByRole('heading', { name: 'Needs attention' }).waitFor()
  const disputed = page.getByRole('link', { name: 'Disputed claims' })
  expect(await disputed.locator('strong').textContent()).toBe('1')
  const translated = page.getByRole('progressbar', { name: 'No cloud for deportations, Spanish' })
  expect(await translated.count()).toBe(1)
  expect(await barriers(page, '.home')).toEqual([])
  await picture(page, 'home')

  await disputed.click()
  await page.getByText('1-1 of 1').waitFor()
  expect(await page.locator('tbody a').allTextContents()).toEqual([due?.statement])
})

test('every list shows as many as the home says', async () => {
  const page = await editors.signIn('editor')
  await visit(page, '/admin')
  const items = page.getByRole('region', { name: 'Needs attention' }).getByRole('link')
  await items.first().waitFor()
  const lists = await items.evaluateAll((links) =>
    links.map((link) => {
      const { href, firstChild } = link as unknown as {
        href: string
        firstChild: { textContent: string }
      }
      return { href, count: Number(firstChild.textContent) }
    }),
  )
  expect(lists.length).toBeGreaterThan(1)
  for (const { href, count } of lists) {
    await visit(page, href)
    await page.getByText(`of ${count}`, { exact: false }).first().waitFor()
  }
})

test('the admin speaks the language of its editor', async () => {
  const page = await editors.signIn('editor')
  await page.context().addCookies([{ name: 'payload-lng', value: 'es', url: editors.service.url }])
  await visit(page, '/admin')
  await page.getByRole('heading', { name: 'Requiere atención' }).waitFor()
  await page.getByRole('link', { name: 'Afirmaciones discutidas' }).click()
  await page.locator('tbody a').first().click()
  await page.locator('#field-statement').waitFor()
  const words = await page.locator('body').textContent()
  expect(words).toContain('El hecho que se afirma, en una frase.')
  expect(words).toContain('Pruebas')
  await picture(page, 'claim-es')
})
