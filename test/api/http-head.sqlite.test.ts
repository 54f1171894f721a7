import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFiles } from '../support/open-files.ts'
import { picture, uploadForm } from '../support/picture.ts'
import { type RawAnswer, send } from '../support/raw-http.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let claim: string
let image: string
beforeAll(async () => {
  service = await startService()
  const admin = await service.as('admin')
  const created = await admin.post('/api/claims', { statement: 'Rents rose', _status: 'published' })
  claim = created.body.doc.id
  const form = uploadForm(await picture(400), 'noise.png', { alt: 'Noise' })
  image = (await admin.post('/api/media', form)).body.doc.url
})
afterAll(() => service.stop())

describe('HEAD answers as GET does, without the body:', () => {
  test.each([
    ['a list', () => '/api/claims'],
    ['a document', () => `/api/claims/${claim}`],
    ['a document by its slug', () => '/api/claims/slug/rents-rose'],
    ['a count', () => '/api/claims/count'],
    ['a picture', () => new URL(image, service.url).pathname],
    ['a document that there is not', () => '/api/claims/0123456789abcdef01234567'],
    ['a path that there is not', () => '/api/nonsense'],
    ['a path outside the API', () => '/nonsense'],
    ['a bad request', () => '/api/claims?limit=0'],
    ['the front page', () => '/'],
    ['GraphiQL', () => '/graphql'],
  ])('%s', async (_, path) => {
    const url = service.url + path()
    const [get, head] = [await send(url), await send(url, { method: 'HEAD' })]
    expect(head.body).toHaveLength(0)
    expect(head.status).toBe(get.status)
    expect(headersOf(head)).toEqual(headersOf(get))
    expect(Number(head.header('content-length'))).toBe(get.body.length)
  })
})

test('HEAD of a range of a picture gives the range’s headers', async () => {
  const range = { headers: { Range: 'bytes=0-9' } }
  const url = new URL(image, service.url).href
  const head = await send(url, { method: 'HEAD', ...range })
  expect(headersOf(head)).toEqual(headersOf(await send(url, range)))
  expect([head.status, head.header('content-length')]).toEqual([206, '10'])
})

test.runIf(process.platform === 'linux')('HEAD of a picture leaves no file open', async () => {
  const url = new URL(image, service.url).href
  for (let i = 0; i < 5; i++) await send(url, { method: 'HEAD' })
  await expect.poll(() => openFiles('noise.png')).toEqual([])
})

/** But for what no two requests have in common. */
const headersOf = ({ headers }: RawAnswer) =>
  headers.filter(([name]) => name !== 'date' && name !== 'x-request-id').sort()
