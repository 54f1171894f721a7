import { APIError, type CollectionConfig, NotFound, type Plugin, type UploadConfig } from 'payload'
import type { S3Settings } from '../settings.ts'
import { bucketClient } from './bucket-client.ts'
import { sameHeaders } from './same-headers.ts'

/** The collection whose files a bucket keeps. */
export const inBucket = 'media'

/** Keeps uploaded files in a bucket; they are served by Payload's own route all the same. */
export const storage =
  (settings: S3Settings): Plugin =>
  async (config) => {
    const { bucket, endpoint, key } = settings
    // Amazon's client takes its time to load, which a server without a bucket has no use for.
    const { s3Storage } = await import('@payloadcms/storage-s3')
    const stored = await s3Storage({
      bucket,
      // By its name alone, servers of several buckets in one process would share a client.
      clientCacheKey: `${endpoint} ${bucket} ${key?.id}`,
      collections: { [inBucket]: true },
      config: bucketClient(settings),
    })(config)
    return { ...stored, collections: (stored.collections ?? []).map(asOnDisk) }
  }

/** What is in the database, and what readers get, does not depend on where files are. */
function asOnDisk(collection: CollectionConfig): CollectionConfig {
  if (collection.slug !== inBucket || typeof collection.upload !== 'object') return collection
  const { fields, upload } = collection
  return {
    ...collection,
    // Only files that browsers send to the bucket themselves have a key of their own.
    fields: fields.filter((field) => !('name' in field && field.name === '_objectKey')),
    upload: { ...upload, handlers: (upload.handlers ?? []).map(answering) },
  }
}

type Handler = NonNullable<UploadConfig['handlers']>[number]

/** The adapter's own answers to what goes wrong are without Payload's body and headers. */
const answering =
  (handle: Handler): Handler =>
  async (req, args): Promise<Response> => {
    const answer = await handle(req, args)
    // What looks and says nothing leaves it to the next one.
    if (!answer) return undefined as unknown as Response
    if (answer.status === 404) throw new NotFound(req.t)
    if (answer.status >= 500) {
      throw new APIError('The file cannot be read from where it is kept.', 502, null, true)
    }
    sameHeaders({ headers: answer.headers })
    return answer
  }
