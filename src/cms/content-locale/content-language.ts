import type { CollectionAfterOperationHook } from 'payload'

/** Tells, of one document asked for by its id over REST, in a header what language it is in. */
export const tellLanguage: CollectionAfterOperationHook = ({ args, operation, req, result }) => {
  const { id } = args as { id?: unknown }
  const isAsked =
    operation === 'findByID' &&
    req.payloadAPI === 'REST' &&
    req.method === 'GET' &&
    id !== undefined &&
    id === req.routeParams?.id
  const language = isAsked ? contentLanguageOf(result) : undefined
  if (language) {
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set('Content-Language', language)
  }
  return result
}

/** The language that a document is shown in, if it says so. */
export const contentLanguageOf = (document: unknown): string | undefined => {
  const { contentLocale } = Object(document) as { contentLocale?: unknown }
  return typeof contentLocale === 'string' ? contentLocale : undefined
}
