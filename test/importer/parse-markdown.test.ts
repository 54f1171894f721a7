import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/importer/read/parse-markdown.ts'
import { textsIn } from './words.ts'

const textOf = (markdown: string) => textsIn(parseMarkdown(markdown).blocks)
const urlsOf = (markdown: string) =>
  [...JSON.stringify(parseMarkdown(markdown)).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url)

describe('text', () => {
  it('has its escapes undone', () => {
    expect(textOf('\\$44B, 10\\% and \\*stars\\* &amp; mijente\\.net')).toEqual([
      '$44B, 10% and *stars* & mijente.net',
    ])
  })

  it('keeps what is bold, italic or code', () => {
    expect(parseMarkdown('A **b *c*** `d`').blocks).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'A ' },
          { type: 'text', text: 'b ', bold: true },
          { type: 'text', text: 'c', bold: true, italic: true },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'd', code: true },
        ],
      },
    ])
  })

  it('is not code for being indented', () => {
    expect(textOf('    Pasted **text**.')).toEqual(['Pasted text.'])
  })

  it('is read between HTML tags, and in brackets that are no tags', () => {
    expect(textOf('<p align="center">One <b>two</b></p>')).toEqual(['\nOne two\n'])
    expect(textOf('One<br>two <your name> <!-- a note -->')).toEqual(['One\ntwo <your name> '])
  })
})

describe('an address', () => {
  it.each([
    ['with its scheme', 'See https://example.org/a_b_c.', 'https://example.org/a_b_c'],
    ['without a scheme', 'See (example.org/report).', 'https://example.org/report'],
    ['that is a bare domain', 'See example.org.', 'https://example.org'],
    ['with www', 'See www.example.org/a', 'https://www.example.org/a'],
    ['in a link without a scheme', '[a](example.org/a)', 'https://example.org/a'],
    ['in brackets', '<https://example.org/a>', 'https://example.org/a'],
    ['by reference', '[a][1]\n\n[1]: https://example.org/a', 'https://example.org/a'],
    ['of mail', 'Write to a@example.org', 'mailto:a@example.org'],
  ])('%s is a link', (_, markdown, url) => {
    expect(urlsOf(markdown)).toEqual([url])
  })

  it.each([
    'The U.S. and e.g. Node.js',
    'contracts.In 2020',
    'README.md',
    '10.5 or 1.000',
    '`a.org`',
  ])('is not in "%s"', (markdown) => {
    expect(urlsOf(markdown)).toEqual([])
  })

  it('that a browser would run is none', () => {
    const { blocks, warnings } = parseMarkdown('[a](javascript:alert(1))')
    expect(JSON.stringify(blocks)).not.toContain('url')
    expect(warnings).toEqual(['The link "a" leads nowhere by itself: javascript:alert(1)'])
  })
})

it('a picture is a warning, and its description text', () => {
  const { blocks, warnings } = parseMarkdown('![A tower](tower.png)')
  expect(textsIn(blocks)).toEqual(['A tower'])
  expect(warnings).toEqual(['A picture is not imported: "A tower" (tower.png)'])
})
