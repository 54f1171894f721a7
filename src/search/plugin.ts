import { APIError, type Endpoint, Forbidden, headersWithCors, type Plugin } from 'payload'
import { isStaff } from '../../collections/access/roles.ts'
import { searchContent } from './search-content.ts'

/**
 * Adds `GET /api/search?q=` for editors: documents of every kind that have the words. In the admin it is
 * asked from the top of every page.
 */
export const search: Plugin = (config) => ({
  ...config,
  admin: {
    ...config.admin,
    components: {
      ...config.admin?.components,
      actions: [...(config.admin?.components?.actions ?? []), '/admin/search/search.tsx#Search'],
    },
  },
  endpoints: [...(config.endpoints ?? []), endpoint],
})

const endpoint: Endpoint = {
  method: 'get',
  path: '/search',
  handler: async (req) => {
    if (!isStaff(req.user)) throw new Forbidden(req.t)
    const words = readWords(req.query?.q)
    const groups = await searchContent(req.payload, req.user, words)
    const headers = headersWithCors({
      headers: new Headers({ 'Cache-Control': 'private, no-store' }),
      req,
    })
    return Response.json({ groups }, { headers })
  },
}

const longest = 100
const mostWords = 8

/** @throws APIError 400 that says what is accepted */
function readWords(asked: unknown): string[] {
  const text = typeof asked === 'string' ? asked.trim() : ''
  const words = text.split(/\s+/)
  if (text.length < 2 || text.length > longest || words.length > mostWords) {
    throw new APIError(
      `q: accepted: 2 to ${longest} characters, at most ${mostWords} words.`,
      400,
      null,
      true,
    )
  }
  return words
}
