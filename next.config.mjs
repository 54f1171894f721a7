import { withPayload } from '@payloadcms/next/withPayload'

/** Next serves /admin only; everything else is the front server's (src/http). */
export default withPayload(
  {
    // `npm run check` checks types, once and with this project's own settings.
    typescript: { ignoreBuildErrors: true },
    turbopack: { root: import.meta.dirname },
    poweredByHeader: false,
    // Next would take src/pages, which is ours, for pages of its own; its entries are .tsx.
    pageExtensions: ['tsx'],
  },
  { devBundleServerPackages: false },
)
