/**
 * The GET that a request stands for: HEAD, which Payload does not know, and a POST whose override
 * header says GET, which brings a query too long for an address in its body.
 *
 * Payload's own reading of such a POST joins the body wrongly to an address that has a query, takes no
 * charset in the Content-Type, and hands JSON on to endpoints that look at the address alone.
 *
 * @returns any other request as it is; undefined when the body is not the JSON that it should be
 */
export async function asGet(request: Request): Promise<Request | undefined> {
  if (request.method === 'HEAD') return getOf(request, request.url)
  if (request.method !== 'POST' || !isOverridden(request.headers)) return request

  const url = new URL(request.url)
  const query = await queryInBody(request)
  if (query === undefined) return undefined
  url.search = [url.search.slice(1), query].filter(Boolean).join('&')
  return getOf(request, url.href)
}

const isOverridden = (headers: Headers): boolean =>
  headers.get('X-Payload-HTTP-Method-Override') === 'GET' ||
  headers.get('X-HTTP-Method-Override') === 'GET'

const getOf = ({ headers, signal }: Request, url: string): Request =>
  new Request(url, { headers, method: 'GET', signal })

async function queryInBody(request: Request): Promise<string | undefined> {
  const [type] = (request.headers.get('Content-Type') ?? '').toLowerCase().split(';')
  if (type?.trim() === 'application/x-www-form-urlencoded') return request.text()
  if (type?.trim() !== 'application/json') return ''
  const data: unknown = await request.json().catch(() => undefined)
  if (!data || typeof data !== 'object' || Array.isArray(data)) return undefined
  return Object.entries(data).flatMap(bracketed).join('&')
}

/** A value as Payload writes it into an address: `where[slug][in][0]=x`. */
function bracketed([path, value]: [path: string, value: unknown]): string[] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object')
    return [`${encodeURIComponent(path)}=${encodeURIComponent(String(value))}`]
  return Object.entries(value).flatMap(([key, inner]) => bracketed([`${path}[${key}]`, inner]))
}
