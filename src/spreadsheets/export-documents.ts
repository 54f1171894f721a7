import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import type { Row } from './cell.ts'
import { columnsOf, stateColumns } from './columns.ts'
import { toCsv } from './csv.ts'
import { encode } from './encode.ts'
import { type Doc, readDocuments } from './read-documents.ts'
import type { Format } from './read-file.ts'
import { eachStored, References } from './references.ts'
import { cellUnder, headerOf } from './table.ts'

/** More than a campaign has, and little enough to be put together in memory. */
export const mostExported = 20_000

/**
 * A collection's documents as a file, the newest drafts, in the request's language.
 *
 * @returns undefined when there are more than can be exported at once
 */
export async function exportDocuments(
  req: PayloadRequest,
  collection: CollectionSlug,
  format: Format,
  { where, sort }: { where: Where; sort: string[] },
): Promise<string | undefined> {
  const { config } = req.payload.collections[collection] as never as {
    config: Parameters<typeof columnsOf>[0]
  }
  const columns = await columnsOf(config, req)
  const most = mostExported
  const docs = await readDocuments(req, collection, where, { most, sort })
  if (docs.length > most) return undefined
  const references = new References(req)
  for (const doc of docs) eachStored(columns, doc, (...one) => references.want(...one))
  await references.load()

  const locale = String(req.locale)
  const rows = docs.map(
    (doc): Row => ({
      id: doc.id,
      locale,
      ...encode(columns, doc, references),
      ...stateOf(doc),
    }),
  )
  if (format === 'json') return `${JSON.stringify({ collection, locale, docs: rows }, null, 2)}\n`
  const header = ['id', 'locale', ...headerOf(columns, rows), ...stateColumns]
  return toCsv(
    header,
    rows.map((row) => header.map((name) => cellUnder(row, name))),
  )
}

export const stateOf = ({ _status, updatedAt }: Doc) => ({
  _status: _status ?? null,
  updatedAt: updatedAt ? new Date(updatedAt).toISOString() : null,
})
