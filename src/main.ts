import type { Payload } from 'payload'
import { holdsDocuments, importSampleCampaign } from '../seed/sample-campaign.ts'
import { type FirstAdmin, firstAdmin } from './cms/first-admin.ts'
import { UsageError } from './errors.ts'
import { createService, type Service } from './service.ts'
import { readSettings } from './settings.ts'
import { isFirst, siblings } from './workers/siblings.ts'

async function main(): Promise<void> {
  const settings = readSettings()
  const others = siblings()
  const service = await createService(settings, {
    admin: true,
    ...(others ? { siblings: others } : {}),
  })
  stopOnSignal(service)
  const { payload } = service
  // Asked before there is an account: one that the settings name is no sign of use.
  const isNew = settings.database.kind === 'sqlite' && !(await holdsDocuments(payload))
  const admin = await firstAdmin(payload, settings)
  if (isNew) await giveSample(payload)
  const address = await service.listen()
  // The system chose the port 0 stands for after the public address was derived from it.
  if (isFirst()) announce(service, settings.port === 0 ? address : settings.publicUrl, admin)
}

/** Gives somebody who looks for the first time something to look at. */
async function giveSample(payload: Payload): Promise<void> {
  try {
    const [report] = await importSampleCampaign(payload)
    if (report) console.log(`The sample campaign has been imported: ${report.campaign}`)
  } catch (error) {
    payload.logger.error({ err: error }, 'The sample campaign could not be imported.')
  }
}

function announce({ payload }: Service, url: string, admin: FirstAdmin): void {
  const { routes } = payload.config
  console.log(`
Handbill answers at ${url}

  API      ${url}${routes.api}/campaigns
  GraphQL  ${url}${routes.api}${routes.graphQL}  (to try it: ${url}${routes.graphQL})
  Docs     ${url}/docs
  Admin    ${url}${routes.admin}
`)
  if (admin.state === 'made') console.log(`The first account has been made: ${admin.email}\n`)
  if (admin.state === 'missing') {
    console.log(
      `Nobody has an account yet. Make the first one here; the address works once:\n\n  ${url}${admin.page}\n`,
    )
  }
}

/** Milliseconds for finishing: whoever sent the signal kills after ten seconds, and then nothing is said. */
const patience = 9000

/** The first signal finishes what is under way, as far as there is time; a later one does not wait. */
function stopOnSignal(service: Service): void {
  let since: number | undefined
  const stop = async () => {
    // Ctrl-C comes twice at once: from the terminal, and passed on by npm.
    if (since !== undefined && performance.now() - since < 1000) return
    if (since !== undefined) process.exit(1)
    since = performance.now()
    // A database that is gone or a client that never reads would be waited for without end.
    setTimeout(() => {
      service.payload.logger.warn('Not all that was under way could be finished in time.')
      process.exit(1)
    }, patience)
    await service.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

main().catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error)
  process.exit(1)
})
