import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startService } from '../support/service.ts'

test('a server whose clock is ahead publishes nothing before the time of the database', async () => {
  const scheduling = { poll: 50, lease: 1500, pause: 100 }
  const service = await startService({}, { scheduling })
  onTestFinished(() => service.stop())
  const admin = await service.as('admin')
  const make = async (collection: string, data: object): Promise<string> =>
    (await admin.post(`/api/${collection}?draft=true`, data)).body.doc.id
  const [campaign, demand] = [
    await make('campaigns', { title: 'Together' }),
    await make('demands', { title: 'By itself' }),
  ]
  const due = Date.now() + 2500
  const at = new Date(due).toISOString()
  const scheduled = await admin.post(`/api/campaigns/${campaign}/publish`, { what: 'publish', at })
  expect(scheduled.status).toBe(201)
  const doc = { relationTo: 'demands' as const, value: demand }
  await service.payload.jobs.queue({
    task: 'schedulePublish',
    input: { type: 'publish', doc },
    waitUntil: new Date(due),
  })

  const ahead = Date.now() + 3_600_000
  vi.useFakeTimers({ toFake: ['Date'], now: ahead, shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  const statuses = () =>
    Promise.all(
      [`campaigns/${campaign}`, `demands/${demand}`].map(
        async (path) => (await service.reader.get(`/api/${path}`)).status,
      ),
    )
  await sleep(1000)
  expect(await statuses()).toEqual([404, 404])
  await expect.poll(statuses).toEqual([200, 200])
})
