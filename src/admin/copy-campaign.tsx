'use client'

import { PopupList, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useApi } from './use-api.ts'
import { copyWords } from './words/copy.ts'
import { useWords } from './words/use-words.ts'

/** Copies the campaign that is open with its claims and demands, and goes to the copy. */
export function CopyCampaign() {
  const { config } = useConfig()
  const { id } = useDocumentInfo()
  const ask = useApi()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const words = useWords(copyWords)
  if (!id) return null

  async function copy(): Promise<void> {
    setBusy(true)
    try {
      const { doc } = await ask<{ doc: { id: string } }>(`/campaigns/${id}/copy`, 'POST')
      toast.success(words.copied)
      router.push(`${config.routes.admin}/collections/campaigns/${doc.id}`)
    } catch (error) {
      toast.error((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <PopupList.Button disabled={isBusy} id="action-copy-campaign" onClick={() => void copy()}>
      {words.copy}
    </PopupList.Button>
  )
}
