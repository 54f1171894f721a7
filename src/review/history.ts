import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Step } from '../../collections/history.ts'

export type Line = { step: Step; comment?: string | null | undefined }
export type About = { of: string; document: string; title?: string | null | undefined }

/** Adds lines to the history of a document, in the transaction of the request. */
export async function addToHistory(
  req: PayloadRequest,
  { of, document, title }: About,
  lines: Line[],
): Promise<void> {
  if (lines.length === 0) return
  const shared = {
    ...{ of, document, title: title ?? null, at: new Date().toISOString() },
    version: (await newestVersion(req, of, document)) ?? null,
    ...byWhom(req),
  }
  for (const { step, comment } of lines) {
    const data = { ...shared, step, comment: comment ?? null }
    await req.payload.db.create({ collection: 'history', data, req })
  }
}

/** Nobody is there to be told of a publishing that is refused at its set time. */
export const noteRefusedPublishing = (
  req: PayloadRequest,
  about: About,
  comment: string,
): Promise<void> => addToHistory(req, about, [{ step: 'publishing-refused', comment }])

function byWhom({ user }: PayloadRequest) {
  if (user?.collection !== 'users') return { by: null, byName: null }
  return { by: user.id, byName: (user as { name?: string | null }).name ?? null }
}

async function newestVersion(
  req: PayloadRequest,
  of: string,
  document: string,
): Promise<string | undefined> {
  const { docs } = await req.payload.db.findVersions({
    collection: of as CollectionSlug,
    limit: 1,
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { parent: { equals: document } },
  })
  return docs[0] ? String(docs[0].id) : undefined
}
