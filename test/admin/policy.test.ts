import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditorsBrowser, startEditorsBrowser, visit } from './support/editors-browser.ts'

let editors: EditorsBrowser
beforeAll(async () => {
  editors = await startEditorsBrowser()
})
afterAll(() => editors?.stop())

test('only scripts that the page was sent with run in the admin', async () => {
  const page = await editors.signIn('admin')
  const policyOf = async () =>
    (await visit(page, '/admin'))?.headers()['content-security-policy'] ?? ''
  const [first, second] = [await policyOf(), await policyOf()]
  const nonce = /'nonce-([^']+)'/.exec(first)?.[1]
  expect(nonce).toBeTruthy()
  expect(second).not.toContain(nonce)
  expect(first).toContain("frame-ancestors 'none'")
  // Nothing of Payload's or ours was in the way of it.
  await page.getByRole('heading', { name: 'Content', exact: true }).waitFor()
  expect(editors.takeProblems()).toEqual([])

  const hasRun = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.smuggled = true'
    document.body.append(script)
    const image = document.createElement('img')
    image.setAttribute('onerror', 'window.smuggled = true')
    image.src = 'data:,'
    document.body.append(image)
    return new Promise((resolve) => setTimeout(() => resolve('smuggled' in window), 200))
  })
  expect(hasRun).toBe(false)
  expect(editors.takeProblems().join()).toContain('Content Security Policy')
})
