import { rmSync } from 'node:fs'
import { createClient, type LibsqlError } from '@libsql/client'
import { UsageError } from '../../errors.ts'

/**
 * Takes the turn to fill a folder, by a lock that the system drops with the process that holds it.
 *
 * @param file which is the lock, in that folder
 * @returns what ends the turn
 * @throws UsageError when another restore is at it
 */
export async function takeFolderTurn(file: string): Promise<() => void> {
  const client = createClient({ url: `file:${file}` })
  try {
    // No second file beside it.
    await client.execute('PRAGMA journal_mode = MEMORY')
    await client.execute('BEGIN EXCLUSIVE')
  } catch (error) {
    client.close()
    if (!(error as LibsqlError).code?.startsWith('SQLITE_BUSY')) throw error
    throw new UsageError(`${file}: another restore is filling this place`)
  }
  return () => {
    rmSync(file, { force: true })
    client.close()
  }
}
