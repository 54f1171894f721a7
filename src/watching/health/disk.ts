import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Check } from './readiness.ts'

/** Bytes: room for an hour in which somebody can make more. */
const enough = 512 * 1024 * 1024

/** What is free where the data is kept, in bytes; where there is no folder yet, of what it will be in. */
export async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch (error) {
    const parent = dirname(folder)
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === folder) throw error
    return freeBytes(parent)
  }
}

/** A full disk is no reason to send readers elsewhere: what is there can be read. */
export const diskCheck =
  (folder: string): Check =>
  async () =>
    (await freeBytes(folder)) < enough
      ? { state: 'warning', reason: 'less than 512 MiB are free' }
      : { state: 'ok' }
