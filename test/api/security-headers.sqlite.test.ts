import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let secure: TestService
beforeAll(async () => {
  service = await startService()
  secure = await startService({
    PUBLIC_URL: 'https://handbill.example',
    HANDBILL_SECURITY_CONTACT: 'security@example.org',
  })
  const admin = await service.as('admin')
  await admin.post('/api/campaigns', { title: 'Homes', slug: 'homes', _status: 'published' })
})
afterAll(async () => {
  await secure.stop()
  await service.stop()
})

describe('every page says what it may do', () => {
  test.each(['/', '/graphql', '/docs', '/docs/guide', '/campaigns/homes', '/preview/nonsense'])(
    '%s',
    async (path) => {
      const { headers } = await service.reader.get(path, { headers: { Accept: 'text/html' } })
      expect(headers.get('Content-Type')).toContain('text/html')
      const policy = headers.get('Content-Security-Policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/script-src[^;]*'unsafe/)
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    },
  )
})

test('no answer is taken for another kind, kept or not', async () => {
  for (const path of ['/api/campaigns', '/api/campaigns', '/api/nonsense', '/nonsense']) {
    const { headers } = await service.reader.get(path)
    expect([path, headers.get('X-Content-Type-Options')]).toEqual([path, 'nosniff'])
    expect(headers.get('Strict-Transport-Security')).toBeNull()
  }
})

test('where the service is reached by TLS, browsers are to come by TLS', async () => {
  for (const path of ['/api/campaigns', '/api/campaigns', '/nonsense', '/', '/docs']) {
    const { headers } = await secure.reader.get(path)
    expect([path, headers.get('Strict-Transport-Security')]).toEqual([path, 'max-age=31536000'])
  }
})

test('a cookie is for this site, and for no script', async () => {
  await service.as('editor')
  await secure.as('editor')
  const account = { email: 'editor@example.org', password: "the editor's password" }
  const cookieOf = async ({ reader }: TestService) =>
    (await reader.post('/api/users/login', account)).headers.get('Set-Cookie') ?? ''
  expect(await cookieOf(service)).toMatch(/HttpOnly/)
  expect(await cookieOf(service)).toMatch(/SameSite=Lax/)
  expect(await cookieOf(service)).not.toMatch(/Secure/)
  expect(await cookieOf(secure)).toMatch(/Secure/)
})

test('security.txt says whom to tell, and until when that holds', async () => {
  expect((await service.reader.get('/.well-known/security.txt')).status).toBe(404)
  const { headers, text } = await secure.reader.get('/.well-known/security.txt')
  expect(headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
  expect(text).toContain('Contact: mailto:security@example.org\n')
  expect(text).toContain('Canonical: https://handbill.example/.well-known/security.txt\n')
  const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '')
  expect(expires).toBeGreaterThan(Date.now())
  expect(expires).toBeLessThan(Date.now() + 365 * 24 * 3_600_000)
})
