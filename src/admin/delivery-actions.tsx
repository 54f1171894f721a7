'use client'

import { Button, useDocumentInfo } from '@payloadcms/ui'
import { usePostAction } from './post-action.ts'

/** Has one delivery sent again. */
export function DeliveryActions() {
  const { id } = useDocumentInfo()
  const { post, isBusy } = usePostAction()
  return (
    <div className="field-type">
      <Button
        buttonStyle="secondary"
        disabled={isBusy || !id}
        margin={false}
        onClick={() => post(`/webhook-deliveries/${id}/replay`, {}, () => 'It is sent again.')}
        size="small"
      >
        Replay
      </Button>
    </div>
  )
}
