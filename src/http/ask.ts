import type { Source } from './source.ts'

/** Asks sources without a server: the longest path that an address is below says which one. */
export function asking(
  sources: Record<string, Source>,
  origin: string,
): (address: string) => Promise<Response> {
  const paths = Object.keys(sources).sort((a, b) => b.length - a.length)
  return async (address) => {
    const { pathname } = new URL(address, origin)
    const path = paths.find((one) => pathname === one || pathname.startsWith(`${one}/`))
    const source = sources[path ?? '']
    return source ? source(new Request(origin + address)) : new Response(null, { status: 404 })
  }
}
