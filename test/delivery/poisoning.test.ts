import { expect, test } from 'vitest'
import { counting, startDelivery } from './harness.ts'

const odd: Record<string, string> = {
  Accept: 'text/html',
  'Accept-Charset': 'latin1',
  'Accept-Language': 'es',
  'Cache-Control': 'no-cache',
  'CF-Connecting-IP': '10.0.0.1',
  'Client-IP': '10.0.0.1',
  'Content-Type': 'text/plain',
  Cookie: 'a=b; payload-lng=es; next=1',
  DNT: '1',
  Expect: '100-continue',
  Forwarded: 'for=10.0.0.1;host=evil.example;proto=http',
  From: 'a@evil.example',
  'Front-End-Https': 'on',
  'If-Match': '"x"',
  'If-Range': '"x"',
  'If-Unmodified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT',
  'Max-Forwards': '1',
  Origin: 'https://evil.example',
  Pragma: 'no-cache',
  Prefer: 'return=minimal',
  Range: 'bytes=0-3',
  Referer: 'https://evil.example/',
  'Save-Data': 'on',
  'Sec-Fetch-Mode': 'cors',
  'Sec-Fetch-Site': 'cross-site',
  TE: 'trailers',
  'True-Client-IP': '10.0.0.1',
  'User-Agent': 'evil',
  Via: '1.1 evil',
  'X-Api-Version': '2',
  'X-Cluster-Client-IP': '10.0.0.1',
  'X-Forwarded-For': '10.0.0.1',
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Port': '444',
  'X-Forwarded-Prefix': '/evil',
  'X-Forwarded-Proto': 'http',
  'X-Forwarded-Scheme': 'http',
  'X-Forwarded-Server': 'evil.example',
  'X-Host': 'evil.example',
  'X-HTTP-Method': 'DELETE',
  'X-HTTP-Method-Override': 'DELETE',
  'X-Locale': 'es',
  'X-Method-Override': 'DELETE',
  'X-Original-Host': 'evil.example',
  'X-Original-URL': '/api/users',
  'X-Payload-HTTP-Method-Override': 'DELETE',
  'X-Real-IP': '10.0.0.1',
  'X-Request-ID': 'evil',
  'X-Requested-With': 'XMLHttpRequest',
  'X-Rewrite-URL': '/api/users',
  'X-Tenant': 'evil',
}

test('no header of a client reaches the source or changes what others get', async () => {
  const { seen, render } = counting(['claims'])
  const { get } = await startDelivery({ content: render })
  expect(Object.keys(odd).length).toBeGreaterThan(50)
  const first = await get('/api/claims', odd)
  const second = await get('/api/claims')
  expect(first.status).toBe(200)
  expect(second.body).toEqual(first.body)
  expect(second.header('etag')).toBe(first.header('etag'))
  expect(seen.map(({ headers }) => [...headers])).toEqual([[]])
  expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET https://handbill.example/api/claims',
  ])
})

test.each(Object.entries(odd))('%s: %s alone', async (name, value) => {
  const { seen, render } = counting(['claims'])
  const { get } = await startDelivery({ content: render })
  await get('/api/claims', { [name]: value })
  await get('/api/claims')
  expect(seen).toHaveLength(1)
  expect([...(seen[0]?.headers ?? [])]).toEqual([])
})
