import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOtherProject } from '../support/other-project.ts'
import { send } from '../support/raw-http.ts'
import type { TestService } from '../support/service.ts'

let service: TestService
const cookies = [
  'a=1; Path=/; Expires=Wed, 21 Oct 2099 07:28:00 GMT',
  'b=2, and a comma; Path=/',
  'a=3; Path=/x; HttpOnly',
]
beforeAll(async () => {
  service = await startOtherProject({
    endpoints: [
      {
        method: 'get',
        path: '/cookies',
        handler: (req) => {
          req.responseHeaders = new Headers([['Set-Cookie', 'from=payload']])
          const headers = cookies.map((cookie): [string, string] => ['Set-Cookie', cookie])
          return Response.json({}, { headers })
        },
      },
    ],
  })
})
afterAll(() => service.stop())

test('each cookie of an answer is a header of its own', async () => {
  for (const method of ['GET', 'HEAD']) {
    const { headers } = await send(`${service.url}/rest/cookies`, { method })
    const sent = headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value)
    expect(sent.toSorted()).toEqual([...cookies, 'from=payload'].toSorted())
  }
})

test('signing in sets a cookie that signs in, and signing out takes it back', async () => {
  const account = { email: 'm@example.org', password: 'a long password' }
  await service.payload.create({ collection: 'members' as 'users', data: account as never })
  const signedIn = await service.reader.post('/rest/members/login', account)
  const [cookie] = signedIn.headers.getSetCookie()
  expect(cookie).toContain('HttpOnly')

  const member = service.with({ Cookie: String(cookie?.split(';')[0]) })
  expect((await member.get('/rest/members/me')).body.user.email).toBe(account.email)
  const signedOut = await member.post('/rest/members/logout')
  expect(signedOut.headers.getSetCookie()[0]).toMatch(/^payload-token=;/)
})
