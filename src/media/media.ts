import type { Plugin } from 'payload'
import type { S3Settings } from '../settings.ts'
import { sameHeaders } from './same-headers.ts'
import { storage } from './storage.ts'
import { takePicture } from './take-picture.ts'

/** What uploads of Handbill are beside Payload's own: cleaned, and in a bucket where the settings say so. */
export const media =
  (s3: S3Settings | undefined): Plugin =>
  (config) => {
    const taken = {
      ...config,
      collections: (config.collections ?? []).map((collection) => {
        if (collection.slug !== 'media' || typeof collection.upload !== 'object') return collection
        const { hooks, upload } = collection
        return {
          ...collection,
          hooks: { ...hooks, beforeOperation: [...(hooks?.beforeOperation ?? []), takePicture] },
          upload: { ...upload, modifyResponseHeaders: sameHeaders },
        }
      }),
    }
    return s3 ? storage(s3)(taken) : taken
  }
