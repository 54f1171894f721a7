import { type Citation, dayOf } from './citation.ts'

/** The reference as an item of CSL-JSON. */
export const toCsl = (citation: Citation): Record<string, unknown> => ({
  id: citation.key,
  type: 'webpage',
  title: citation.title,
  ...(citation.container ? { 'container-title': citation.container } : {}),
  publisher: citation.publisher,
  issued: { 'date-parts': [dayOf(citation.updated)] },
  language: citation.locale,
  ...(citation.status ? { status: citation.status } : {}),
  ...(citation.note ? { note: citation.note } : {}),
  URL: citation.url,
})
