import { type Bucket, secondsLeft, windowSeconds } from './counts.ts'

/** What a limit allows and how a client is told of it. */
export type Policy = {
  limit: number
  name: string
  /** The policy as its header says it. */
  text: string
  /** Whose requests it counts, for people. */
  whose: string
}

export function policyOf(
  name: 'address' | 'log-ins' | 'partner',
  limit: number,
  whose: string,
): Policy {
  return { limit, name: `"${name}"`, text: `"${name}";q=${limit};w=${windowSeconds}`, whose }
}

/**
 * What a client is told of its limit, by draft-ietf-httpapi-ratelimit-headers: the policy, and what is left
 * of it (`r`) for how many seconds (`t`).
 */
export type RateLimit = { policy: Policy; left: string }

export function rateLimitOf(policy: Policy, bucket: Bucket, now: number): RateLimit {
  const left = Math.max(0, policy.limit - bucket.used - bucket.elsewhere)
  return { policy, left: `${policy.name};r=${left};t=${secondsLeft(bucket, now)}` }
}

/** The header fields as they go over the wire. */
export const linesOf = ({ policy, left }: RateLimit): string =>
  `RateLimit-Policy: ${policy.text}\r\nRateLimit: ${left}\r\n`

/** The header fields as names and values in turn. */
export const fieldsOf = ({ policy, left }: RateLimit): string[] => [
  'RateLimit-Policy',
  policy.text,
  'RateLimit',
  left,
]
