import { describe, expect, test } from 'vitest'
import { tagsOf } from '../../src/changes/tags.ts'
import { collapseTags } from '../../src/delivery/collapse-tags.ts'
import { surrogateKey } from '../../src/delivery/surrogate-key.ts'
import { change, counting, startDelivery } from './harness.ts'

const documents = (collection: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${collection}/${i}`)

test('a change touches its collection, its document and its slug', () => {
  expect(tagsOf(change('claims', '1'))).toEqual(['claims', 'claims/1'])
  expect(tagsOf(change('claims', '1', { slug: 'a' }))).toEqual([
    'claims',
    'claims/1',
    'claims/slug/a',
  ])
})

describe('a collection stands for its documents', () => {
  test.each([
    ['where it is named anyway', ['claims/1', 'claims', 'media/1'], ['claims', 'media/1']],
    ['where they are more than 50', [...documents('claims', 51), 'media/1'], ['claims', 'media/1']],
    ['but not where they are 50', documents('claims', 50), documents('claims', 50)],
    [
      'where all together are more than 200',
      ['a', 'b', 'c', 'd', 'e'].flatMap((name) => documents(name, 41)),
      ['a', 'b', 'c', 'd', 'e'],
    ],
    ['only its own', ['claim/1', 'claims/1', 'claims'], ['claim/1', 'claims']],
  ])('%s', (_, tags, collapsed) => {
    expect([...collapseTags(new Set(tags))].sort()).toEqual([...collapsed].sort())
  })
})

test('what is collapsed in the header is collapsed in the dependencies', async () => {
  const { seen, render } = counting(documents('claims', 60))
  const { get, delivery } = await startDelivery({ content: render })
  expect((await get('/api/claims')).header('surrogate-key')).toBe('claims')
  expect(delivery.stats().tags).toBe(1)
  delivery.apply([change('claims', 'new')])
  await get('/api/claims')
  expect(seen).toHaveLength(2)
})

test('a tag in a header is visible ASCII', async () => {
  expect(surrogateKey('claims/slug/über uns 😀')).toBe('claims/slug/%C3%BCber%20uns%20%F0%9F%98%80')
  expect(surrogateKey('claims/\ud800')).toBe('claims/%EF%BF%BD')
  const { render } = counting(['claims/ü\r\nX: 1'])
  const { get } = await startDelivery({ content: render })
  expect((await get('/api/claims')).header('surrogate-key')).toBe('claims/%C3%BC%0D%0AX:%201')
})
