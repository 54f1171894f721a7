'use client'

import { FieldLabel, useField } from '@payloadcms/ui'
import { useWords } from './words/use-words.ts'
import { webhookWords } from './words/webhooks.ts'

/** An event as it was kept. Payload's own field would load an editor from another host. */
export function EventField() {
  const { value } = useField<unknown>()
  const words = useWords(webhookWords)
  return (
    <div className="field-type">
      <FieldLabel label={words.event} />
      <pre style={{ margin: 0, overflowX: 'auto' }}>{JSON.stringify(value, null, 2)}</pre>
    </div>
  )
}
