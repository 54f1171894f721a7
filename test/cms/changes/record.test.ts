import { expect, test } from 'vitest'
import type { Appearance } from '../../../src/cms/changes/append.ts'
import type { Reference } from '../../../src/cms/changes/public-state.ts'
import { appendAll } from '../../../src/cms/changes/record.ts'

const campaign = { collection: 'campaigns', id: '1' }
const claims = Array.from({ length: 120 }, (_, n) => ({ collection: 'claims', id: String(n) }))
const source = { collection: 'resources', id: '1' }

test('what refers to a document that goes is appended after it, each document once, however many there are', async () => {
  const given: Reference[] = []
  const recorder = {
    async append(collection: string, ids: string[]) {
      given.push(...ids.map((id) => ({ collection, id })))
      const appearance = (id: string): [string, Appearance] => [
        id,
        collection === 'campaigns' ? 'goes' : 'stays',
      ]
      return new Map(ids.map(appearance))
    },
    referrers: async ({ collection }: Reference) => (collection === 'campaigns' ? claims : []),
  }

  const appended = await appendAll(recorder, [campaign, source, campaign], {})

  expect(given).toEqual([campaign, source, ...claims])
  expect(appended).toEqual({ references: given, toggled: [campaign] })
})
