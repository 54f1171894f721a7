'use client'

import {
  Button,
  DatePicker,
  Link,
  useConfig,
  useDocumentInfo,
  useFormFields,
  useTranslation,
} from '@payloadcms/ui'
import { useState } from 'react'
import { usePostAction } from './post-action.ts'
import { useWords } from './words/use-words.ts'
import { webhookWords } from './words/webhooks.ts'

/** What an admin may have done with a webhook, beside changing it. */
export function WebhookActions() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const words = useWords(webhookWords)
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
          onClick={() => post(`${path}/ping`, {}, () => words.pinged)}
          size="small"
        >
          {words.ping}
        </Button>
        {isStopped && (
          <Button
            disabled={isBusy}
            margin={false}
            onClick={() =>
              post(`${path}/resume`, {}, ({ resumed }) => words.resumed(String(resumed)))
            }
            size="small"
          >
            {words.resume}
          </Button>
        )}
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() =>
            post(`${path}/rotate-secret`, {}, ({ formerSecretUntil }) => {
              const until = new Date(String(formerSecretUntil))
              return words.rotated(until.toLocaleString(i18n.language))
            })
          }
          size="small"
        >
          {words.rotate}
        </Button>
        <Link href={deliveries + own}>{words.sent}</Link>
      </div>
      <div style={{ alignItems: 'center', display: 'flex', flexWrap: 'wrap', gap: '0.75rem' }}>
        <span>{words.since}</span>
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
            post(`${path}/replay`, { since }, ({ replayed }) => words.replayed(String(replayed)))
          }
          size="small"
        >
          {words.replay}
        </Button>
      </div>
    </div>
  )
}
