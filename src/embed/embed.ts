import { type Fixed, fixed, notAllowed } from '../http/fixed.ts'
import type { Source } from '../http/source.ts'
import type { Logger } from '../logger.ts'
import { buildScript, described, type Script } from './build.ts'

/** Where scripts are kept that pages may name by their hash, for all servers. */
type KeptScripts = {
  get(key: string): Promise<unknown>
  set(key: string, code: string): Promise<void>
}

export type EmbedOptions = {
  /** Where readers reach this server, without a trailing slash. */
  publicUrl: string
  kept: KeptScripts
  logger: Logger
}

/** Any page may load it, also one that asks for proof that it may (COEP), and check it (SRI). */
const forAll = {
  'Access-Control-Allow-Headers': 'If-None-Match',
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

const forever = { 'Cache-Control': 'public, max-age=31536000, immutable' }

const elements = ['handbill-campaign', 'handbill-claim', 'handbill-demand']

/**
 * The script with the web components: `/embed.js` is the newest, `/embed.HASH.js` is one whose bytes never
 * change, and `/embed.json` says what is where.
 */
export function embedSources({ publicUrl, kept, logger }: EmbedOptions): Record<string, Source> {
  let made: Promise<Script> | undefined
  const current = () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }

  async function make(): Promise<Script> {
    const script = await buildScript(publicUrl)
    // Another server, and the next release, answer for it too.
    await kept.set(keyOf(script.hash), script.code).catch((error: unknown) => {
      logger.warn({ err: error }, 'The script of the web components could not be kept.')
    })
    return script
  }

  return {
    '/embed.js': only(
      '/embed.js',
      fixed(async () => scriptOf((await current()).code)),
    ),
    '/embed.json': only(
      '/embed.json',
      fixed(async () => describe(await current(), publicUrl)),
    ),
    // A pattern as Express reads it.
    '/embed.:hash.js': pinned(current, kept),
  }
}

const keyOf = (hash: string): string => `handbill.embed.${hash}`

const scriptOf = (code: string, headers: Record<string, string> = {}): Fixed => ({
  type: 'text/javascript; charset=utf-8',
  body: code,
  headers: { ...forAll, ...headers },
})

function describe({ hash, integrity }: Script, publicUrl: string): Fixed {
  const { origin } = new URL(publicUrl)
  const body = {
    latest: `${publicUrl}/embed.js`,
    pinned: `${publicUrl}/embed.${hash}.js`,
    integrity,
    elements,
    contentSecurityPolicy: `script-src ${origin}; connect-src ${origin}; img-src ${origin}`,
  }
  return { type: 'application/json', body: JSON.stringify(body), headers: forAll }
}

/** Answers for each script that any release on this database has made. */
function pinned(current: () => Promise<Script>, kept: KeptScripts): Source {
  const known = new Map<string, Source>()
  return async (request) => {
    const { pathname } = new URL(request.url)
    const hash = /^\/embed\.([0-9a-f]{16})\.js$/.exec(pathname)?.[1]
    const source = hash && (known.get(hash) ?? (await find(hash)))
    return source ? source(request) : nothingAt(request, pathname)
  }

  async function find(hash: string): Promise<Source | undefined> {
    const script = await current()
    const code = script.hash === hash ? script.code : await kept.get(keyOf(hash))
    // What a name promises is checked, whoever wrote it.
    if (typeof code !== 'string' || described(code).hash !== hash) return undefined
    const source = fixed(() => scriptOf(code, forever))
    known.set(hash, source)
    return source
  }
}

/** A source is asked for everything below its path as well, where there is nothing. */
function only(path: string, source: Source): Source {
  return (request) => {
    const { pathname } = new URL(request.url)
    return pathname === path ? source(request) : nothingAt(request, pathname)
  }
}

function nothingAt({ method }: Request, path: string): Response {
  if (method !== 'GET' && method !== 'HEAD') return notAllowed(method)
  const message = `Nothing is at ${path}; what there is says /embed.json.`
  const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' }
  return Response.json({ errors: [{ message }] }, { status: 404, headers })
}
