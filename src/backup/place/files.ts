import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../errors.ts'
import { namesIn } from '../media-files.ts'

/**
 * The folder in which a place is filled, beside where it is going to be. From when it says that it is
 * whole, what it holds has begun to move.
 */
export function workingFolder(dataDir: string) {
  const folder = join(dataDir, '.restoring')
  const whole = join(folder, 'whole')
  return {
    folder,
    /**
     * Clears away what an earlier restore has left.
     *
     * @param names of the folders that a restore fills, none of which may be in use
     */
    async begin(names: string[]): Promise<void> {
      if (existsSync(whole)) {
        for (const name of names) await rm(join(dataDir, name), { recursive: true, force: true })
      }
      for (const name of names) {
        const files = await namesIn(join(dataDir, name))
        if (files.length > 0) {
          throw new UsageError(
            `${join(dataDir, name)}: ${files.length} files are there already; a restore needs an empty place`,
          )
        }
      }
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { recursive: true, mode: 0o700 })
    },
    /** Moves what has been filled to where it belongs. */
    async move(names: string[]): Promise<void> {
      await writeFile(whole, '')
      for (const name of names.filter((one) => existsSync(join(folder, one)))) {
        await rm(join(dataDir, name), { recursive: true, force: true })
        await rename(join(folder, name), join(dataDir, name))
      }
    },
    end: () => rm(folder, { recursive: true, force: true }),
  }
}
