import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback } from 'react'

type Errors = { errors?: { message: string; data?: { errors?: { message: string }[] } }[] }
export type Ask = <T>(path: string, method?: string, body?: object) => Promise<T>

/**
 * Asks the REST API as the editor; what is refused is thrown in the server's words.
 *
 * @param below the path that all others are below
 */
export function useApi(below = ''): Ask {
  const { config } = useConfig()
  const base = config.routes.api + below
  return useCallback(
    async <T>(path: string, method = 'GET', body?: object): Promise<T> => {
      const response = await fetch(base + path, {
        method,
        credentials: 'same-origin',
        ...(body
          ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
          : {}),
      })
      const answer = (await response.json().catch(() => ({}))) as T & Errors
      if (response.ok) return answer
      throw new Error(messageOf(answer) || response.statusText)
    },
    [base],
  )
}

/**
 * Asks the endpoints below the document whose form is open.
 *
 * @returns undefined as long as the document has not been saved
 */
export function useDocumentApi(): Ask | undefined {
  const { collectionSlug, id } = useDocumentInfo()
  const ask = useApi(`/${collectionSlug}/${id}`)
  return id ? ask : undefined
}

/** Of an invalid document, what is wrong at each field rather than that something is. */
function messageOf({ errors }: Errors): string | undefined {
  return errors
    ?.flatMap(({ data, message }) => data?.errors?.map((one) => one.message) ?? message)
    .join(' ')
}
