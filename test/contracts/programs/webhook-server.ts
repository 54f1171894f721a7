/*
 * Serves the database of DATABASE_URL, with the timings of webhooks given as JSON, until it is ended. It prints
 * where it listens, and makes the first account.
 */
import { firstAdmin } from '../../../src/cms/first-admin.ts'
import { createService } from '../../../src/service.ts'
import { readSettings } from '../../../src/settings.ts'

const settings = readSettings()
const timings = JSON.parse(process.argv.at(-1) ?? '{}')
const service = await createService(settings, { webhooks: { timings } })
await firstAdmin(service.payload, settings)
console.log(`listening at ${await service.listen()}`)
