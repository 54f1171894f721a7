import { describe, expect, test } from 'vitest'
import { change, json, start, startDelivery } from './harness.ts'

describe('If-None-Match', () => {
  test.each<[string, (etag: string) => string]>([
    ['the ETag', (etag) => etag],
    ['the ETag as a weak one', (etag) => `W/${etag}`],
    ['a list', (etag) => `"a,b", W/"c" ,${etag}`],
    ['anything', () => '*'],
  ])('with %s: 304', async (_, header) => {
    const { get } = await startDelivery({
      content: async () =>
        json({}, ['claims'], { headers: { 'Access-Control-Allow-Origin': '*' } }),
    })
    const full = await get('/api/claims')
    const etag = full.header('etag') ?? ''
    const answer = await get('/api/claims', { 'If-None-Match': header(etag) })
    expect(answer.status).toBe(304)
    expect(answer.body).toHaveLength(0)
    const names = answer.headers.map(([name]) => name)
    expect(names.filter((name) => name.startsWith('content-'))).toEqual([])
    for (const name of ['etag', 'cache-control', 'vary', 'age']) {
      expect(answer.header(name)).toBe(full.header(name))
    }
    // Whoever has the answer knows these (RFC 9110, 15.4.5).
    expect(names.filter((name) => ['last-modified', 'surrogate-key'].includes(name))).toEqual([])
    expect(answer.header('access-control-allow-origin')).toBe('*')
  })

  test.each(['"other"', 'nonsense', '', '""'])('with %s: 200', async (header) => {
    const { get } = await startDelivery()
    await get('/api/claims')
    expect((await get('/api/claims', { 'If-None-Match': header })).status).toBe(200)
  })

  test('is answered for HEAD as for GET', async () => {
    const { ask } = await startDelivery()
    const headers = { 'If-None-Match': '*' }
    expect((await ask('/api/claims', { method: 'HEAD', headers })).status).toBe(304)
  })

  test('compares with the encoding that would be sent', async () => {
    const content = async () => json({ text: 'x'.repeat(5000) }, ['claims'])
    const { get } = await startDelivery({ content })
    const br = (await get('/api/claims', { 'Accept-Encoding': 'br' })).header('etag') ?? ''
    const status = async (accepted: string) =>
      (await get('/api/claims', { 'Accept-Encoding': accepted, 'If-None-Match': br })).status
    expect(await status('br')).toBe(304)
    expect(await status('gzip')).toBe(200)
    expect(await status('identity')).toBe(200)
  })

  test('a changed answer has another ETag, an equal one the same', async () => {
    let text = 'before'
    const { get, delivery } = await startDelivery({
      content: async () => json({ text }, ['claims']),
    })
    const etag = async () => (await get('/api/claims')).header('etag')
    const before = await etag()
    delivery.apply([change('claims', '1')])
    expect(await etag()).toBe(before)
    text = 'after'
    delivery.apply([change('claims', '1')])
    expect(await etag()).not.toBe(before)
  })

  test('the same bytes under another media type have another ETag', async () => {
    const types = ['application/json', 'application/hal+json']
    const { get } = await startDelivery({
      content: async () => json({}, ['claims'], { headers: { 'Content-Type': types.pop() ?? '' } }),
    })
    const [a, b] = [await get('/api/claims?page=1'), await get('/api/claims?page=2')]
    expect(a.header('etag')).not.toBe(b.header('etag'))
  })
})

describe('If-Modified-Since', () => {
  async function dated() {
    const service = await startDelivery()
    service.delivery.knowLastChange('2026-01-01T00:00:00.500Z')
    const date = (await service.get('/api/claims')).header('last-modified') ?? ''
    return { ...service, date }
  }

  test('with the date that was sent: 304', async () => {
    const { get, date } = await dated()
    const answer = await get('/api/claims', { 'If-Modified-Since': date })
    expect(answer.status).toBe(304)
  })

  test('is ignored beside If-None-Match', async () => {
    const { get, date } = await dated()
    const headers = { 'If-Modified-Since': date, 'If-None-Match': '"other"' }
    expect((await get('/api/claims', headers)).status).toBe(200)
  })

  test.each([
    'Wed, 31 Dec 2025 00:00:00 GMT',
    // A client's clock may be ahead of a change that it has not seen.
    'Fri, 01 Jan 2100 00:00:00 GMT',
    'yesterday',
    '',
    '1767225601',
  ])('with %s: 200', async (header) => {
    const { get } = await dated()
    expect((await get('/api/claims', { 'If-Modified-Since': header })).status).toBe(200)
  })

  test('a change within a second of the answer is not taken for the answer', async () => {
    let text = 'before'
    const { get, delivery, clock } = await startDelivery({
      content: async () => json({ text }, ['claims']),
    })
    clock.now = start + 100
    delivery.apply([change('claims', '1', { at: new Date(clock.now).toISOString() })])
    const before = await get('/api/claims')
    text = 'after'
    clock.now = start + 900
    delivery.apply([change('claims', '1', { at: new Date(clock.now).toISOString() })])
    clock.now = start + 10_000
    delivery.confirm()
    expect(before.header('last-modified')).toBeUndefined()
    // What a client that got no date sends instead: the answer's Date.
    const headers = { 'If-Modified-Since': new Date(start).toUTCString() }
    const answer = await get('/api/claims', headers)
    expect(answer.status).toBe(200)
    expect(answer.body.toString()).toContain('after')
  })
})
