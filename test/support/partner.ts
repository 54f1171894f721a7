import { expect } from 'vitest'
import type { Client, TestService } from './service.ts'

export type TestPartner = {
  id: string
  key: string
  /** The public part of the key. */
  keyId: string
  /** A client that sends the key. */
  client: Client
}

/** A partner with a key, made as an administrator makes them. */
export async function makePartner(
  service: TestService,
  data: object = {},
  key: object = {},
): Promise<TestPartner> {
  const admin = await service.as('admin')
  const made = await admin.post('/api/partners', {
    name: 'A newsroom',
    contact: 'desk@example.org',
    ...data,
  })
  expect(made.status, made.text).toBe(201)
  const { id } = made.body.doc
  return { id, ...(await makeKey(service, id, key)) }
}

/** Another key of a partner. */
export async function makeKey(service: TestService, partner: string, data: object = {}) {
  const admin = await service.as('admin')
  const { body, status, text } = await admin.post(`/api/partners/${partner}/keys`, data)
  expect(status, text).toBe(201)
  const key: string = body.key
  return {
    key,
    keyId: body.doc.id as string,
    client: service.with({ Authorization: `partners API-Key ${key}` }),
  }
}
