import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isContextCostly } from '../../src/async-context.ts'
import { createFollows } from '../../src/watching/requests/follows.ts'

const request = (method: string, url: string, headers = {}) =>
  ({ method, url, headers }) as IncomingMessage

const read = request('GET', '/api/claims')

test('what the public reads is not followed where that takes time', () => {
  const { wants } = createFollows()
  expect(wants(read)).toBe(!isContextCostly)
  expect(wants(request('POST', '/api/graphql'))).toBe(!isContextCostly)
})

test('what editors read and what is written is followed', () => {
  const { wants } = createFollows()
  expect(wants(request('GET', '/api/claims', { cookie: 'payload-token=x' }))).toBe(true)
  expect(wants(request('GET', '/api/claims', { authorization: 'JWT x' }))).toBe(true)
  expect(wants(request('POST', '/api/users/login'))).toBe(true)
})

test('once something has failed everything is followed, so that the next failure says for whom', () => {
  const { failed, wants } = createFollows()
  failed()
  expect(wants(read)).toBe(true)
})
