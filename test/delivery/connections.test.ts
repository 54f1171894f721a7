import { expect, test } from 'vitest'
import { sendBytes } from '../support/raw-http.ts'
import { json, startDelivery } from './harness.ts'

/*
 * Answers from memory are written in a way of their own; on the connection nobody must notice.
 */

const host = 'Host: localhost\r\n'
const last = `GET /api/last HTTP/1.1\r\n${host}Connection: close\r\n\r\n`

async function startWarm(text = 'short') {
  const delivery = await startDelivery({ content: async () => json({ text }, ['claims']) })
  for (const path of ['/api/a', '/api/b', '/api/last']) await delivery.get(path)
  return delivery
}

/** Heads and bodies of what came over one connection, in order. */
function responsesIn(bytes: string) {
  const responses: { status: string; fields: [string, string][]; body: string }[] = []
  for (let rest = bytes; rest; ) {
    const end = rest.indexOf('\r\n\r\n')
    const [status = '', ...lines] = rest.slice(0, end).split('\r\n')
    const fields = lines.map((line): [string, string] => {
      const colon = line.indexOf(': ')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)]
    })
    const length = Number(new Map(fields).get('content-length') ?? 0)
    // A head is followed at once by the next one where there is no body.
    const body = rest.slice(end + 4).startsWith('HTTP/')
      ? ''
      : rest.slice(end + 4, end + 4 + length)
    responses.push({ status, fields, body })
    rest = rest.slice(end + 4 + body.length)
  }
  return responses
}

test.each([
  ['short', 'short'],
  ['long', 'long '.repeat(10_000)],
])(
  'requests sent at once over one connection are answered in order, with %s bodies',
  async (_, text) => {
    const { url, get } = await startWarm(text)
    const etag = (await get('/api/a')).header('etag')
    const asked = [
      `GET /api/a HTTP/1.1\r\n${host}\r\n`,
      `HEAD /api/b HTTP/1.1\r\n${host}\r\n`,
      `GET /api/a HTTP/1.1\r\n${host}If-None-Match: ${etag}\r\n\r\n`,
      last,
    ]
    const responses = responsesIn(await sendBytes(url, asked.join('')))
    expect(responses.map(({ status }) => status)).toEqual([
      'HTTP/1.1 200 OK',
      'HTTP/1.1 200 OK',
      'HTTP/1.1 304 Not Modified',
      'HTTP/1.1 200 OK',
    ])
    const body = JSON.stringify({ text })
    expect(responses.map((one) => one.body)).toEqual([body, '', '', body])
  },
)

test('every field is there once, the date and what becomes of the connection too', async () => {
  const { url } = await startWarm()
  const [kept, closed] = responsesIn(
    await sendBytes(url, `GET /api/a HTTP/1.1\r\n${host}\r\n${last}`),
  )
  for (const { fields } of [kept, closed].flatMap((one) => one ?? [])) {
    const names = fields.map(([name]) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('etag')
    expect(Date.now() - Date.parse(new Map(fields).get('date') ?? '')).toBeLessThan(60_000)
  }
  expect(kept?.fields).toContainEqual(['connection', 'keep-alive'])
  expect(kept?.fields).toContainEqual(['keep-alive', 'timeout=5'])
  expect(closed?.fields).toContainEqual(['connection', 'close'])
  // But for the connection both are written alike.
  const content = (one: typeof kept) =>
    one?.fields.filter(([name]) => !['connection', 'keep-alive', 'date'].includes(name))
  expect(content(kept)).toEqual(content(closed))
})

test('a client of HTTP/1.0 is hung up on when it has its answer', async () => {
  const { url } = await startWarm()
  const [response] = responsesIn(await sendBytes(url, 'GET /api/a HTTP/1.0\r\n\r\n'))
  expect(response?.fields).toContainEqual(['connection', 'close'])
  expect(response?.body).toBe(JSON.stringify({ text: 'short' }))
})
