import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { requestIds, traceParentOf } from '../../src/watching/requests/request-id.ts'

const from = (address: string, headers: Record<string, string>) =>
  ({ headers, socket: { remoteAddress: address } }) as unknown as IncomingMessage

const idOf = requestIds(['10.0.0.0/8'])
const uuid = '0b9f8c1e-6a55-4c0e-9a34-2f8b1f3f2f10'

test('a trusted proxy names its requests', () => {
  expect(idOf(from('10.1.2.3', { 'x-request-id': uuid }), undefined)).toBe(uuid)
})

test.each([
  ['nobody else does', '192.0.2.1', uuid],
  ['a key is no name', '10.1.2.3', 'hb_0123456789ab_abcdefghijklmnopqrstuvwxyz'],
  ['an address is no name', '10.1.2.3', 'ana@example.org'],
  ['nor is what could break a line', '10.1.2.3', '12345678\r\nX: y'],
  ['nor what is too long', '10.1.2.3', 'a'.repeat(65)],
])('%s', (_, address, given) => {
  const made = idOf(from(address, { 'x-request-id': given }), undefined)
  expect(made).toMatch(/^[\da-f]{16}-[\da-z]+$/)
})

test('requests without a name get different ones', () => {
  const ids = Array.from({ length: 1000 }, () => idOf(from('192.0.2.1', {}), undefined))
  expect(new Set(ids).size).toBe(1000)
})

test('of a trace it is the place in it', () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
  const req = from('192.0.2.1', { traceparent })
  const parent = traceParentOf(req)
  expect(parent).toEqual({
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    spanId: '00f067aa0ba902b7',
    flags: 1,
  })
  expect(idOf(req, parent)).toBe('4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7')
})

test.each([
  'ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  '00-00000000000000000000000000000000-00f067aa0ba902b7-01',
  '00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01',
  '00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01',
  '00-hb_0123456789ab-00f067aa0ba902b7-01',
  '',
])('%s is no place in a trace', (traceparent) => {
  expect(traceParentOf(from('192.0.2.1', { traceparent }))).toBeUndefined()
})
