/*
 * Serves the database of DATABASE_URL, with the timings of link checks given as JSON, until it is ended. It
 * prints where it listens, and closes when it is asked to.
 */
import { createService } from '../../../src/service.ts'
import { readSettings } from '../../../src/settings.ts'

const timings = JSON.parse(process.argv.at(-1) ?? '{}')
const service = await createService(readSettings(), { links: { isScheduled: true, timings } })
console.log(`listening at ${await service.listen()}`)
process.once('SIGTERM', () => void service.close().then(() => process.exit()))
