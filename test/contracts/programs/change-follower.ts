/* Follows the change log of DATABASE_URL and prints the entries, a line of JSON each, until it is ended. */
import { follow } from '../../../src/changes/follower.ts'
import { changeLogOf } from '../../../src/cms/changes/change-log.ts'
import { openPayload } from '../../../src/cms/open-payload.ts'
import { createLogger } from '../../../src/logger.ts'
import { readSettings } from '../../../src/settings.ts'

const settings = readSettings()
const payload = await openPayload(settings)
const logged = changeLogOf(payload)
if (!logged) throw new Error('The config keeps no change log.')
follow(logged.log, {
  after: 0,
  handle: (changes) => console.log(changes.map((change) => JSON.stringify(change)).join('\n')),
  logger: createLogger({ ...settings, logLevel: 'error' }),
})
console.log('ready')
setInterval(() => {}, 1000)
