import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import { html, markup } from '../../src/permalinks/render/html.ts'
import { external, withHeadingsFrom } from '../../src/permalinks/render/view.ts'

// What no document may hold is left out, and a parser makes one line break of each kind.
const comparable = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/\r\n?/g, '\n')

test('what is put into a template is text, wherever it stands', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('</p><script>', '" onload="x', "' x='", '<!--', ']]>', '&amp;', '\0', '\ud800'),
  )
  fc.assert(
    fc.property(nasty, nasty, (text, attribute) => {
      const { childNodes } = parseFragment(html`<p title="${attribute}">${text}</p>`.text)
      expect(childNodes).toHaveLength(1)
      expect(childNodes[0]).toMatchObject({
        nodeName: 'p',
        attrs: [{ name: 'title', value: comparable(attribute) }],
        childNodes: comparable(text) === '' ? [] : [{ nodeName: '#text', value: comparable(text) }],
      })
    }),
    { numRuns: 1000 },
  )
})

test('markup stands as it is, lists are joined, and what is missing is nothing', () => {
  const list = ['a', 'b<'].map((item) => html`<li>${item}</li>`)
  expect(html`<ul>${list}</ul>${null}${undefined}${false}${0}${markup('<hr>')}`.text).toBe(
    '<ul><li>a</li><li>b&lt;</li></ul>0<hr>',
  )
})

describe('headings of a text', () => {
  test.each([
    ['<h1>a</h1><h2>b</h2>', 2, '<h2>a</h2><h3>b</h3>'],
    ['<h2>a</h2><h6>b</h6><h2 style="x">c</h2>', 4, '<h4>a</h4><h5>b</h5><h4 style="x">c</h4>'],
    ['<hr><p>&lt;h1&gt;</p>', 3, '<hr><p>&lt;h1&gt;</p>'],
    ['<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4>', 5, '<h5>1</h5><h6>2</h6><h6>3</h6><h6>4</h6>'],
  ])('%s from level %i on', (text, level, expected) => {
    expect(withHeadingsFrom(text, level)).toBe(expected)
  })
})

test.each([
  ['https://example.org/', '<a href="https://example.org/" rel="external">example.org</a>'],
  [
    'HTTP://www.example.org/a"b',
    '<a href="HTTP://www.example.org/a&quot;b" rel="external">example.org/a&quot;b</a>',
  ],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  [' https://example.org', ' https://example.org'],
  ['//example.org', '//example.org'],
])('the address %j is %s', (address, expected) => {
  expect(external(address).text).toBe(expected)
})
