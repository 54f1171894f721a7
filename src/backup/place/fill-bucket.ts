import { join } from 'node:path'
import { UsageError } from '../../errors.ts'
import { type Bucket, openBucket } from '../../media/bucket.ts'
import type { S3Settings } from '../../settings.ts'
import type { Entry } from '../archive/manifest.ts'
import { digestOf } from '../archive/read-archive.ts'

type File = Pick<Entry, 'sha256'> & { name: string; type: string }

/**
 * Puts restored files into a bucket and reads them back. What is there under one of their names already has to
 * be the very same: a bucket often outlives its database.
 *
 * @param folder that holds the files
 * @returns what takes out again what has been put in
 * @throws UsageError when another file has one of the names
 */
export async function fillBucket(
  settings: S3Settings,
  folder: string,
  files: readonly File[],
): Promise<() => Promise<void>> {
  const put: string[] = []
  const using = async (use: (bucket: Bucket) => Promise<void>) => {
    const bucket = await openBucket(settings)
    await use(bucket).finally(() => bucket.close())
  }
  const undo = () =>
    using(async (bucket) => {
      for (const name of put) await bucket.remove(name)
    })
  try {
    await using(async (bucket) => {
      const absent: File[] = []
      for (const file of files) {
        const found = await sha256In(bucket, file.name)
        if (found === undefined) absent.push(file)
        else if (found !== file.sha256) {
          throw new UsageError(
            `HANDBILL_S3_BUCKET: another ${file.name} is in ${settings.bucket} already; a restore replaces no file`,
          )
        }
      }
      for (const { name, sha256, type } of absent) {
        put.push(name)
        await bucket.put(name, join(folder, name), type)
        if ((await sha256In(bucket, name)) !== sha256) {
          throw new Error(`${name} is not in the bucket as it was put there.`)
        }
      }
    })
  } catch (error) {
    await undo()
    throw error
  }
  return undo
}

async function sha256In(bucket: Bucket, name: string): Promise<string | undefined> {
  const file = await bucket.read(name)
  return file && (await digestOf(file.content)).sha256
}
