import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/importer/read/parse-markdown.ts'
import { toLexical } from '../../src/importer/write/lexical.ts'
import { toPlainText } from '../../src/rich-text/plain-text.ts'
import { arbitraryState } from './arbitrary-state.ts'

const of = (...lines: string[]) => toPlainText(toLexical(parseMarkdown(lines.join('\n')).blocks))

test('paragraphs, headings and quotes have an empty line between them', () => {
  expect(of('# A', '', 'One **two**\\', 'three.', '', '> Four.', '', 'Five.')).toBe(
    'A\n\nOne two\nthree.\n\nFour.\n\nFive.',
  )
})

test('list items have their marks, and what belongs to them below their text', () => {
  expect(
    of('Before.', '', '9. Nine', '', '   and more', '', '   - nested', '     1. twice', '10. Ten'),
  ).toBe('Before.\n\n9. Nine\n   and more\n   - nested\n     1. twice\n10. Ten')
})

test('a checklist says what is done', () => {
  const item = (text: string, checked: boolean) => ({
    type: 'listitem',
    checked,
    children: [{ type: 'text', text }],
  })
  const children = [
    { type: 'list', listType: 'check', children: [item('a', true), item('b', false)] },
  ]
  expect(toPlainText({ root: { children } })).toBe('- [x] a\n- [ ] b')
})

test.each([
  ['[a link](https://example.org/x)', 'a link (https://example.org/x)'],
  ['[https://example.org/x](https://example.org/x)', 'https://example.org/x'],
  ['[example.org](https://example.org/)', 'example.org'],
  ['[a@example.org](mailto:a@example.org)', 'a@example.org'],
  ['[us](mailto:a@example.org)', 'us (mailto:a@example.org)'],
])('%s is %s', (markdown, plain) => {
  expect(of(markdown)).toBe(plain)
})

test.each([
  null,
  undefined,
  7,
  {},
  { root: null },
  { root: { children: [{ type: 'paragraph' }] } },
])('%j is no text', (state) => {
  expect(toPlainText(state)).toBe('')
})

test('a hostile state is text all the same', () => {
  fc.assert(
    fc.property(arbitraryState, (state) => {
      expect(toPlainText(state)).not.toMatch(/[^\P{Cc}\t\n]|\p{Cs}|\[object/u)
    }),
    { numRuns: 1000 },
  )
})

test('a state 10,000 deep is its text', () => {
  let deep: unknown = { type: 'text', text: 'x' }
  for (let i = 0; i < 10_000; i++) {
    deep = { type: 'list', children: [{ type: 'listitem', children: [deep] }] }
  }
  expect(toPlainText({ root: { children: [deep] } })).toMatch(/^[\s-]*x$/)
})
