import { openPayload } from '../src/cms/open-payload.ts'
import { UsageError } from '../src/errors.ts'
import { summaryOf } from '../src/importer/report.ts'
import { readSettings } from '../src/settings.ts'
import { importSampleCampaign } from './sample-campaign.ts'

async function seed(): Promise<void> {
  const payload = await openPayload(readSettings())
  try {
    const reports = await importSampleCampaign(payload)
    for (const report of reports) console.log(summaryOf(report, { publish: true }))
  } finally {
    await payload.destroy()
  }
}

seed().catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error)
  process.exitCode = 1
})
