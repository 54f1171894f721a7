'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { Comments } from './comments.tsx'
import { HistoryList } from './history-list.tsx'

/** What is said about a document, and what was done with it. */
export function ReviewNotes() {
  const { collectionSlug, id, lastUpdateTime } = useDocumentInfo()
  if (!id || !collectionSlug) return null
  const of = { of: collectionSlug, document: String(id) }
  return (
    <div className="field-type review-notes">
      <Comments {...of} />
      <HistoryList {...of} lastUpdate={lastUpdateTime} />
    </div>
  )
}
