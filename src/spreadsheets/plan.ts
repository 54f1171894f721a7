import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Row } from './cell.ts'
import type { Column } from './columns.ts'
import { decode, tellUnknown } from './decode.ts'
import { textsOf } from './decode-cell.ts'
import { encode } from './encode.ts'
import { stateOf } from './export-documents.ts'
import { withOwnFigures } from './figures-in-text.ts'
import { type Doc, readNamed } from './read-documents.ts'
import type { FileRow, RowMistake } from './read-file.ts'
import { eachNamed, eachStored, isId, References } from './references.ts'
import type { SheetWords } from './words.ts'

/** What a row of a file does. */
export type Planned = {
  row: number
  doc: Doc | undefined
  data: Record<string, unknown>
  mistakes: RowMistake[]
  warnings: RowMistake[]
}

/** Compares the rows of a file with their documents. */
export async function planRows(
  req: PayloadRequest,
  collection: CollectionSlug,
  columns: readonly Column[],
  rows: readonly FileRow[],
  words: SheetWords,
): Promise<Planned[]> {
  const ids = rows.map(({ id }) => id).filter(isId)
  const slugs = rows.filter(({ id }) => !id).flatMap(({ values }) => slugIn(values) || [])
  const docs = await readNamed(req, collection, ids, slugs)
  const references = new References(req)
  const want = (...one: [string, string]) => references.want(...one)
  for (const doc of docs) eachStored(columns, doc, want)
  for (const { values } of rows) {
    eachNamed(columns, values, (value) => textsOf(value) ?? [], want)
  }
  await references.load()

  const taken = new Map<string, number>()
  const planned: Planned[] = []
  for (const one of rows) {
    const plan = await planRow(req, collection, columns, one, { docs, references, words })
    const name = plan.doc?.id ?? slugIn(one.values)
    const before = name ? taken.get(name) : undefined
    if (before !== undefined) {
      plan.mistakes.push({
        row: one.row,
        column: one.id ? 'id' : 'slug',
        message: words.duplicate(before),
      })
    }
    if (name) taken.set(name, before ?? one.row)
    planned.push(plan)
  }
  return planned
}

type Known = { docs: readonly Doc[]; references: References; words: SheetWords }

async function planRow(
  req: PayloadRequest,
  collection: CollectionSlug,
  columns: readonly Column[],
  { id, locale, row, status, updatedAt, values }: FileRow,
  { docs, references, words }: Known,
): Promise<Planned> {
  const mistakes: RowMistake[] = []
  const warnings: RowMistake[] = []
  const mistake = (column: string, message: string) => mistakes.push({ row, column, message })
  const slug = slugIn(values)
  const doc = id
    ? docs.find((one) => one.id === id)
    : docs.find((one) => slug !== '' && one.slug === slug)
  if (id && !doc) mistake('id', words.noSuchDocument(collection, id))
  if (locale && locale !== req.locale) mistake('locale', words.locale(locale, String(req.locale)))

  const current = doc ? { doc, row: encode(columns, doc, references) } : { doc: {}, row: {} }
  const how = {
    req,
    references,
    words,
    isNew: !doc,
    mistake,
    warn: (column: string, message: string) => warnings.push({ row, column, message }),
  }
  tellUnknown(columns, values, how)
  const known = Object.fromEntries(
    Object.entries(values).filter(([name]) => columns.some((column) => column.name === name)),
  )
  const decoded = await decode(columns, known, current, how)
  const data = doc ? decoded : withOwnFigures(decoded, values)
  if (doc) {
    const state = stateOf(doc)
    const isNewer = updatedAt !== '' && updatedAt !== state.updatedAt
    // In a file from before the last change, the status may be what it was then.
    if (status && status !== state._status && !isNewer) mistake('_status', words.readOnly)
    if (isNewer && Object.keys(data).length > 0) mistake('updatedAt', words.newer)
  } else if (mistakes.length === 0) {
    // What a document is called by is not asked of a draft, but names it in every list.
    const { useAsTitle = 'id' } = req.payload.collections[collection]?.config.admin ?? {}
    const isNamed = useAsTitle === 'id' || Boolean(data[useAsTitle])
    if (!isNamed) mistake(useAsTitle, words.isNeeded)
  }
  return { row, doc, data, mistakes, warnings }
}

const slugIn = ({ slug }: Row): string => (typeof slug === 'string' ? slug.trim() : '')
