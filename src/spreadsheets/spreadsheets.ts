import type { CollectionConfig, Plugin } from 'payload'
import { exportEndpoint, importEndpoint, type SpreadsheetLimits } from './endpoints.ts'

export type SpreadsheetOptions = SpreadsheetLimits & { collections: readonly string[] }

/** Lets collections be exported to CSV and JSON, and imported from them, in their lists in the admin. */
export const spreadsheets =
  ({ collections, ...limits }: SpreadsheetOptions): Plugin =>
  (config) => ({
    ...config,
    collections: (config.collections ?? []).map((collection) =>
      collections.includes(collection.slug) ? withFiles(collection, limits) : collection,
    ),
  })

const withFiles = (collection: CollectionConfig, limits: SpreadsheetLimits): CollectionConfig => ({
  ...collection,
  admin: {
    ...collection.admin,
    components: {
      ...collection.admin?.components,
      beforeListTable: [
        ...(collection.admin?.components?.beforeListTable ?? []),
        '/admin/spreadsheets/list-files.tsx#ListFiles',
      ],
    },
  },
  endpoints: [
    ...(collection.endpoints || []),
    exportEndpoint(collection.slug),
    importEndpoint(collection.slug, limits),
  ],
})
