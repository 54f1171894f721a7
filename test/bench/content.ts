import { getPayload } from 'payload'
import { createConfig } from '../../src/cms/config.ts'
import { createLogger } from '../../src/logger.ts'
import { readSettings } from '../../src/settings.ts'

/** The last claim has no figures: of their translated label stock Payload orders the bytes otherwise. */
const last = 9

const asOf = '2026-01-01T12:00:00.000Z'

/** Claims have a text of some length with `long`, and none without. */
const isLong = process.argv.includes('long')

console.log(await fillDatabase())

/**
 * Makes ten published claims, each with a campaign and a source, in the database of the environment.
 *
 * @returns the id of the last claim
 */
async function fillDatabase(): Promise<string> {
  const settings = readSettings()
  const config = await createConfig(settings, createLogger(settings))
  const payload = await getPayload({ config })
  const published = { _status: 'published' as const }
  const campaign = await payload.create({
    collection: 'campaigns',
    data: { title: 'The benchmark', ...published },
  })
  let claim = ''
  for (let i = 0; i <= last; i++) {
    const source = await payload.create({
      collection: 'resources',
      data: { title: `Source ${i}`, url: `https://example.org/${i}`, kind: 'report', ...published },
    })
    const { id } = await payload.create({
      collection: 'claims',
      data: {
        statement: `Claim ${i}`,
        campaign: campaign.id,
        evidence: [{ source: source.id, locator: `p. ${i}` }],
        ...(isLong ? { body: text() } : {}),
        figures: i === last ? [] : [{ label: 'Number', value: i, unit: 'items', asOf }],
        ...published,
      },
    })
    claim = id
  }
  await payload.destroy()
  return claim
}

/** Five paragraphs of forty words, as the editor keeps them. */
function text() {
  const node = { version: 1, format: '' as const, indent: 0, direction: null }
  const words = Array.from({ length: 40 }, (_, n) => `word${n}`).join(' ')
  const leaf = { type: 'text', version: 1, text: words, format: 0, detail: 0, mode: 'normal' }
  const children = Array.from({ length: 5 }, () => ({
    ...{ ...node, type: 'paragraph' },
    children: [{ ...leaf, style: '' }],
  }))
  return { root: { ...node, type: 'root', children } }
}
