'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useApi } from './use-api.ts'

type Answer = Record<string, unknown>

/** Has the server do something, says what came of it, and shows the document as it is then. */
export function usePostAction() {
  const ask = useApi()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)

  async function post(path: string, body: object, say: (answer: Answer) => string): Promise<void> {
    setBusy(true)
    try {
      toast.success(say(await ask<Answer>(path, 'POST', body)))
    } catch (error) {
      toast.error((error as Error).message)
    } finally {
      setBusy(false)
      router.refresh()
    }
  }
  return { post, isBusy }
}
