'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback } from 'react'

type Errors = { errors?: { message: string }[] }

/**
 * Asks the endpoints below the document whose form is open.
 *
 * @returns undefined as long as the document has not been saved
 */
export function useDocumentApi() {
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  const base = id ? `${config.routes.api}/${collectionSlug}/${id}` : undefined
  const ask = useCallback(
    async <T>(path: string, init?: { method: 'POST' | 'DELETE'; body?: object }): Promise<T> => {
      const response = await fetch(base + path, {
        method: init?.method ?? 'GET',
        credentials: 'same-origin',
        ...(init?.body
          ? { body: JSON.stringify(init.body), headers: { 'Content-Type': 'application/json' } }
          : {}),
      })
      const answer = (await response.json()) as T & Errors
      if (response.ok) return answer
      throw new Error(answer.errors?.map(({ message }) => message).join(' ') ?? response.statusText)
    },
    [base],
  )
  return base ? ask : undefined
}
