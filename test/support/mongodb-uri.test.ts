import { expect, test } from 'vitest'
import { withDatabase } from './mongodb-uri.ts'

test.each([
  ['mongodb://127.0.0.1:27017', 'mongodb://127.0.0.1:27017/x'],
  ['mongodb://127.0.0.1:27017/?replicaSet=rs0', 'mongodb://127.0.0.1:27017/x?replicaSet=rs0'],
  ['mongodb://a:1,b:2/live?replicaSet=rs0', 'mongodb://a:1,b:2/x?replicaSet=rs0'],
  ['mongodb+srv://u:p@c.example/live', 'mongodb+srv://u:p@c.example/x?authSource=live'],
  ['mongodb://u:p@h/?replicaSet=r', 'mongodb://u:p@h/x?replicaSet=r&authSource=admin'],
  ['mongodb://u:p@h/live?authSource=users', 'mongodb://u:p@h/x?authSource=users'],
])('%s names another database on the same server', (uri, expected) => {
  expect(withDatabase(uri, 'x')).toBe(expected)
})

test('what is no MongoDB address is refused', () => {
  expect(() => withDatabase('file:./data/content.db', 'x')).toThrow('not a MongoDB address')
})
