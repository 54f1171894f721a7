'use client'

import { TextInput, useAllFormFields } from '@payloadcms/ui'
import { usePathname, useSearchParams } from 'next/navigation'
import { type ChangeEvent, useEffect } from 'react'
import { accountWords } from './words/accounts.ts'
import { useWords } from './words/use-words.ts'

const path = 'setupToken'

/** The set-up token on the page for the first account, filled in from the printed address. */
export function SetupTokenField() {
  const words = useWords(accountWords)
  const isFirstAccount = usePathname().endsWith('/create-first-user')
  const given = useSearchParams().get('token')
  const [fields, dispatch] = useAllFormFields()
  const token = fields[path]?.value as string | undefined
  // The first account is an administrator's, whatever is sent: the form says so.
  const saysOtherwise = fields.role !== undefined && fields.role.value !== 'admin'

  // biome-ignore lint/correctness/useExhaustiveDependencies: the form puts its own values in place of all others once, after the first of these effects
  useEffect(() => {
    if (!isFirstAccount) return
    if (given && token === undefined) dispatch({ type: 'UPDATE', path, value: given })
    if (saysOtherwise) dispatch({ type: 'UPDATE', path: 'role', value: 'admin' })
  }, [dispatch, fields, given, isFirstAccount, token, saysOtherwise])

  if (!isFirstAccount) return null
  return (
    <TextInput
      description={words.setupTokenHint}
      htmlAttributes={{ autoComplete: 'off' }}
      label={words.setupToken}
      onChange={(event: ChangeEvent<HTMLInputElement>) =>
        dispatch({ type: 'UPDATE', path, value: event.target.value })
      }
      path={path}
      required
      value={token ?? ''}
    />
  )
}
