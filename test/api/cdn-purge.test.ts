import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startService } from '../support/service.ts'

/** A CDN that notes what it is told to drop. */
async function startCdn() {
  const told: { method?: string; path?: string; key?: string | string[] }[] = []
  const server = createServer(({ method, url, headers }, res) => {
    told.push({ method, path: url, key: headers['fastly-key'] })
    res.end()
  }).listen(0)
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { told, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('a CDN is told to drop what changed, by the tags that Surrogate-Key names', async () => {
  const { told, url } = await startCdn()
  const service = await startService({
    HANDBILL_PURGE_URL: `${url}/purge/{tag}`,
    HANDBILL_PURGE_HEADER: 'Fastly-Key: the key',
    HANDBILL_CDN_SECONDS: '3600',
  })
  onTestFinished(service.stop)
  const admin = await service.as('admin')
  const data = { statement: 'Purged', _status: 'published' }
  const { id } = (await admin.post('/api/claims', data)).body.doc
  const tags = ['claims', `claims/${id}`, 'claims/slug/purged']
  await vi.waitFor(() => {
    const paths = told.map(({ path }) => decodeURIComponent(path ?? ''))
    expect(paths.slice(0, 3)).toEqual(tags.map((tag) => `/purge/${tag}`))
  }, 25_000)
  expect(told[0]).toMatchObject({ method: 'POST', key: 'the key' })

  const { headers } = await service.reader.get(`/api/claims/${id}`)
  expect(headers.get('Surrogate-Key')).toBe(`claims/${id}`)
  expect(headers.get('Cache-Control')).toContain('s-maxage=3600')
})
