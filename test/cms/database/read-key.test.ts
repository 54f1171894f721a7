import { expect, test } from 'vitest'
import { readKey } from '../../../src/cms/database/read-key.ts'

const [a, b] = ['6b05105a249975587b6c0001', '6b05105a249975587b6c0002']
const where = (equals: unknown) => ({ where: { campaign: { equals } } })

test('reads that differ only in the ids they ask for have one key', () => {
  expect(readKey(where(a)).key).toBe(readKey(where(b)).key)
  expect(readKey({ where: { id: { in: [a, b] } } }).ids).toEqual([a, b])
})

test('other differences are in the key', () => {
  const reads = [
    where(a),
    where([a]),
    where('a'),
    where(null),
    where({ id: 1 }),
    where('\0id 1'),
    where('\0\0id 1'),
    where(new Date(0)),
    where(new Date(1)),
    where('\0date 0'),
    where(1),
    where('1'),
    { where: { campaign: { like: a } } },
    { where: { campaign: { like: b } } },
    { where: { campaign: { not_equals: a } } },
    { ...where(a), limit: 10 },
  ]
  expect(new Set(reads.map((read) => readKey(read).key)).size).toBe(reads.length)
})

test('what cannot be compared is like nothing else', () => {
  const read = where(new Map([['a', 1]]))
  expect(readKey(read).key).not.toBe(readKey(read).key)
})
