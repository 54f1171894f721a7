import {
  APIError,
  type CollectionSlug,
  type Endpoint,
  Forbidden,
  headersWithCors,
  type PayloadRequest,
  parseParams,
  type Where,
} from 'payload'
import { z } from 'zod'
import { canPublish, canWrite, isStaff } from '../../collections/access/roles.ts'
import { BadQuery, forbidden, mistake } from '../cms/readers/mistake.ts'
import { refuse } from '../cms/readers/refuse.ts'
import { schemaMistakes } from '../cms/readers/schema-mistakes.ts'
import { jsonBody } from '../cms/rest/json-body.ts'
import { columnsOf } from './columns.ts'
import { exportDocuments, mostExported } from './export-documents.ts'
import { importDocuments } from './import-documents.ts'
import { formats, type RowMistake, readFile } from './read-file.ts'
import { sheetWordsIn } from './words.ts'

export type SpreadsheetLimits = {
  /** How many rows one import may have: it is one transaction, during which others wait. */
  mostRows: number
}

const largestFile = 20_000_000
const mostMistakes = 100
const exportParameters = ['format', 'locale', 'where', 'sort', 'search']

/** `GET /api/{collection}/export?format=csv|json`: what the list holds, as a file. */
export const exportEndpoint = (collection: string): Omit<Endpoint, 'root'> => ({
  method: 'get',
  path: '/export',
  handler: (req) =>
    tellingMistakes(req, async () => {
      if (!isStaff(req.user)) throw new Forbidden(req.t)
      const unknown = parametersOf(req).filter((name) => !exportParameters.includes(name))
      const format = z.enum(formats).safeParse(req.query.format ?? 'csv')
      if (unknown.length > 0 || !format.success) {
        throw new BadQuery([
          ...unknown.map((name) => mistake(name, `accepted: ${exportParameters.join(', ')}`)),
          ...(format.success ? [] : [mistake('format', `accepted: ${formats.join(', ')}`)]),
        ])
      }
      checkLocale(req, req.query.locale ?? req.locale)
      const sort = typeof req.query.sort === 'string' ? req.query.sort.split(',') : []
      const file = await exportDocuments(req, collection as CollectionSlug, format.data, {
        where: whereOf(req, collection),
        sort,
      })
      if (file === undefined) {
        const message = `accepted: a filter that leaves at most ${mostExported} documents`
        throw new BadQuery([mistake('where', message)])
      }
      const day = new Date().toISOString().slice(0, 10)
      const name = `${collection}-${req.locale}-${day}.${format.data}`
      const headers = headersWithCors({ headers: new Headers(), req })
      headers.set('Content-Type', contentTypes[format.data])
      headers.set('Content-Disposition', `attachment; filename="${name}"`)
      headers.set('Cache-Control', 'private, no-store')
      headers.set('X-Content-Type-Options', 'nosniff')
      return new Response(file, { headers })
    }),
})

const contentTypes = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

const askedSchema = z.strictObject({
  text: z.string({ error: 'accepted: the text of a file' }).min(1, 'the file is empty'),
  format: z.enum(formats, { error: `accepted: ${formats.join(', ')}` }).default('csv'),
  locale: z.string({ error: 'accepted: a language of the site' }).optional(),
  dryRun: z.boolean({ error: 'accepted: true, false' }).default(false),
  publish: z.boolean({ error: 'accepted: true, false' }).default(false),
})

/**
 * `POST /api/{collection}/import`: what a file says, all of it or nothing. With `dryRun` nothing is
 * written, and the answer is what would be, with what is wrong in which row.
 */
export const importEndpoint = (
  collection: string,
  { mostRows }: SpreadsheetLimits,
): Omit<Endpoint, 'root'> => ({
  method: 'post',
  path: '/import',
  handler: (req) =>
    tellingMistakes(req, async () => {
      if (!canWrite(req.user)) throw new Forbidden(req.t)
      const asked = askedSchema.safeParse(await jsonBody(req, largestFile))
      if (!asked.success)
        throw new BadQuery(schemaMistakes(asked.error, Object.keys(askedSchema.shape)))
      const { dryRun, format, publish, text } = asked.data
      const { localization } = req.payload.config
      const locale = asked.data.locale ?? (localization ? localization.defaultLocale : '')
      checkLocale(req, locale)
      if (publish && !canPublish(req.user)) {
        throw new BadQuery([forbidden('publish', 'that takes the role reviewer or admin')])
      }
      const found = req.payload.collections[collection as CollectionSlug]
      if (!found) throw new Error(`There is no collection ${collection}.`)
      const words = sheetWordsIn(req.i18n.language)
      const columns = await columnsOf(found.config, req)
      const file = readOr400(() => readFile(text, format, columns, words))
      if (file.rows.length > mostRows) {
        const message = `accepted: at most ${mostRows} rows (HANDBILL_IMPORT_ROWS), not ${file.rows.length}; divide the file`
        throw new BadQuery([mistake('text', message)])
      }
      const done = await importDocuments(req, {
        collection: collection as CollectionSlug,
        columns,
        ...file,
        locale,
        publish,
        dryRun,
        words,
      })
      const { mistakes, ...rest } = done
      const headers = headersWithCors({ headers: new Headers(), req })
      if (mistakes.length > 0 && !dryRun) {
        const errors = mistakes.slice(0, mostMistakes).map(({ column, message, row }) => ({
          message: [`Row ${row}`, column, message].filter(Boolean).join(': '),
          data: { row, column },
        }))
        return Response.json({ errors }, { status: 400, headers })
      }
      return Response.json({ ...rest, ...shortened(mistakes) }, { headers })
    }),
})

const shortened = (mistakes: RowMistake[]) => ({
  mistakes: mistakes.slice(0, mostMistakes),
  mistakesInAll: mistakes.length,
})

async function tellingMistakes(
  req: PayloadRequest,
  handle: () => Promise<Response>,
): Promise<Response> {
  try {
    return await handle()
  } catch (error) {
    if (error instanceof BadQuery) return refuse(error.mistakes, req)
    throw error
  }
}

function readOr400<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new APIError(`The file cannot be read: ${error.message}`, 400, null, true)
  }
}

function checkLocale({ payload }: PayloadRequest, locale: unknown): void {
  const { localization } = payload.config
  const codes = localization ? localization.localeCodes : []
  if (typeof locale === 'string' && codes.includes(locale)) return
  throw new BadQuery([mistake('locale', `accepted: ${codes.join(', ')}`)])
}

/** As the client named them: Payload adds some of its own to a query. */
const parametersOf = ({ url }: PayloadRequest): string[] =>
  [...new URL(url ?? '', 'http://localhost').searchParams.keys()].map(
    (name) => name.split('[')[0] ?? name,
  )

/** What the list is filtered by, and searched for. */
function whereOf({ payload, query }: PayloadRequest, collection: string): Where {
  // One text is JSON, as Payload's own lists take it.
  const given = parseParams(query).where ?? {}
  const { search } = query
  const admin = payload.collections[collection as CollectionSlug]?.config.admin
  if (typeof search !== 'string' || search === '' || !admin) return given
  const fields = admin.listSearchableFields ?? [admin.useAsTitle ?? 'id']
  return { and: [given, { or: fields.map((field) => ({ [field]: { like: search } })) }] }
}
