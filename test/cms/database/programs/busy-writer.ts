import { setTimeout as sleep } from 'node:timers/promises'
import { openSingleWriter } from '../../../../src/cms/database/single-writer/single-writer.ts'

/** Writes to the file that is named, in transactions of 20 ms and without a pause, until it is killed. */
const [file = ''] = process.argv.slice(2)
const client = await openSingleWriter(file)
let written = 0

async function write(): Promise<never> {
  for (;;) {
    const transaction = await client.transaction()
    await transaction.execute('INSERT INTO notes (id) VALUES (NULL)')
    await sleep(20)
    await transaction.commit()
    if (++written === 5) console.log('writing')
  }
}

await Promise.all([write(), write(), write(), write(), write()])
