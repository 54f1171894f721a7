import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lexicalOf } from '../../src/importer/markdown-text.ts'
import { toMarkdown } from '../../src/rich-text/markdown.ts'
import { toPlainText } from '../../src/rich-text/plain-text.ts'
import { arbitraryState } from './arbitrary-state.ts'

const of = (markdown: string) => toMarkdown(lexicalOf(markdown).state)

it.each([
  'A paragraph with **bold**, _italic_ and `code`.',
  '# A heading\n\nText, and [a link](https://example.org/a).',
  '- one\n  - below\n- two',
  '1. one\n2. two',
  '3. three',
  '> A quote',
  'One line\\\nand another',
  '1\\. no list, \\*no mark\\*, # no heading',
])('Markdown stays as it is on its way into the editor and back: %j', (markdown) => {
  expect(of(markdown)).toBe(markdown)
})

it('has all words of any text that an editor may have stored, and takes anything', () => {
  fc.assert(
    fc.property(arbitraryState, (state) => {
      const words = (text: string): string[] => text.match(/\p{L}+/gu) ?? []
      const read = words(toPlainText(lexicalOf(toMarkdown(state)).state))
      expect(words(toPlainText(state)).filter((word) => !read.includes(word))).toEqual([])
    }),
  )
  for (const state of [null, undefined, 3, 'text', [], { root: 1 }])
    expect(toMarkdown(state)).toBe('')
})
