import { afterAll, beforeAll, expect, test } from 'vitest'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
const email = 'forgetful@example.org'

beforeAll(async () => {
  service = await startService()
  await service.payload.create({
    collection: 'users',
    data: { email, name: 'Forgetful', role: 'editor', password: 'the old password' },
  })
})
afterAll(() => service.stop())

const logIn = (password: string) => service.reader.post('/api/users/login', { email, password })

test('asking for a reset tells nothing about whether there is such an account', async () => {
  const known = await service.reader.post('/api/users/forgot-password', { email })
  const unknown = await service.reader.post('/api/users/forgot-password', {
    email: 'no@example.org',
  })
  expect(known.status).toBe(200)
  expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
})

test('a reset changes the password once, and ends the sessions there were', async () => {
  const before = (await logIn('the old password')).body.token
  const token = await service.payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
  })
  const reset = { token, password: 'the new password' }
  expect((await service.reader.post('/api/users/reset-password', reset)).status).toBe(200)
  expect((await logIn('the old password')).status).toBe(401)
  expect((await logIn('the new password')).status).toBe(200)
  expect((await service.reader.post('/api/users/reset-password', reset)).status).toBe(403)
  const { body } = await service.with({ Authorization: `JWT ${before}` }).get('/api/users/me')
  expect(body.user).toBeNull()
})
