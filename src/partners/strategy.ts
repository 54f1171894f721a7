import type { AuthStrategy, AuthStrategyFunction, SanitizedConfig } from 'payload'
import { noteRefused } from '../cms/refused-credentials.ts'
import { keyIn } from '../gate/key-in.ts'
import { keyRingOf } from './key-ring.ts'

/** Signs a partner in by its key. Of a request it looks at `Authorization` alone. */
const authenticate: AuthStrategyFunction = async ({ headers, payload }) => {
  const key = keyIn(headers.get('Authorization') ?? '')
  if (key === undefined) return { user: null }
  const ring = keyRingOf(payload)
  const verdict = ring.known(key) ?? (await ring.ask(key))
  if ('client' in verdict) return { user: { ...verdict.client.user } }
  // The gate lets none in that is not good; but it may have become so meanwhile.
  noteRefused(headers, verdict.refusal)
  return { user: null }
}

export const byKey: AuthStrategy = { name: 'partner-key', authenticate }

/** Whether partners have keys of ours. */
export const hasPartnerKeys = ({ collections }: SanitizedConfig): boolean =>
  collections.some(({ auth }) => auth?.strategies?.some(isPartnerKey))

/** Whether a strategy is ours, which looks at nothing but `Authorization`. */
export const isPartnerKey = (strategy: Pick<AuthStrategy, 'authenticate'>): boolean =>
  strategy.authenticate === authenticate
