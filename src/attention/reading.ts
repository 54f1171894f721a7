import type { Payload } from 'payload'
import type { Attention } from './attention.ts'
import type { User } from './count.ts'
import type { Progress } from './progress.ts'

/**
 * Where the config keeps how it is read. Next bundles the admin's pages apart from the server, and asks
 * the server's own.
 */
export const attentionKey = 'handbillAttention'

export type Reading = {
  readAttention(payload: Payload, user: User): Promise<Attention>
  readProgress(payload: Payload, user: User, id?: string): Promise<Progress[]>
}
