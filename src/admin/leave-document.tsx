'use client'

import {
  useAuth,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useLocale,
} from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/**
 * Leaves a document well, when its tab is closed or another page opened: what has been typed since the
 * last autosave is saved, and the next one who opens it is not told that somebody is in it.
 */
export function LeaveDocument() {
  const { collectionSlug, id } = useDocumentInfo()
  const { config } = useConfig()
  const { user } = useAuth()
  const { code: locale } = useLocale()
  const { getData } = useForm()
  const isModified = useFormModified()
  const state = useRef({ isModified, hasEdited: false, getData, locale })
  const before = state.current
  state.current = {
    isModified,
    hasEdited: before.hasEdited || isModified,
    getData,
    // What was typed is in the language that it was begun in, also while the page turns to another.
    locale: before.isModified ? before.locale : locale,
  }

  const userId = user?.id
  const { api } = config.routes
  useEffect(() => {
    if (!id || !collectionSlug || !userId) return
    const leave = () => {
      const { current } = state
      if (!current.hasEdited) return
      if (current.isModified) {
        const query = new URLSearchParams({ ...draft, locale: current.locale })
        ask(`${api}/${collectionSlug}/${id}?${query}`, 'PATCH', current.getData())
      } else {
        const own = {
          'where[document.relationTo][equals]': collectionSlug,
          'where[document.value][equals]': String(id),
          'where[user.value][equals]': String(userId),
        }
        ask(`${api}/payload-locked-documents?${new URLSearchParams(own)}`, 'DELETE')
      }
      state.current = { ...current, hasEdited: false, isModified: false }
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [api, collectionSlug, id, userId])
  return null
}

/** As Payload's autosave asks, and that it is the last time. */
const draft = {
  autosave: 'true',
  draft: 'true',
  depth: '0',
  'fallback-locale': 'null',
  leaving: 'true',
}

/** What a browser sends on for a page that is gone. */
const mostKept = 60_000

function ask(address: string, method: string, data?: object): void {
  const body = data && JSON.stringify({ ...data, _status: 'draft' })
  const init: RequestInit = { method, credentials: 'same-origin' }
  if (body) Object.assign(init, { body, headers: { 'Content-Type': 'application/json' } })
  // There is nobody left to be told that it did not work.
  fetch(address, { ...init, keepalive: new Blob([body ?? '']).size < mostKept }).catch(() => {})
}
