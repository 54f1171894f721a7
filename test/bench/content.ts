import { getPayload } from 'payload'
import { createConfig } from '../../src/cms/config.ts'
import { createLogger } from '../../src/logger.ts'
import { readSettings } from '../../src/settings.ts'

/** The last claim has no figures: of their translated label stock Payload orders the bytes otherwise. */
const last = 9

const asOf = '2026-01-01T12:00:00.000Z'

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
        figures: i === last ? [] : [{ label: 'Number', value: i, unit: 'items', asOf }],
        ...published,
      },
    })
    claim = id
  }
  await payload.destroy()
  return claim
}
