import { vi } from 'vitest'
import type { Answer, Client } from './service.ts'

/** What an answer says of the client's limit. */
export function rateLimitOf({ headers }: Pick<Answer, 'headers'>) {
  const policy = /^"(\w+)";q=(\d+);w=(\d+)$/.exec(headers.get('RateLimit-Policy') ?? '')
  const state = /^"(\w+)";r=(\d+);t=(\d+)$/.exec(headers.get('RateLimit') ?? '')
  if (!policy || !state || policy[1] !== state[1]) return undefined
  return {
    name: policy[1],
    limit: Number(policy[2]),
    window: Number(policy[3]),
    left: Number(state[2]),
    seconds: Number(state[3]),
  }
}

/**
 * Has the stopped clock go on to the client's next window, unless this one has so many seconds left.
 *
 * @returns how many requests the client has left in it
 */
export async function enoughTime(client: Client, seconds = 8): Promise<number> {
  for (;;) {
    const limit = rateLimitOf(await client.get('/api/claims?limit=1'))
    if (!limit) throw new Error('There is no limit.')
    if (limit.seconds > seconds) return limit.left
    vi.setSystemTime(Date.now() + limit.seconds * 1000)
  }
}
