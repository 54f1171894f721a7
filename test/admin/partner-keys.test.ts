import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'
import { picture } from './support/picture.ts'

let editors: EditorsBrowser
beforeAll(async () => {
  editors = await startEditorsBrowser()
})
afterAll(() => editors?.stop())
afterEach(() => expect(editors.takeProblems()).toEqual([]))

const keys = (page: Page) => page.locator('.partner-keys')
const shownKey = (page: Page) => page.locator('.partner-keys__made code')
const ask = (key: string) =>
  editors.service.with({ Authorization: `Bearer ${key}` }).get('/api/partners/me')

test('an admin makes a partner and its key, sees it once, replaces and revokes it', async () => {
  const page = await editors.signIn('admin')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await visit(page, '/admin/collections/partners/create')
  await page.getByText('Keys are made once the partner is saved.').waitFor()
  await page.locator('#field-name').fill('A newsroom')
  await page.locator('#field-contact').fill('desk@example.org')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/partners\/[\da-f]{24}/)

  await keys(page).getByLabel('For').fill('production')
  await keys(page).getByRole('button', { name: 'Make a key' }).click()
  const key = (await shownKey(page).textContent()) ?? ''
  expect((await ask(key)).body.user.name).toBe('A newsroom')
  await page.locator('.partner-keys__made').getByRole('button').click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key)
  await picture(page, 'partner-key-made', { fullPage: true })

  await page.reload()
  await keys(page).getByText('production').first().waitFor()
  expect(await page.content()).not.toContain(key.slice(17))
  await page.locator('.partner-usage td').first().waitFor()

  await keys(page).getByLabel('Takes the place of').selectOption({ index: 1 })
  await keys(page).getByLabel('which works on for (days)').fill('1')
  await keys(page).getByRole('button', { name: 'Make a key' }).click()
  const next = (await shownKey(page).textContent()) ?? ''
  expect(next).not.toBe(key)
  await keys(page)
    .getByText(/works until/)
    .waitFor()
  for (const one of [key, next]) expect((await ask(one)).status).toBe(200)

  const old = keys(page)
    .getByRole('row')
    .filter({ hasText: key.slice(0, 15) })
  await old.getByRole('button', { name: 'Revoke' }).click()
  await old.getByRole('button', { name: 'Revoke for good' }).click()
  await old.getByText(/revoked/).waitFor()
  await picture(page, 'partner-key-revoked', { fullPage: true })
  expect((await ask(key)).status).toBe(401)
  expect((await ask(next)).status).toBe(200)
})

test('an admin is told what is wrong with a key', async () => {
  const page = await editors.signIn('admin')
  await visit(page, '/admin/collections/partners')
  await page.getByRole('link', { name: 'A newsroom' }).click()
  await keys(page).getByLabel('Expires on').fill('2001-01-01')
  await keys(page).getByRole('button', { name: 'Make a key' }).click()
  await keys(page).getByRole('alert').getByText('a date in the future').waitFor()
  expect(editors.takeProblems().filter((problem) => !problem.includes('400'))).toEqual([])
})
