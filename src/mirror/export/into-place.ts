import { mkdir, mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../../errors.ts'
import { manifestFile, signatureFile } from '../manifest.ts'

/**
 * Has a folder written beside the one that is wanted, and puts it there when it is whole. What was there is
 * gone then, if it was a copy.
 *
 * @param write gets a folder to write in, and says which one below it is to be put there
 * @throws UsageError when something else is there
 */
export async function writeIntoPlace<T>(
  out: string,
  write: (folder: string) => Promise<{ folder: string; result: T }>,
): Promise<T> {
  const path = await realpath(out).catch(() => resolve(out))
  const isThere = await mayReplace(path, out)
  const parent = dirname(path)
  await mkdir(parent, { recursive: true })
  const beside = await mkdtemp(join(parent, `.${basename(path)}-`))
  try {
    const { folder, result } = await write(beside)
    const old = join(beside, 'old')
    if (isThere) await rename(path, old)
    await rename(folder, path).catch(async (error) => {
      if (isThere) await rename(old, path)
      throw error
    })
    return result
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

/** @returns whether something is there */
async function mayReplace(path: string, out: string): Promise<boolean> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new UsageError(
      `--out: ${out}: ${error.code === 'ENOTDIR' ? 'not a folder' : error.message}`,
    )
  })
  if (names === undefined) return false
  if (names.length > 0 && !(names.includes(manifestFile) && names.includes(signatureFile))) {
    throw new UsageError(`--out: ${out} holds something else than a copy; name another folder`)
  }
  return true
}
