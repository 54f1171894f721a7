import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalQuery, readParameters } from '../../src/delivery/parameters.ts'
import { sendBytes } from '../support/raw-http.ts'
import { counting, startDelivery } from './harness.ts'

async function rendersFor(...paths: string[]) {
  const { seen, render } = counting(['claims'])
  const { get } = await startDelivery({ content: render })
  for (const path of paths) await get(path)
  return seen.map(({ url }) => url.replace('https://handbill.example', ''))
}

describe('the same question', () => {
  test.each([
    ['in another order', '/api/claims?b=2&a=1', '/api/claims?a=1&b=2'],
    ['percent-encoded', '/api/claims?where%5Ba%5D=%61', '/api/claims?where[a]=a'],
    ['with a plus', '/api/claims?q=a+b', '/api/claims?q=a%20b'],
    ['with nothing between', '/api/claims?&&a=1&', '/api/claims?a=1'],
    ['with an empty query', '/api/claims?', '/api/claims'],
    ['with an empty value', '/api/claims?a', '/api/claims?a='],
    ['with escapes in small letters', '/api/claims?q=%c3%a9', '/api/claims?q=%C3%A9'],
  ])('%s is one entry', async (_, a, b) => {
    expect(await rendersFor(a, b, a, b)).toHaveLength(1)
  })
})

describe('another question', () => {
  test.each([
    ['of two equal names in another order', '/api/claims?a=1&a=2', '/api/claims?a=2&a=1'],
    ['of a list in another order', '/api/claims?b[]=1&a=2', '/api/claims?a=2&b[]=1'],
    ['of a name beside its part', '/api/claims?a[b]=1&a=2', '/api/claims?a=2&a[b]=1'],
    ['in other letters', '/api/claims?q=a', '/api/claims?q=A'],
    ['with a slash', '/api/claims', '/api/claims/'],
  ])('%s is another entry', async (_, a, b) => {
    expect(await rendersFor(a, b, a, b)).toHaveLength(2)
  })
})

test('the source is asked in the canonical form', async () => {
  expect(await rendersFor('/api/claims?b=x%26y+z&where%5Ba%5D[b]=%3d&A=1')).toEqual([
    '/api/claims?A=1&b=x%26y%20z&where[a][b]=%3D',
  ])
})

test('a canonical query is read as what it was made from', () => {
  const name = fc.stringMatching(/^[a-z.]{1,4}(\[[a-z0-9]{0,3}\]){0,2}$/)
  const parameters = fc.array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 6 })
  fc.assert(
    fc.property(parameters, (given) => {
      const canonical = canonicalQuery(given)
      const read = readParameters(canonical) ?? []
      const valuesOf = (name: string, list: [string, string][]) =>
        list.filter(([n]) => n === name).map(([, value]) => value)
      for (const [name] of given) expect(valuesOf(name, read)).toEqual(valuesOf(name, given))
      expect(read).toHaveLength(given.length)
      expect(canonicalQuery(read)).toBe(canonical)
    }),
  )
})

describe('goes on, because it is malformed or read in several ways', () => {
  test.each([
    '/api/claims?limit=%E0%A4%A',
    '/api/claims?%',
    '/api/claims?where[%ff]=1',
    '/api/claims?a[b=c]=d',
    '/api/claims?a=b]=c',
    '/api/claims?a==',
    '/api/claims?=1',
    '/api/%63laims',
    '/api/../api/claims',
    '/api/./claims',
    '/api//claims',
    '/api/claims;a=1',
    `/api/claims?q=${'x'.repeat(4096)}`,
  ])('%s', async (path) => {
    const { url, delivery } = await startDelivery()
    const bytes = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`
    expect(await sendBytes(url, bytes)).toMatch(/^HTTP\/1\.1 299/)
    expect(delivery.stats().misses).toBe(0)
  })

  test.each(['', 'a b', 'localhost:99999', 'localhost:x', 'user@localhost', 'x/y', '[::1'])(
    'the host "%s", also where the answer is known',
    async (host) => {
      const { url, get } = await startDelivery()
      await get('/api/claims')
      const bytes = `GET /api/claims HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`
      expect(await sendBytes(url, bytes)).toMatch(/^HTTP\/1\.1 299/)
    },
  )

  test.each([
    ['an absolute form', 'GET http://localhost/api/claims HTTP/1.1\r\n', ''],
    ['a body', 'GET /api/claims HTTP/1.1\r\nContent-Length: 2\r\n', '{}'],
    ['a body in chunks', 'GET /api/claims HTTP/1.1\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n'],
  ])('%s', async (_, line, body) => {
    const { url, get } = await startDelivery()
    await get('/api/claims')
    const bytes = `${line}Host: localhost\r\nConnection: close\r\n\r\n${body}`
    expect(await sendBytes(url, bytes)).toMatch(/^HTTP\/1\.1 299/)
  })
})

test('HTTP/1.0 without a host is answered', async () => {
  const { url } = await startDelivery()
  expect(await sendBytes(url, 'GET /api/claims HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200/)
})
