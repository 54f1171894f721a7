import type { Payload } from 'payload'
import { roleOf } from '../../collections/access/roles.ts'
import { isId } from '../cms/is-id.ts'
import type { Source } from '../http/source.ts'
import type { Logger } from '../logger.ts'
import { pageCollections } from '../permalinks/address.ts'
import { preferredLanguages } from '../permalinks/negotiation.ts'
import { type Site, siteOf } from '../permalinks/permalink.ts'
import { defaultLocaleOf, localesOf } from '../permalinks/read.ts'
import { documentPage } from '../permalinks/render/document.ts'
import type { Preview } from '../permalinks/render/preview.ts'
import { wordsFor } from '../permalinks/words/words.ts'
import { type Frame, previewAnswer } from './answers.ts'
import { linkOf, noteOpened, stateOf } from './links.ts'
import { noticePage } from './notice-page.ts'
import { type Draft, readDraft } from './read-draft.ts'
import { refreshDigest, refreshScript } from './refresh.ts'

type Parts = { payload: Payload; site: Site; logger: Logger }

/**
 * `/preview/{collection}/{id}` shows an editor who is signed in the draft as readers will see it, and
 * `/preview/{token}` whoever has the link.
 */
export function previewSources(
  payload: Payload,
  settings: Site,
  logger: Logger,
): Record<string, Source> {
  const parts = { payload, site: siteOf(settings), logger }
  const source: Source = async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed(request.method)
    const { pathname } = new URL(request.url)
    const [, , first = '', second, ...more] = pathname.split('/')
    const draft = second !== undefined && more.length === 0 ? draftAt(first, second) : undefined
    try {
      if (draft) return await forEditor(request, parts, draft)
      return second === undefined ? await byLink(request, parts, first) : unknown(request, parts)
    } catch (error) {
      // The address may be a link's, which is nothing for a log.
      logger.error({ err: error }, 'a preview could not be made')
      const { failed, failedText } = wordsOf(request, parts).errors
      return notice(request, parts, 500, 'nowhere', failed, failedText)
    }
  }
  return { '/preview': source }
}

const draftAt = (name: string, id: string): Draft | undefined => {
  const collection = pageCollections.find((one) => one === name)
  return collection && isId(id) ? { collection, id } : undefined
}

async function forEditor(request: Request, parts: Parts, draft: Draft): Promise<Response> {
  const { user } = await parts.payload.auth({ headers: request.headers, canSetHeaders: false })
  const frame = 'beside the form'
  if (!roleOf(user)) {
    const { signIn, signInText, signInTitle } = wordsOf(request, parts).preview
    const { admin } = parts.payload.config.routes
    const link = { path: `${admin}/collections/${draft.collection}/${draft.id}`, text: signIn }
    return notice(request, parts, 401, frame, signInTitle, signInText, link)
  }
  const path = `/preview/${draft.collection}/${draft.id}`
  const answer = await show(request, parts, draft, frame, {
    ...{ path, until: undefined, script: refreshScript },
  })
  if (answer) return answer
  const { notFound, notFoundText } = wordsOf(request, parts).errors
  return notice(request, parts, 404, frame, notFound, notFoundText)
}

/** What is said of a link tells nothing of the document, not even whether there is one. */
async function byLink(request: Request, parts: Parts, token: string): Promise<Response> {
  const link = await linkOf(parts.payload, token)
  if (!link) return unknown(request, parts)
  const state = stateOf(link)
  const draft = { collection: link.of, id: link.document }
  const shown =
    state === 'working'
      ? await show(request, parts, draft, 'nowhere', {
          ...{ path: `/preview/${token}`, script: undefined },
          until: new Date(link.expiresAt).toISOString(),
        })
      : undefined
  if (shown) {
    if (request.method === 'GET') await noteOpened(parts.payload, link)
    return shown
  }
  const { expired, withdrawn, endedText } = wordsOf(request, parts).preview
  const title = state === 'expired' ? expired : withdrawn
  return notice(request, parts, 410, 'nowhere', title, endedText)
}

function unknown(request: Request, parts: Parts): Response {
  const texts = wordsOf(request, parts).preview
  return notice(request, parts, 404, 'nowhere', texts.unknown, texts.unknownText)
}

/** @returns undefined when the document is there no more */
async function show(
  request: Request,
  parts: Parts,
  draft: Draft,
  frame: Frame,
  preview: Omit<Preview, 'isPublished'>,
): Promise<Response | undefined> {
  const { payload, site } = parts
  const chosen = localeIn(request, payload)
  const found = await readDraft(request, parts, draft, chosen)
  if (!found) return undefined
  const { permalink, missing, untranslated, campaignId, isPublished } = found
  const view = {
    words: wordsFor(missing ?? permalink.locale),
    publicUrl: site.publicUrl,
    locale: permalink.locale,
    fallback: defaultLocaleOf(payload),
    ...{ untranslated, campaignId, chosen, missing },
    preview: { ...preview, isPublished },
  }
  const scriptDigest = preview.script === undefined ? undefined : refreshDigest
  return previewAnswer(documentPage(view, permalink), {
    frame,
    ...(scriptDigest ? { scriptDigest } : {}),
  })
}

/** The language that the address names; one that is none is passed over, as what others add to links. */
function localeIn({ url }: Request, payload: Payload): string | undefined {
  const locale = new URL(url).searchParams.get('locale')
  return localesOf(payload).find((one) => one === locale)
}

function wordsOf(request: Request, { payload }: Parts) {
  const defaultLocale = defaultLocaleOf(payload)
  const accepted = request.headers.get('Accept-Language')
  const [preferred] = preferredLanguages(accepted, localesOf(payload), defaultLocale)
  return wordsFor(localeIn(request, payload) ?? preferred ?? defaultLocale)
}

function notice(
  request: Request,
  parts: Parts,
  status: number,
  frame: Frame,
  title: string,
  text: string,
  link?: { path: string; text: string },
): Response {
  const page = noticePage(wordsOf(request, parts), title, text, link)
  return previewAnswer(page, { status, frame })
}

function notAllowed(method: string): Response {
  const errors = [{ message: `${method} is not a method here; accepted: GET, HEAD.` }]
  return Response.json(
    { errors },
    { status: 405, headers: { Allow: 'GET, HEAD', 'Cache-Control': 'no-store' } },
  )
}
