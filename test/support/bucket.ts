import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'

export type Bucket = {
  /** The settings that lead to it. */
  env: Record<string, string>
  /** The folder in which the server keeps what is in the bucket. */
  folder: string
  stop(): Promise<void>
}

/** A bucket on a real S3-compatible server. */
export async function startBucket(): Promise<Bucket> {
  const directory = await mkdtemp(join(tmpdir(), 'handbill-s3-'))
  const server = new S3rver({
    address: 'localhost',
    configureBuckets: [{ name: 'pictures', configs: [] }],
    directory,
    port: 0,
    silent: true,
  })
  const { port } = await server.run()
  return {
    async stop() {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
    env: {
      HANDBILL_S3_BUCKET: 'pictures',
      HANDBILL_S3_REGION: 'us-east-1',
      HANDBILL_S3_ENDPOINT: `http://localhost:${port}`,
      // The server's own, for tests.
      HANDBILL_S3_ACCESS_KEY_ID: 'S3RVER',
      HANDBILL_S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
    folder: join(directory, 'pictures'),
  }
}
