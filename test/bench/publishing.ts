import { answerTo } from './load/ask.ts'

export type Account = { email: string; password: string }

/** @returns what to send as Authorization */
export async function logIn(url: string, account: Account): Promise<string> {
  const body = JSON.stringify(account)
  const path = '/api/users/login'
  const headers = { 'Content-Type': 'application/json' }
  const answer = await answerTo({ path, headers, body }, url)
  const { token } = JSON.parse(answer.body.toString())
  if (!token) throw new Error(`Nobody is logged in: ${answer.body}`)
  return `JWT ${token}`
}

/** Publishes the claim with another statement; settles when that is acknowledged. */
export async function publish(
  url: string,
  claim: string,
  statement: string,
  authorization: string,
): Promise<void> {
  const response = await fetch(`${url}/api/claims/${claim}`, {
    method: 'PATCH',
    headers: { Authorization: authorization, 'Content-Type': 'application/json' },
    body: JSON.stringify({ statement, _status: 'published' }),
  })
  if (!response.ok) throw new Error(`Publishing: ${response.status} ${await response.text()}`)
  await response.body?.cancel()
}
