import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { S3Settings } from '../settings.ts'
import { bucketClient } from './bucket-client.ts'

/** The bucket of uploaded files, for who reads and fills it as a whole. */
export type Bucket = {
  /** A file, or nothing when there is none of that name. */
  read(name: string): Promise<{ size: number; content: AsyncIterable<Buffer> } | undefined>
  /** Puts a file there, which will be served as what `type` says. */
  put(name: string, file: string, type: string): Promise<void>
  remove(name: string): Promise<void>
  close(): void
}

/** Opens the bucket in which the server keeps uploaded files under their own names. */
export async function openBucket(settings: S3Settings): Promise<Bucket> {
  // As in storage.ts: it takes its time to load.
  const { NoSuchKey, S3 } = await import('@aws-sdk/client-s3')
  const client = new S3(bucketClient(settings))
  const { bucket: Bucket } = settings
  return {
    async read(Key) {
      try {
        const { Body, ContentLength = 0 } = await client.getObject({ Bucket, Key })
        return { size: ContentLength, content: Body as unknown as AsyncIterable<Buffer> }
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
    async put(Key, file, ContentType) {
      const { size: ContentLength } = await stat(file)
      const Body = createReadStream(file)
      await client.putObject({ Bucket, Key, Body, ContentLength, ContentType })
    },
    async remove(Key) {
      await client.deleteObject({ Bucket, Key })
    },
    close: () => client.destroy(),
  }
}
