import { useConfig } from '@payloadcms/ui'
import { useCallback } from 'react'

type Errors = { errors?: { message: string; data?: { errors?: { message: string }[] } }[] }
export type Ask = <T>(path: string, method?: string, body?: object) => Promise<T>

/** Asks the REST API as the editor; what is refused is thrown in the server's words. */
export function useApi(): Ask {
  const { config } = useConfig()
  const { api } = config.routes
  return useCallback(
    async <T>(path: string, method = 'GET', body?: object): Promise<T> => {
      const response = await fetch(api + path, {
        method,
        credentials: 'same-origin',
        ...(body
          ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
          : {}),
      })
      const answer = (await response.json()) as T & Errors
      if (response.ok) return answer
      throw new Error(messageOf(answer) ?? response.statusText)
    },
    [api],
  )
}

/** Of an invalid document, what is wrong at each field rather than that something is. */
function messageOf({ errors }: Errors): string | undefined {
  const [first] = errors ?? []
  return first?.data?.errors?.map(({ message }) => message).join(' ') ?? first?.message
}
