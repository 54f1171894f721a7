import {
  APIError,
  type CollectionSlug,
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import type { Column } from './columns.ts'
import { type Planned, planRows } from './plan.ts'
import type { FileRow, RowMistake } from './read-file.ts'
import type { SheetWords } from './words.ts'

type Action = 'created' | 'updated' | 'unchanged'

type ImportedRow = {
  row: number
  action: Action
  published: boolean
  /** Null for what a dry run has created, and taken back. */
  id: string | null
  title: string
}

export type Imported = {
  dryRun: boolean
  counts: Record<Action | 'published', number>
  rows: ImportedRow[]
  mistakes: RowMistake[]
  /** What of a cell could not be kept. */
  warnings: RowMistake[]
}

export type ImportOptions = {
  collection: CollectionSlug
  columns: readonly Column[]
  rows: readonly FileRow[]
  mistakes: readonly RowMistake[]
  locale: string
  publish: boolean
  dryRun: boolean
  words: SheetWords
}

/**
 * Does what the rows of a file say, all of it or nothing: with a mistake in any row, and in a dry run,
 * everything is taken back.
 */
export async function importDocuments(
  { payload, user, i18n }: PayloadRequest,
  options: ImportOptions,
): Promise<Imported> {
  const { locale } = options
  const req = await createLocalReq(
    { fallbackLocale: false, locale, req: { i18n }, ...(user ? { user } : {}) },
    payload,
  )
  const canTakeBack = await initTransaction(req)
  try {
    if (!canTakeBack) throw new APIError('Importing needs transactions.', 503, null, true)
    const done = await doRows(req, options)
    if (options.dryRun || done.mistakes.length > 0) await killTransaction(req)
    else await commitTransaction(req)
    return done
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

async function doRows(req: PayloadRequest, options: ImportOptions): Promise<Imported> {
  const { collection, columns, dryRun, words } = options
  const planned = await planRows(req, collection, columns, options.rows, words)
  const mistakes = [...options.mistakes, ...planned.flatMap((one) => one.mistakes)]
  const rows: ImportedRow[] = []
  for (const plan of planned) {
    if (plan.mistakes.length > 0) continue
    try {
      rows.push(await doRow(req, plan, options))
    } catch (error) {
      const found = mistakesIn(error, plan.row)
      // After a failure of the database nothing more can be learnt in its transaction.
      if (found.length === 0 && mistakes.length === 0) throw error
      mistakes.push(...found)
      if (found.length === 0) break
    }
  }
  const count = (action: Action) => rows.filter((one) => one.action === action).length
  return {
    dryRun,
    counts: {
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      published: rows.filter(({ published }) => published).length,
    },
    rows,
    mistakes: mistakes.sort((one, other) => one.row - other.row),
    warnings: planned.flatMap((one) => one.warnings),
  }
}

async function doRow(
  req: PayloadRequest,
  { data, doc, row }: Planned,
  { collection, dryRun, locale, publish }: ImportOptions,
): Promise<ImportedRow> {
  const common = {
    collection,
    depth: 0,
    draft: !publish,
    fallbackLocale: false as const,
    locale: locale as never,
    overrideAccess: false,
    req,
  }
  const status = publish ? { _status: 'published' } : {}
  const titleOf = (one: object): string => {
    const field = req.payload.collections[collection]?.config.admin.useAsTitle ?? 'id'
    return String((one as Record<string, unknown>)[field] ?? '')
  }
  if (!doc) {
    const made = await req.payload.create({
      ...common,
      data: { ...data, _status: 'draft', ...status } as never,
    })
    const id = dryRun ? null : String(made.id)
    return { row, action: 'created', published: publish, id, title: titleOf(made) }
  }
  const isChanged = Object.keys(data).length > 0
  const published = publish && (isChanged || doc._status !== 'published')
  if (isChanged || published) {
    await req.payload.update({ ...common, data: { ...data, ...status } as never, id: doc.id })
  }
  const action = isChanged ? 'updated' : 'unchanged'
  return { row, action, published, id: doc.id, title: titleOf({ ...doc, ...data }) }
}

/** What of a failed write is the file's mistake; nothing when it is none. */
function mistakesIn(error: unknown, row: number): RowMistake[] {
  if (error instanceof ValidationError) {
    return error.data.errors.map(({ message, path }) => ({
      row,
      // Rows are counted from one, as in the names of the columns.
      column: path.replace(/\.(\d+)(?=\.|$)/g, (_, nth) => `.${Number(nth) + 1}`),
      message,
    }))
  }
  const isTheirs = error instanceof APIError && error.status >= 400 && error.status < 500
  return isTheirs ? [{ row, column: '', message: error.message }] : []
}
