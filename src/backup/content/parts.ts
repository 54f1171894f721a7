import type { CollectionSlug, SanitizedCollectionConfig, SanitizedConfig } from 'payload'

/** The rows of one kind: the documents of a collection, or their versions. */
export type Part = { of: 'documents' | 'versions'; collection: CollectionSlug; name: string }

export type Row = Record<string, unknown> & { id: string }

/** What belongs to a place and not to the content: who edits what at the moment, and its own migrations. */
const ofThePlace = new Set(['payload-locked-documents', 'payload-migrations'])

/** Everything that the database keeps. What documents refer to comes in no particular order. */
export const partsOf = ({ collections }: SanitizedConfig): Part[] =>
  collections
    .filter(({ slug }) => !ofThePlace.has(slug))
    .flatMap(({ slug, versions }) => [
      part('documents', slug as CollectionSlug),
      ...(versions ? [part('versions', slug as CollectionSlug)] : []),
    ])

const part = (of: Part['of'], collection: CollectionSlug): Part => ({
  ...{ of, collection },
  name: `${of}/${collection}`,
})

/** A row without what ends with the process or the browser that it belongs to. */
export function withoutPassing(row: Row, { auth, slug }: SanitizedCollectionConfig): Row {
  if (slug === 'payload-jobs') return { ...row, processing: false }
  if (!auth) return row
  const { resetPasswordExpiration: _e, resetPasswordToken: _t, sessions: _s, ...kept } = row
  return kept as Row
}
