import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstAdmin } from '../../src/cms/first-admin.ts'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'

let editors: EditorsBrowser
beforeAll(async () => {
  editors = await startEditorsBrowser()
})
afterAll(() => editors?.stop())

// One after the other: the second makes the account that the third looks at.
test('without the token nobody makes the first account, and the page says why', async () => {
  const page = await editors.open('/admin')
  await page.waitForURL('**/admin/create-first-user')
  await fillIn(page)
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByText('takes the set-up token that the server printed').waitFor()

  expect(await editors.service.payload.count({ collection: 'users' })).toEqual({ totalDocs: 0 })
  expect(editors.takeProblems().filter((problem) => !problem.includes('403'))).toEqual([])
})

test('at the printed address the token is filled in, and the account is an administrator', async () => {
  const { payload, settings } = editors.service
  const printed = await firstAdmin(payload, settings)
  if (printed.state !== 'missing') throw new Error('no address to print')
  const page = await editors.open(printed.page)
  const token = new URL(page.url()).searchParams.get('token')
  await expect.poll(() => page.getByLabel('Set-up token').inputValue()).toBe(token)
  expect(await page.getByLabel('Email').locator('visible=true').count()).toBe(1)
  expect(await page.locator('#field-role').textContent()).toContain('Admin')

  await fillIn(page)
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('heading', { name: 'Content', exact: true }).waitFor()
  const { docs } = await payload.find({ collection: 'users' })
  expect(docs).toMatchObject([{ email: 'ana@example.org', name: 'Ana', role: 'admin' }])
  expect(editors.takeProblems()).toEqual([])
})

test('afterwards the token is asked for nowhere', async () => {
  const page = await editors.open('/admin/login')
  await page.getByLabel('Email').fill('ana@example.org')
  await page.getByLabel('Password').fill('a long password')
  await page.getByRole('button', { name: 'Login' }).click()
  await page.getByRole('link', { name: 'Show all Users' }).click()

  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('button', { name: 'Role' }).first().waitFor()
  expect(await page.getByText(/set-?up token/i).count()).toBe(0)
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.locator('.condition__field .rs__control').click()
  await page.locator('.rs__option', { hasText: 'Role' }).waitFor()
  expect(await page.getByText(/set-?up token/i).count()).toBe(0)

  for (const path of ['/admin/account', '/admin/collections/users/create']) {
    await visit(page, path)
    await page.locator('#field-name').waitFor()
    expect(await page.getByText(/set-?up token/i).count()).toBe(0)
    expect(await page.getByLabel('Email').locator('visible=true').count()).toBe(1)
  }
  await visit(page, '/admin/create-first-user')
  await page.getByRole('heading', { name: 'Content', exact: true }).waitFor()
  expect(editors.takeProblems()).toEqual([])
})

async function fillIn(page: Awaited<ReturnType<EditorsBrowser['open']>>): Promise<void> {
  await page.getByLabel('Email').locator('visible=true').fill('ana@example.org')
  await page.getByLabel('New Password').fill('a long password')
  await page.getByLabel('Confirm Password').fill('a long password')
  await page.getByLabel('Name').fill('Ana')
}
