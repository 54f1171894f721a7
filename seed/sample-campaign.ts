import { join } from 'node:path'
import type { CollectionSlug, Payload } from 'payload'
import { parseFlyer } from '../src/importer/read/parse-flyer.ts'
import { readFlyer } from '../src/importer/read/read-flyer.ts'
import { type Report, writeFlyer } from '../src/importer/write/write-flyer.ts'

/** The languages of the sample flyers, the original first. */
const languages = ['en', 'es']

/**
 * Imports the sample campaign and publishes it, in those of its languages that the site has. A second
 * import changes nothing.
 */
export async function importSampleCampaign(payload: Payload): Promise<Report[]> {
  const { localization } = payload.config
  const locales = localization ? localization.localeCodes : []
  const reports: Report[] = []
  for (const locale of languages.filter((language) => locales.includes(language))) {
    const flyer = parseFlyer(await readFlyer(join('seed', `cloud-contracts.${locale}.md`)))
    const into = reports[0]?.campaign
    reports.push(
      await writeFlyer(payload, flyer, { locale, publish: true, ...(into ? { into } : {}) }),
    )
  }
  return reports
}

/**
 * Whether anyone has put anything into the database: accounts, what lies in the trash, and what the change
 * log still knows of included.
 */
export async function holdsDocuments(payload: Payload): Promise<boolean> {
  const collections = payload.config.collections.filter(({ slug }) => !slug.startsWith('payload-'))
  for (const { slug, trash } of collections) {
    const collection = slug as CollectionSlug
    const { totalDocs } = await payload.count({ collection, ...(trash ? { trash: true } : {}) })
    if (totalDocs > 0) return true
  }
  return false
}
