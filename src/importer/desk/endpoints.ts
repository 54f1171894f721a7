import { APIError, type Endpoint, Forbidden, headersWithCors, type PayloadRequest } from 'payload'
import { canWrite } from '../../../collections/access/roles.ts'
import { BadQuery } from '../../cms/readers/mistake.ts'
import { refuse } from '../../cms/readers/refuse.ts'
import { UsageError } from '../../errors.ts'
import { type Report, writeFlyer } from '../write/write-flyer.ts'
import { type Asked, readAsked } from './asked.ts'
import { describe, documentsOf } from './described.ts'
import { type Desk, understand } from './understand.ts'

/** `POST /api/import/preview`: what a flyer would become. Nothing is written. */
export const previewImport: Endpoint = {
  method: 'post',
  path: '/import/preview',
  handler: (req) =>
    forWriters(req, async (asked, desk) => describe(desk, await tried(req, asked, desk))),
}

/** `POST /api/import`: the flyer's drafts, all of them or none. */
export const importFlyer: Endpoint = {
  method: 'post',
  path: '/import',
  handler: (req) =>
    forWriters(req, async (asked, desk) => {
      const { documents, warnings, ...report } = await write(req, asked, desk, false)
      const parts = new Map(
        [...documentsOf(desk, documents)].map(([part, document]) => [document, part]),
      )
      return {
        ...report,
        documents: documents.map((document) => ({
          part: parts.get(document) ?? null,
          ...document,
        })),
        warnings: [...desk.flyer.warnings, ...warnings],
      }
    }),
}

async function forWriters(
  req: PayloadRequest,
  handle: (asked: Asked, desk: Desk) => Promise<object>,
): Promise<Response> {
  if (!canWrite(req.user)) throw new Forbidden(req.t)
  try {
    const asked = await readAsked(req)
    const body = await handle(asked, understand(asked))
    return Response.json(body, { headers: headersWithCors({ headers: new Headers(), req }) })
  } catch (error) {
    if (error instanceof BadQuery) return refuse(error.mistakes, req)
    if (error instanceof UsageError) throw new APIError(error.message, 400, null, true)
    throw error
  }
}

/** What the import would do, or why it cannot be done. */
async function tried(req: PayloadRequest, asked: Asked, desk: Desk) {
  try {
    return await write(req, asked, desk, true)
  } catch (error) {
    if (error instanceof UsageError) return { problem: error.message }
    throw error
  }
}

async function write(
  { payload, user }: PayloadRequest,
  { into, locale }: Asked,
  { flyer }: Desk,
  dryRun: boolean,
): Promise<Report> {
  const options = { dryRun, locale, user, ...(into ? { into } : {}) }
  return writeFlyer(payload, flyer, options)
}
