import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../errors.ts'
import { namesIn } from '../media-files.ts'
import { takeFolderTurn } from './folder-turn.ts'

/**
 * The folder in which a place is filled, beside where it is going to be. From when it says that it is
 * whole, what it holds has begun to move.
 */
export function workingFolder(dataDir: string) {
  const folder = join(dataDir, '.restoring')
  const whole = join(folder, 'whole')
  let endTurn: (() => void) | undefined
  return {
    folder,
    /** Keeps other restores away, until the end of this one. */
    async take(): Promise<void> {
      await mkdir(dataDir, { recursive: true })
      endTurn = await takeFolderTurn(`${folder}.lock`)
    },
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
    async end(): Promise<void> {
      await rm(folder, { recursive: true, force: true })
      endTurn?.()
    },
    /** Lets go of it; when files have begun to move, it stays, for the next restore to know that. */
    async abandon(): Promise<void> {
      // What another restore fills is not touched.
      if (!endTurn) return
      if (!existsSync(whole)) await rm(folder, { recursive: true, force: true })
      endTurn()
    },
  }
}
