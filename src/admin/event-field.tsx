'use client'

import { FieldLabel, useField } from '@payloadcms/ui'

/** An event as it was kept. Payload's own field would load an editor from another host. */
export function EventField() {
  const { value } = useField<unknown>()
  return (
    <div className="field-type">
      <FieldLabel label="Event" />
      <pre style={{ margin: 0, overflowX: 'auto' }}>{JSON.stringify(value, null, 2)}</pre>
    </div>
  )
}
