'use client'

import { Button, useDocumentInfo } from '@payloadcms/ui'
import { usePostAction } from './post-action.ts'
import { useWords } from './words/use-words.ts'
import { webhookWords } from './words/webhooks.ts'

/** Has one delivery sent again. */
export function DeliveryActions() {
  const { id } = useDocumentInfo()
  const words = useWords(webhookWords)
  const { post, isBusy } = usePostAction()
  return (
    <div className="field-type">
      <Button
        buttonStyle="secondary"
        disabled={isBusy || !id}
        margin={false}
        onClick={() => post(`/webhook-deliveries/${id}/replay`, {}, () => words.replayedOne)}
        size="small"
      >
        {words.replay}
      </Button>
    </div>
  )
}
