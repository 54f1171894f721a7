import { type CollectionSlug, extractJWT, type PayloadRequest } from 'payload'
import { forNobody } from './dependencies/track.ts'
import { isEditorToken } from './editor-sessions.ts'

type Claims = { id: string; sid?: string }
type Account = { sessions?: { id: string }[] | null }

/**
 * Whether a request brings a token that we have signed for an account of the admin, and yet Payload knows
 * nobody: when the database fails as it looks the account up, Payload goes on as if nobody had asked.
 */
export async function isUnknownWhose({ headers, payload, user }: PayloadRequest): Promise<boolean> {
  if (user) return false
  const token = extractJWT({ headers, payload })
  if (!token || !isEditorToken(payload, token)) return false
  const [, claims = ''] = token.split('.')
  const { id, sid } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims
  try {
    const account = await payload.db.findOne<Account & { id: string }>({
      collection: payload.config.admin.user as CollectionSlug,
      req: forNobody({}),
      where: { id: { equals: id } },
    })
    // A session that has not ended: when Payload looked, the database gave no answer.
    return account?.sessions?.some((session) => session.id === sid) ?? false
  } catch {
    return true
  }
}
