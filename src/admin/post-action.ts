'use client'

import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

type Answer = { errors?: { message: string }[]; [key: string]: unknown }

/** Has the server do something, says what came of it, and shows the document as it is then. */
export function usePostAction() {
  const router = useRouter()
  const { config } = useConfig()
  const [isBusy, setBusy] = useState(false)

  async function post(path: string, body: object, say: (answer: Answer) => string): Promise<void> {
    setBusy(true)
    try {
      const response = await fetch(`${config.routes.api}${path}`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
      const answer = (await response.json().catch(() => ({}))) as Answer
      if (response.ok) toast.success(say(answer))
      else toast.error(answer.errors?.[0]?.message ?? response.statusText)
      router.refresh()
    } catch (error) {
      toast.error((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return { post, isBusy }
}
