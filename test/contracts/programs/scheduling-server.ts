/*
 * Serves the database of DATABASE_URL until it is ended, and prints where it listens. The options say when it
 * is to die of itself: before or after the commit that publishes something of a collection. `queue` is a
 * document that Payload's own schedule is to publish at once.
 */
import { firstAdmin } from '../../../src/cms/first-admin.ts'
import { createService } from '../../../src/service.ts'
import { readSettings } from '../../../src/settings.ts'

type Options = {
  dies?: { collection: string; when: 'before' | 'after' }
  queue?: { relationTo: string; value: string }
}

const settings = readSettings()
const { dies, queue }: Options = JSON.parse(process.argv.at(-1) ?? '{}')
const scheduling = { poll: 50, lease: 1500, pause: 100 }
const service = await createService(settings, { scheduling })
const { db } = service.payload
let setListening = () => {}
const listening = new Promise<void>((resolve) => {
  setListening = resolve
})
if (dies) dieAt(dies)
await firstAdmin(service.payload, settings)
if (queue) await queueJob(queue)
console.log(`listening at ${await service.listen()}`)
setListening()

function dieAt({ collection, when }: NonNullable<Options['dies']>): void {
  const doomed = new Set<unknown>()
  const { commitTransaction, updateOne } = db
  db.updateOne = async (args) => {
    if (args.collection === collection) doomed.add(await args.req?.transactionID)
    return updateOne.call(db, args)
  }
  db.commitTransaction = async (given) => {
    const id = await given
    if (doomed.has(id)) await listening
    if (doomed.has(id) && when === 'before') process.kill(process.pid, 'SIGKILL')
    await commitTransaction.call(db, id)
    if (doomed.has(id)) process.kill(process.pid, 'SIGKILL')
  }
}

async function queueJob(doc: NonNullable<Options['queue']>): Promise<void> {
  const { docs } = await service.payload.find({ collection: 'users', limit: 1 })
  await service.payload.jobs.queue({
    task: 'schedulePublish',
    input: { type: 'publish', doc, user: { relationTo: 'users', value: docs[0]?.id } } as never,
    waitUntil: new Date(),
  })
}
