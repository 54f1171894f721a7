'use client'

import { Button, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { usePostAction } from '../post-action.ts'
import { accountWords } from '../words/accounts.ts'
import { useWords } from '../words/use-words.ts'

/** Sends the person of an account a link to choose a password. */
export function InviteAgainField() {
  const { id, savedDocumentData } = useDocumentInfo()
  const { user } = useAuth()
  const { post, isBusy } = usePostAction()
  const words = useWords(accountWords)
  const isAdmin = (user as { role?: string } | null)?.role === 'admin'
  if (!id || !isAdmin || id === user?.id) return null
  return (
    <div className="field-type" style={{ display: 'grid', gap: '0.5rem', justifyItems: 'start' }}>
      <Button
        buttonStyle="secondary"
        disabled={isBusy}
        margin={false}
        onClick={() =>
          post(`/users/${id}/invite`, {}, () => words.sent(String(savedDocumentData?.email ?? '')))
        }
        size="small"
      >
        {words.again}
      </Button>
      <span>{words.againHint}</span>
    </div>
  )
}
