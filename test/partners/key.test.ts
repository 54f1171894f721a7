import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeKey, readKey } from '../../src/partners/key.ts'

test('a key is read back as what it was made', () => {
  for (let i = 0; i < 200; i++) {
    const { key, id, hash } = makeKey()
    expect(key).toMatch(/^hb_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/)
    expect(readKey(key)).toEqual({ id, hash })
    expect(hash).not.toContain(key.slice(16))
  }
})

test('no two keys are alike', () => {
  const made = Array.from({ length: 500 }, makeKey)
  expect(new Set(made.map(({ key }) => key)).size).toBe(500)
  expect(new Set(made.map(({ hash }) => hash)).size).toBe(500)
})

test('a key with any one character changed, or two exchanged, is none', () => {
  const { key } = makeKey()
  fc.assert(
    fc.property(fc.nat(key.length - 1), fc.constantFrom(...'aZ09_x-'), (at, letter) => {
      fc.pre(key[at] !== letter)
      expect(readKey(key.slice(0, at) + letter + key.slice(at + 1))).toBeUndefined()
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 16, max: key.length - 2 }), (at) => {
      const [a = '', b = ''] = key.slice(at, at + 2)
      fc.pre(a !== b)
      expect(readKey(key.slice(0, at) + b + a + key.slice(at + 2))).toBeUndefined()
    }),
  )
})

test('whatever else is sent as a key is none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readKey(text)).toBeUndefined()
    }),
  )
  const { key } = makeKey()
  for (const text of [
    ` ${key}`,
    `${key} `,
    `${key}\n`,
    key.toLowerCase(),
    key.slice(3),
    key + key,
  ]) {
    expect(readKey(text)).toBeUndefined()
  }
})
