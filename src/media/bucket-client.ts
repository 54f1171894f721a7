import type { S3ClientConfig } from '@aws-sdk/client-s3'
import type { S3Settings } from '../settings.ts'

/** How the bucket of the settings is asked. */
export const bucketClient = ({ endpoint, key, region }: S3Settings): S3ClientConfig => ({
  region,
  // Servers that are not Amazon's know buckets by path, and no checksums behind the body.
  ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  ...(key ? { credentials: { accessKeyId: key.id, secretAccessKey: key.secret } } : {}),
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
})
