'use client'

import { Button, DatePicker, Link, useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useState } from 'react'
import { usePostAction } from './post-action.ts'

/** What an admin may have done with a webhook, beside changing it. */
export function WebhookActions() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { post, isBusy } = usePostAction()
  const [since, setSince] = useState<Date>()
  const isStopped = useFormFields(
    ([fields]) => Boolean(fields.pausedAt?.value) || fields.active?.initialValue === false,
  )
  if (!id) return null

  const path = `/webhooks/${id}`
  const deliveries = `${config.routes.admin}/collections/webhook-deliveries`
  const own = `?where[or][0][and][0][webhook][equals]=${id}`
  return (
    <div className="field-type" style={{ display: 'grid', gap: '0.75rem' }}>
      <div style={{ alignItems: 'center', display: 'flex', flexWrap: 'wrap', gap: '0.75rem' }}>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() => post(`${path}/ping`, {}, () => 'A ping is on its way.')}
          size="small"
        >
          Send a ping
        </Button>
        {isStopped && (
          <Button
            disabled={isBusy}
            margin={false}
            onClick={() =>
              post(`${path}/resume`, {}, ({ resumed }) => `Resumed; ${resumed} to be sent.`)
            }
            size="small"
          >
            Resume
          </Button>
        )}
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() =>
            post(`${path}/rotate-secret`, {}, ({ formerSecretUntil }) => {
              const until = new Date(String(formerSecretUntil)).toLocaleString()
              return `There is a new secret. Until ${until} the former one signs too.`
            })
          }
          size="small"
        >
          Make a new secret
        </Button>
        <Link href={deliveries + own}>What it was sent</Link>
      </div>
      <div style={{ alignItems: 'center', display: 'flex', flexWrap: 'wrap', gap: '0.75rem' }}>
        <span>Send everything again since</span>
        <DatePicker
          onChange={(date: Date | null) => setSince(date ?? undefined)}
          pickerAppearance="dayAndTime"
          value={since}
        />
        <Button
          buttonStyle="secondary"
          disabled={isBusy || !since}
          margin={false}
          onClick={() =>
            post(`${path}/replay`, { since }, ({ replayed }) => `${replayed} to be sent again.`)
          }
          size="small"
        >
          Replay
        </Button>
      </div>
    </div>
  )
}
