import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Group } from '../../search/search-content.ts'

export type Found =
  | { state: 'waiting' }
  | { state: 'failed' }
  | { state: 'found'; groups: Group[]; asked: string }

/** Nothing is asked while somebody goes on typing. */
const pause = 250

/** What is found for the words, once they have been typed. */
export function useSearch(words: string): Found {
  const { config } = useConfig()
  const { api } = config.routes
  const [found, setFound] = useState<Found>({ state: 'waiting' })
  const asked = words.trim()
  useEffect(() => {
    if (asked.length < 2) {
      setFound({ state: 'waiting' })
      return
    }
    const leaving = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`${api}/search?${new URLSearchParams({ q: asked })}`, {
          credentials: 'same-origin',
          signal: leaving.signal,
        })
        if (!response.ok) throw new Error(response.statusText)
        const { groups } = (await response.json()) as { groups: Group[] }
        setFound({ state: 'found', groups, asked })
      } catch {
        if (!leaving.signal.aborted) setFound({ state: 'failed' })
      }
    }, pause)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [api, asked])
  return found
}
