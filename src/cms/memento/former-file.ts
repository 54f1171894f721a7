import { headersWithCors, type PayloadRequest } from 'payload'
import { isTombstone } from '../../changes/change.ts'
import type { Publication, Publications } from '../../changes/publications.ts'
import { withdrawnById } from './answers.ts'
import { publicationsOf } from './time-gate.ts'

/** Of an upload as the public saw it: its file, and the sizes of it. */
type Upload = { filename?: string | null; sizes?: Record<string, { filename?: string | null }> }

/**
 * The answer for the name of a file that no upload has at present: 308 to the file that the upload has now, in the
 * same size where there is that; 410 with the reason when the upload is gone.
 *
 * @returns undefined when no file that was public ever had the name
 */
export async function answerForFormerFile(
  req: PayloadRequest,
  collection: string,
  filename: string,
): Promise<Response | undefined> {
  const publications = publicationsOf(req, collection)
  const then = publications && (await lastFiled(publications, collection, filename))
  if (!then) return undefined
  const latest = await publications.latest(collection, then.id)
  if (!latest) return undefined
  if (isTombstone(latest)) return withdrawnById(req, latest, {})
  const now = uploadIn(await publications.revision(collection, then.id, latest.revision))
  const size = sizeNamed(uploadIn(then), filename)
  const name = now?.sizes?.[size ?? '']?.filename ?? now?.filename
  if (!name) return undefined
  const { api } = req.payload.config.routes
  const Location = `${api}/${collection}/file/${encodeURIComponent(name)}`
  // It may be replaced again: what is followed must not be remembered for good.
  const headers = new Headers({ Location, 'Cache-Control': 'no-cache' })
  return new Response(null, { status: 308, headers: headersWithCors({ headers, req }) })
}

/** Payload names a size after its picture: `a-400x300.png` is one of `a.png`. */
async function lastFiled(
  publications: Publications,
  collection: string,
  filename: string,
): Promise<Publication | undefined> {
  const itself = await publications.lastFiled(collection, filename)
  if (itself) return itself
  const whole = filename.replace(/-\d+x\d+(\.\w+)$/, '$1')
  if (whole === filename) return undefined
  const found = await publications.lastFiled(collection, whole)
  return sizeNamed(uploadIn(found), filename) ? found : undefined
}

const sizeNamed = (upload: Upload | undefined, filename: string): string | undefined =>
  Object.entries(upload?.sizes ?? {}).find(([, size]) => size.filename === filename)?.[0]

const uploadIn = (publication: Publication | undefined): Upload | undefined =>
  publication?.content ? JSON.parse(publication.content) : undefined
