import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addresses } from '../../src/gate/address.ts'

const request = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
    connection: { remoteAddress },
  }) as unknown as IncomingMessage

test('IPv4 counts by address, also where it comes as IPv6; IPv6 by its /64', () => {
  const of = (address: string | undefined) => addresses([])(request(address))
  expect(of('192.0.2.1')).toBe('192.0.2.1')
  expect(of('::ffff:192.0.2.1')).toBe('192.0.2.1')
  expect(of('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(of('2001:db8:1:2::')).toBe(of('2001:db8:1:2:ffff:ffff:ffff:ffff'))
  expect(of('2001:db8:1:3::1')).not.toBe(of('2001:db8:1:2::1'))
  expect(of('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(of(undefined)).toBe('')
})

test('without trusted proxies nobody is believed', () => {
  expect(addresses([])(request('192.0.2.1', '203.0.113.7'))).toBe('192.0.2.1')
})

test('a trusted proxy is believed, and of what it forwards only the last claim that is not a proxy’s', () => {
  const of = addresses(['10.0.0.0/8', '2001:db8:ffff::/48'])
  expect(of(request('10.1.2.3', '203.0.113.7'))).toBe('203.0.113.7')
  expect(of(request('::ffff:10.1.2.3', '203.0.113.7'))).toBe('203.0.113.7')
  expect(of(request('10.1.2.3', '198.51.100.1, 203.0.113.7, 10.9.9.9'))).toBe('203.0.113.7')
  expect(of(request('2001:db8:ffff::1', '2001:db8:1:2::9'))).toBe('2001:db8:1:2::/64')
  // Who is no proxy of ours may claim what it likes.
  expect(of(request('192.0.2.1', '203.0.113.7'))).toBe('192.0.2.1')
  expect(of(request('10.1.2.3'))).toBe('10.1.2.3')
  for (const nonsense of ['unknown', '203.0.113.7:4711', '', '<script>', '10.1.2.3, nonsense']) {
    expect.soft(of(request('10.1.2.3', nonsense)), nonsense).toBe('10.1.2.3')
  }
})
