import { statfs } from 'node:fs/promises'
import type { AfterErrorHook, Plugin } from 'payload'

/** Below so many free bytes a file that could not be stored had no room: files may have as many. */
const roomForAFile = 20_000_000

/**
 * Answers 507 where a write finds no room. It has been undone, and can be made again once there is.
 *
 * @param dataDir where uploaded files are kept
 */
export const fullDisk =
  (dataDir: string): Plugin =>
  (config) => {
    const tell: AfterErrorHook = async ({ error }) => {
      if (!isFull(error) && !(await hadNoRoom(error, dataDir))) return
      const message = 'There is no room to store it. Nothing has been written; try again later.'
      return { status: 507, response: { errors: [{ message }] } }
    }
    const hooks = config.hooks?.afterError ?? []
    return { ...config, hooks: { ...config.hooks, afterError: [...hooks, tell] } }
  }

/** SQLite's, MongoDB's (OutOfDiskSpace) and the system's word for it. */
const codes = new Set<unknown>(['SQLITE_FULL', 14031, 'ENOSPC', 'EDQUOT'])

/** Errors come wrapped, in others that tell what was being done. */
function isFull(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (codes.has((one as { code?: unknown }).code)) return true
  }
  return false
}

/** Payload says of a file only that there was a problem. */
async function hadNoRoom({ name }: Error, dataDir: string): Promise<boolean> {
  if (name !== 'FileUploadError') return false
  const { bavail, bsize } = await statfs(dataDir)
  return bavail * bsize < roomForAFile
}
