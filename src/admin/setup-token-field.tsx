'use client'

import { TextField, useField } from '@payloadcms/ui'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'

const field = {
  name: 'setupToken',
  type: 'text' as const,
  label: 'Set-up token',
  admin: { description: 'The server printed it when it started.', autoComplete: 'off' },
}

/** The set-up token on the page for the first account, filled in from the printed address. */
export function SetupTokenField() {
  const isFirstAccount = usePathname().endsWith('/create-first-user')
  const given = useSearchParams().get('token')
  const { setValue, value } = useField<string>({ path: field.name })

  useEffect(() => {
    if (isFirstAccount && given && value === undefined) setValue(given)
  }, [given, isFirstAccount, setValue, value])

  return isFirstAccount ? <TextField field={field} path={field.name} /> : null
}
