import axe, { type AxeResults, type ContextProp, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

type Parts = { include: ContextProp; exclude?: ContextProp }

/**
 * What axe finds in somebody's way: each rule that is broken, and where.
 *
 * @param parts what is looked at; the whole page unless said
 */
export async function barriers(
  page: Page,
  parts?: string | Parts,
  rules: RunOptions['rules'] = {},
): Promise<[rule: string, places: string[]][]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  const asked = `axe.run(${JSON.stringify(parts) ?? 'document'}, ${JSON.stringify({ rules })})`
  const { passes, violations } = (await page.evaluate(asked)) as AxeResults
  // Nothing is in the way where there is nothing.
  if (passes.length <= (parts ? 3 : 10)) throw new Error('There is too little to look at.')
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])
}
