import { resolve } from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'

/** Payload as its own template serves it, on the same collections and the same database. */
export default withPayload(
  {
    typescript: { ignoreBuildErrors: true },
    turbopack: { root: resolve(import.meta.dirname, '../../..') },
  },
  { devBundleServerPackages: false },
)
