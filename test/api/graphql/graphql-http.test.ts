import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startService, type TestService } from '../../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('the GraphQL-over-HTTP specification', () => {
  const audits = serverAudits({ url: () => `${service.url}/api/graphql`, fetchFn: fetch })

  test('has 61 audits', () => expect(audits).toHaveLength(61))

  test.each(audits)('$id: $name', async (audit) => {
    const result = await audit.fn()
    expect(result.status, 'reason' in result ? result.reason : undefined).toBe('ok')
  })
})
