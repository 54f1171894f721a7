import { expect, onTestFinished, test, vi } from 'vitest'
import { soon, startWebhooks } from '../support/webhooks.ts'

test('that webhooks look at their queue while an answer is made does not keep it from being kept', async () => {
  const service = await startWebhooks()
  onTestFinished(() => service.stop())
  const { db } = service.payload
  const { find } = db
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const looked: string[] = []
  const spy = vi.spyOn(db, 'find').mockImplementation((async (args: { collection: string }) => {
    looked.push(args.collection)
    if (args.collection === 'claims') await held
    return find.call(db, args as never)
  }) as never)
  onTestFinished(() => spy.mockRestore())

  const made = service.reader.get('/api/claims')
  await vi.waitFor(() => {
    const sinceThen = looked.slice(looked.indexOf('claims'))
    expect(sinceThen).toEqual(expect.arrayContaining(['claims', 'payload-jobs']))
  }, soon)
  goOn()
  expect((await made).status).toBe(200)
  const { hits = 0 } = service.delivery?.stats() ?? {}
  await service.reader.get('/api/claims')
  expect(service.delivery?.stats().hits).toBe(hits + 1)
})
