import type { Page, PageScreenshotOptions } from 'playwright-core'

/** For the README and for who looks: TEST_SCREENSHOTS=docs npm test -- test/admin/home */
export async function picture(
  page: Page,
  name: string,
  options: PageScreenshotOptions = {},
): Promise<void> {
  const folder = process.env.TEST_SCREENSHOTS
  if (!folder) return
  await page.mouse.move(0, 0)
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled', ...options })
}
