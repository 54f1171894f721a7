import type { Source } from '../../http/source.ts'
import { type Place, placeOf } from '../address.ts'
import { answering } from '../answering.ts'
import { answerWith } from '../answers.ts'
import type { Format } from '../asked.ts'
import { notFound } from '../errors.ts'
import type { Parts } from '../pages.ts'
import { readPermalink } from '../read-permalink.ts'
import type { ClaimPermalink } from '../schema.ts'

type Cite = ClaimPermalink['cite']

type CitationFormat = Format & { extension: string; of(cite: Cite): string }

export const citationFormats: readonly [CitationFormat, ...CitationFormat[]] = [
  { name: 'text', type: 'text/plain', extension: 'txt', of: ({ text }) => `${text}\n` },
  {
    name: 'bibtex',
    type: 'application/x-bibtex',
    extension: 'bib',
    of: (cite) => cite.bibtex,
  },
  {
    name: 'ris',
    type: 'application/x-research-info-systems',
    extension: 'ris',
    of: (cite) => cite.ris,
  },
  {
    name: 'csl',
    type: 'application/vnd.citationstyles.csl+json',
    extension: 'json',
    of: (cite) => JSON.stringify([cite.csl]),
  },
]

/** @returns the claim that the path gives the reference to */
export function citationPlaceOf(path: string): Place | undefined {
  const place = path.endsWith('/cite') ? placeOf(path.slice(0, -'/cite'.length)) : undefined
  return place?.collection === 'claims' ? place : undefined
}

/** `/claims/{slug}/cite`: the reference to a claim, in the form that is asked for. */
export const citationSource = (parts: Parts): Source =>
  answering({ ...parts, formats: citationFormats }, async (request, asked, told) => {
    const { pathname, search } = new URL(request.url)
    const place = citationPlaceOf(pathname)
    if (!place) return notFound(told)
    const found = await readPermalink(request, parts, place, asked, told, `/cite${search}`)
    if (found instanceof Response) return found
    const { permalink } = found
    if (permalink.collection !== 'claims') return notFound(told)
    const { type, extension, of } = asked.format
    return answerWith(`${type}; charset=utf-8`, of(permalink.cite), {
      headers: {
        'Content-Disposition': `${extension === 'txt' ? 'inline' : 'attachment'}; filename="${place.slug}.${extension}"`,
        'Content-Language': permalink.locale,
        Link: `<${permalink.permalink}>; rel="canonical"`,
        ...(asked.vary.length > 0 ? { Vary: asked.vary.join(', ') } : {}),
      },
    })
  })
