import type { Flyer } from '../flyer.ts'
import type { DocumentWriter } from './document-writer.ts'
import type { Existing } from './existing.ts'
import { toLexical } from './lexical.ts'
import type { Matches } from './match.ts'

/**
 * Writes a flyer's texts as a translation of a campaign of the same structure. Fields that all
 * languages share stay as they are.
 *
 * @returns a warning for every address that is another one in the translation.
 */
export async function writeTranslation(
  writer: DocumentWriter,
  flyer: Flyer,
  existing: Existing,
  matches: Matches,
): Promise<string[]> {
  const warnings: string[] = []
  for (const [i, { title, url }] of flyer.resources.entries()) {
    const found = matches.resource[i]
    if (url && found?.url !== url) {
      warnings.push(
        `"${title}" is at ${url} in the flyer; the campaign has ${found?.url ?? 'none'}`,
      )
    }
    await writer.save('resources', found?.doc, { title })
  }
  for (const [i, { statement, body }] of flyer.claims.entries()) {
    await writer.save('claims', matches.claim[i]?.doc, { statement, body: toLexical(body) })
  }
  for (const [i, { title, body }] of flyer.demands.entries()) {
    await writer.save('demands', matches.demand[i]?.doc, { title, body: toLexical(body) })
  }
  const { title, summary, body } = flyer.campaign
  const sections = existing.sections.map((row, i) => ({
    ...row,
    heading: flyer.sections[i]?.heading,
    body: toLexical(flyer.sections[i]?.body ?? []),
  }))
  const data = { title, summary, body: toLexical(body), sections }
  await writer.save('campaigns', existing.campaign, data)
  return warnings
}
