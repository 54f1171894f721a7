import { execFileSync } from 'node:child_process'
import { mkdtemp, open, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Given } from '../fault.ts'

export type SmallDisk = {
  folder: string
  /** Leaves no room on it. */
  fill(): Promise<void>
  free(): Promise<void>
}

/** A file system of its own in memory, of so many megabytes; it is gone when the case is over. */
export async function mountSmallDisk({ after }: Given, megabytes: number): Promise<SmallDisk> {
  if (process.getuid?.() !== 0) throw new Error('only root can mount a file system to fill')
  const folder = await mkdtemp(join(tmpdir(), 'handbill-full-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  after(async () => {
    execFileSync('umount', ['-l', folder])
    await rm(folder, { recursive: true })
  })
  const filler = join(folder, 'filler')
  return {
    folder,
    async fill() {
      const file = await open(filler, 'a')
      const { bavail, bsize } = await statfs(folder)
      const piece = Buffer.alloc(1024 * 1024)
      // The last one is written as far as there is room.
      for (let room = bavail * bsize; room >= 0; room -= piece.length)
        await file.write(piece).catch(() => {})
      await file.close()
    },
    free: () => rm(filler, { force: true }),
  }
}
