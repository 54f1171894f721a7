import { type Bucket, secondsLeft, windowSeconds } from './counts.ts'

/** Names and values in turn. */
export type FlatHeaders = string[]

/**
 * What a client is told of its limit, by draft-ietf-httpapi-ratelimit-headers: the policy, and what is left
 * of it (`r`) for how many seconds (`t`).
 */
export function rateLimitHeaders(policy: Policy, bucket: Bucket, now: number): FlatHeaders {
  const left = Math.max(0, policy.limit - bucket.used - bucket.elsewhere)
  const value = `${policy.name};r=${left};t=${secondsLeft(bucket, now)}`
  return ['RateLimit-Policy', policy.text, 'RateLimit', value]
}

export type Policy = {
  limit: number
  name: string
  /** The policy as its header says it. */
  text: string
  /** Whose requests it counts, for people. */
  whose: string
}

export function policyOf(name: 'address' | 'partner', limit: number, whose: string): Policy {
  return { limit, name: `"${name}"`, text: `"${name}";q=${limit};w=${windowSeconds}`, whose }
}
