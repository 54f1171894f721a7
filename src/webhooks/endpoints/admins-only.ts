import type { Endpoint, PayloadRequest } from 'payload'
import { addDataAndFileToRequest, Forbidden, headersWithCors, NotFound } from 'payload'
import { isAdmin } from '../../../collections/access/roles.ts'
import { BadQuery } from '../../cms/readers/mistake.ts'
import { refuse } from '../../cms/readers/refuse.ts'
import { type Parts, partsOf } from '../parts.ts'

type Handle = (req: PayloadRequest, parts: Parts) => Promise<object>

/** A POST for admins, answered with JSON. */
export const postForAdmins = (path: string, handle: Handle): Omit<Endpoint, 'root'> => ({
  method: 'post',
  path,
  handler: async (req) => {
    if (!isAdmin(req.user)) throw new Forbidden(req.t)
    return tellingMistakes(req, () => handle(req, neededParts(req)))
  },
})

/** The answer, or what is wrong with the request: a mistake of a client is nothing to be logged. */
export async function tellingMistakes(req: PayloadRequest, handle: () => Promise<object>) {
  try {
    return answer(req, await handle())
  } catch (error) {
    if (error instanceof BadQuery) return refuse(error.mistakes, req)
    throw error
  }
}

export const answer = (req: PayloadRequest, body: object, status = 200): Response =>
  Response.json(body, { status, headers: headersWithCors({ headers: new Headers(), req }) })

export function neededParts({ payload }: PayloadRequest): Parts {
  const parts = partsOf(payload)
  if (!parts) throw new Error('The config has no webhooks.')
  return parts
}

/** The body as an object; of another body, one without anything in it. */
export async function bodyOf(req: PayloadRequest): Promise<Record<string, unknown>> {
  await addDataAndFileToRequest(req)
  const { data } = req as { data?: unknown }
  return data && typeof data === 'object' && !Array.isArray(data)
    ? (data as Record<string, unknown>)
    : {}
}

/** @throws NotFound when there is no such document */
export async function needed<T>(
  req: PayloadRequest,
  find: (id: string) => Promise<T | undefined>,
): Promise<T> {
  const found = await find(String(req.routeParams?.id))
  if (!found) throw new NotFound(req.t)
  return found
}
