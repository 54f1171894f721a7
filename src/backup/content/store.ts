import { buildVersionCollectionFields, type Payload } from 'payload'
import type { Part, Row } from './parts.ts'

/** A database that is read or filled, row by row, past hooks and access. */
export type Store = {
  /** All rows of a kind, some at a time, in the order of their ids. */
  read(part: Part): AsyncIterable<Row[]>
  /** Adds rows as they were read, under their own ids; the change log does not notice. */
  write(part: Part, rows: Row[]): Promise<void>
}

/** The fields of a kind of row, as they are and flattened. */
export function fieldsOf({ collections, config }: Payload, { collection, of }: Part) {
  const { config: one } = collections[collection]
  if (of === 'documents') return { fields: one.fields, flattened: one.flattenedFields, config: one }
  return {
    fields: buildVersionCollectionFields(config, one),
    flattened: buildVersionCollectionFields(config, one, true),
    config: one,
  }
}
