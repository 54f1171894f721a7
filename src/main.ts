import { firstAdmin } from './cms/first-admin.ts'
import { UsageError } from './errors.ts'
import { createService, type Service } from './service.ts'
import { readSettings } from './settings.ts'

async function main(): Promise<void> {
  const settings = readSettings()
  const service = await createService(settings, { admin: true })
  stopOnSignal(service)
  const address = await service.listen()
  const setupPage = await firstAdmin(service.payload, settings)

  const { routes } = service.payload.config
  console.log(`
Handbill answers.
  API      ${address}${routes.api}/campaigns
  GraphQL  ${address}${routes.api}${routes.graphQL}  (try it: ${address}${routes.graphQL})
  Admin    ${setupPage ?? `${address}${routes.admin}`}
${setupPage ? '           This address makes the first account, once. Keep it to yourself.\n' : ''}`)
}

/** SIGTERM finishes what is under way; a second signal does not wait. */
function stopOnSignal(service: Service): void {
  let isStopping = false
  const stop = async () => {
    if (isStopping) process.exit(1)
    isStopping = true
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
