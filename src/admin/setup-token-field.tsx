'use client'

import { TextField, useField } from '@payloadcms/ui'
import { usePathname, useSearchParams } from 'next/navigation'
import type { TextFieldClientComponent } from 'payload'
import { useEffect } from 'react'

/** The set-up token on the page for the first account, filled in from the printed address. */
export const SetupTokenField: TextFieldClientComponent = (props) => {
  const isFirstAccount = usePathname().endsWith('/create-first-user')
  const given = useSearchParams().get('token')
  const { setValue, value } = useField<string>({ path: 'setupToken' })

  useEffect(() => {
    if (isFirstAccount && given && !value) setValue(given)
  }, [given, isFirstAccount, setValue, value])

  return isFirstAccount ? <TextField {...props} path="setupToken" /> : null
}
