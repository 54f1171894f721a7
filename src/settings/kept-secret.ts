import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'

/**
 * The secret that is kept beside the embedded database, in `dataDir`.
 *
 * @param isMade whether one is made where there is none yet; else it is empty then
 * @throws UsageError when nothing can be kept there
 */
export function keptSecret(dataDir: string, isMade: boolean): string {
  const file = join(dataDir, 'secret')
  if (!isMade && !existsSync(file)) return ''
  try {
    mkdirSync(dataDir, { recursive: true })
    if (!existsSync(file)) makeSecret(file)
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new UsageError(`DATABASE_URL: nothing can be kept there: ${(error as Error).message}`)
  }
}

function makeSecret(file: string): void {
  try {
    // `wx` refuses to replace: two servers starting at once agree on the first one's secret.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
