import { expect, test } from 'vitest'
import { keyIn } from '../../src/gate/key-in.ts'

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IjEifQ.c2lnbmF0dXJl'

test.each([
  ['Bearer hb_x', 'hb_x'],
  ['bearer   hb_x', 'hb_x'],
  ['partners API-Key hb_x', 'hb_x'],
  ['Partners api-key hb_x', 'hb_x'],
  ['users API-Key hb_x', ''],
  ['API-Key hb_x', 'hb_x'],
  ['partners API-Key', ''],
  ['partners API-Key ', ''],
  ['Bearer', ''],
  ['Bearer nonsense', 'nonsense'],
  ['Bearer hb_x, Bearer hb_y', 'hb_x, Bearer hb_y'],
  ['hb_x', ''],
  ['Token hb_x', ''],
])('%j is an attempt at a key', (header, key) => {
  expect(keyIn(header)).toBe(key)
})

test.each([
  `JWT ${token}`,
  `Bearer ${token}`,
  'Basic dXNlcjpwYXNz',
  'JWT nonsense',
  '',
  'Digest x',
])('%j is none', (header) => {
  expect(keyIn(header)).toBeUndefined()
})
