import fc from 'fast-check'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../src/importer/read/parse-markdown.ts'
import { toLexical } from '../../src/importer/write/lexical.ts'
import { toHtml } from '../../src/rich-text/html.ts'
import { arbitraryState } from './arbitrary-state.ts'

const state = (...children: unknown[]) => ({ root: { type: 'root', children } })
const text = (value: unknown, format: unknown = 0) => ({ type: 'text', text: value, format })
const node = (type: string, children: unknown, rest: object = {}) => ({ type, children, ...rest })
const paragraph = (...children: unknown[]) => node('paragraph', children)
const item = (...children: unknown[]) => node('listitem', children)
const link = (url: unknown, fields: object = {}) =>
  node('link', [text('here')], { fields: { linkType: 'custom', url, newTab: false, ...fields } })

describe('HTML', () => {
  test('of what the importer makes of Markdown', () => {
    const { blocks } = parseMarkdown(
      [
        'A paragraph with **bold**, *italic*, `code`, [a link](https://example.org/?a=1&b=2) and a\\',
        'second line.\n',
        '> A quote,\n>\n> of two paragraphs.\n',
        '3. Three\n\n   and more\n\n   - nested\n     1. twice\n4. Four\n',
        '### A heading',
      ].join('\n'),
    )
    expect(toHtml(toLexical(blocks))).toBe(
      '<p>A paragraph with <strong>bold</strong>, <em>italic</em>, <code>code</code>, ' +
        '<a href="https://example.org/?a=1&amp;b=2">a link</a> and a<br />second line.</p>' +
        '<blockquote>A quote,<br />of two paragraphs.</blockquote>' +
        '<ol start="3"><li>Three<br />and more<ul><li>nested<ol><li>twice</li></ol></li></ul></li>' +
        '<li>Four</li></ol><h3>A heading</h3>',
    )
  })

  test.each([
    [1, '<strong>x</strong>'],
    [2, '<em>x</em>'],
    [4, '<s>x</s>'],
    [8, '<u>x</u>'],
    [16, '<code>x</code>'],
    [32, '<sub>x</sub>'],
    [64, '<sup>x</sup>'],
    [1 | 2 | 4 | 8, '<u><s><em><strong>x</strong></em></s></u>'],
    ['bold', 'x'],
    [1024, 'x'],
  ])('of the format %j', (format, html) => {
    expect(toHtml(state(paragraph(text('x', format))))).toBe(`<p>${html}</p>`)
  })

  test('of a checklist, the same each time', () => {
    const list = node('list', [{ ...item(text('a')), checked: true }, item(text('b'))], {
      listType: 'check',
    })
    const html = toHtml(state(list))
    expect(html).toBe(
      '<ul><li><input type="checkbox" checked disabled> a</li>' +
        '<li><input type="checkbox" disabled> b</li></ul>',
    )
    expect(toHtml(state(list))).toBe(html)
  })

  test('of alignment, indent, rules and tabs', () => {
    const placed = node('paragraph', [text('a'), { type: 'tab' }, text('b')], {
      format: 'center',
      indent: 2,
    })
    expect(toHtml(state(placed, { type: 'horizontalrule' }))).toBe(
      '<p style="text-align: center;padding-inline-start: 80px;">a\tb</p><hr />',
    )
  })

  test('opens a new tab without a way back', () => {
    expect(toHtml(state(paragraph(link('https://example.org', { newTab: true }))))).toBe(
      '<p><a href="https://example.org" rel="noopener noreferrer" target="_blank">here</a></p>',
    )
  })

  test('of nothing', () => {
    for (const nothing of [null, undefined, {}, '', state(), state(paragraph())]) {
      expect(toHtml(nothing)).toBe('')
    }
  })
})

describe('a link', () => {
  test.each([
    'https://example.org',
    'HTTP://example.org',
    'mailto:a@example.org',
    'tel:+1-555-0100',
    'https://example.org/javascript:alert(1)',
  ])('leads to %j', (url) => {
    expect(toHtml(state(paragraph(link(url))))).toBe(`<p><a href="${url}">here</a></p>`)
  })

  test('loses the spaces around its address', () => {
    expect(toHtml(state(paragraph(link(' https://example.org\n'))))).toContain(
      'href="https://example.org"',
    )
  })

  test('keeps its quotes to itself', () => {
    expect(toHtml(state(paragraph(link(`https://e.org/"onclick='x'>`))))).toBe(
      '<p><a href="https://e.org/&quot;onclick=&#39;x&#39;&gt;">here</a></p>',
    )
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '  javascript:alert(1)',
    '\u0001javascript:alert(1)',
    '\u00a0javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'javascript\u0000:alert(1)',
    'javascript&colon;alert(1)',
    '&#106;avascript:alert(1)',
    'javascript%3Aalert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD4=',
    'blob:https://example.org/x',
    'file:///etc/passwd',
    'view-source:https://example.org',
    '//evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'http:/evil.example',
    'ht\ntps://example.org',
    '/relative',
    '#fragment',
    'example.org',
    'https://',
    'https://exa mple.org',
    '',
    null,
    7,
    { toString: 'https://example.org' },
    ['https://example.org'],
  ])('to %j is its text alone', (url) => {
    expect(toHtml(state(paragraph(link(url))))).toBe('<p>here</p>')
  })

  test('to a document is its text alone', () => {
    const inner = link('https://example.org', { linkType: 'internal', doc: { value: { a: 1 } } })
    expect(toHtml(state(paragraph(inner)))).toBe('<p>here</p>')
  })

  test('in a link is none', () => {
    const outer = { ...link('https://example.org'), children: [link('https://evil.example')] }
    expect(toHtml(state(paragraph(outer)))).toBe('<p><a href="https://example.org">here</a></p>')
  })
})

describe('a hostile state', () => {
  test.each([
    ['text in a format', paragraph(text('<script>alert(1)</script>', 1)), /&lt;script&gt;/],
    ['a heading of script', node('heading', [text('x')], { tag: 'script' }), /^<p>x<\/p>$/],
    ['a heading with an attribute', node('heading', [text('x')], { tag: 'h1 onclick=x' }), /^<p>x/],
    ['a list of script', node('list', [item(text('x'))], { tag: 'script' }), /^<ul><li>x/],
    [
      'a start',
      node('list', [item(text('x'))], { listType: 'number', start: '"><script>' }),
      /^<ol><li>/,
    ],
    ['an alignment', { ...paragraph(text('x')), format: 'center;"onclick="x' }, /^<p>x/],
    ['an indent', { ...paragraph(text('x')), indent: '1px"onclick="x' }, /^<p>x/],
    ['an indent without end', { ...paragraph(text('x')), indent: 1e9 }, /inline-start: 400px/],
    ['a text that is none', paragraph(text({ evil: 1 }), text('x')), /^<p>x<\/p>$/],
    ['an unknown node', node('x"><script>', [paragraph(text('x'))]), /^<p>x<\/p>$/],
    ['a name that objects inherit', node('constructor', [text('x')]), /^<p>x<\/p>$/],
    [
      'a block',
      { ...node('block', [text('x')]), fields: { blockType: 'y', secret: 'z' } },
      /^<p>x<\/p>$/,
    ],
    ['an upload', { type: 'upload', value: { url: 'javascript:x', mimeType: 'image/png' } }, /^$/],
    [
      'a table',
      node('table', [node('tablerow', [node('tablecell', [paragraph(text('x'))])])]),
      /^<p>x</,
    ],
    [
      'blocks in a line',
      paragraph(paragraph(text('a')), paragraph(text('b'))),
      /^<p>a<br \/>b<\/p>$/,
    ],
    ['missing children', node('list', undefined), /^$/],
    ['children that are none', paragraph(null, 7, 'x', [], text('x')), /^<p>x<\/p>$/],
  ])('%s', (_name, hostile, expected) => {
    expect(toHtml(state(hostile))).toMatch(expected)
  })

  test.each(['paragraph', 'quote', 'list', 'listitem', 'link', 'unknown'])(
    'of 10,000 nodes of %s in each other is its text',
    (type) => {
      let deep: unknown = text('x')
      for (let i = 0; i < 10_000; i++) deep = { type, children: [deep] }
      expect(textOf(parseFragment(toHtml(state(deep))))).toBe('x')
    },
  )

  test('of 10,000 lists in their items shows twenty', () => {
    let deep: unknown = text('x')
    for (let i = 0; i < 10_000; i++) deep = node('list', [item(text('-'), deep)])
    const html = toHtml(state(deep))
    expect(html.match(/<ul>/g)).toHaveLength(20)
    expect(textOf(parseFragment(html))).toBe(`${'-'.repeat(10_000)}x`)
  })

  test('with 200,000 children is shown', () => {
    const many = Array.from({ length: 200_000 }, () => text('x'))
    expect(textOf(parseFragment(toHtml(state(node('paragraph', many)))))).toHaveLength(200_000)
  })

  test('with 50,000 lists in one item is shown', () => {
    const many = Array.from({ length: 50_000 }, () => item(node('list', [item(text('x'))])))
    const html = toHtml(state(node('list', [item(text('-')), ...many])))
    expect(html.match(/<ul>/g)).toHaveLength(50_001)
  })

  test('whose figure has a hostile unit and no date is shown', () => {
    const figure = { type: 'inlineBlock', fields: { blockType: 'figure', figure: 'a' } }
    const unit = '<b title="x">&\u0000'
    const rows = [{ id: 'a', value: 0, unit, asOf: 'soon' }]
    expect(toHtml({ root: { children: [figure] } }, { locale: 'en', rows })).toBe(
      '<p><data value="0">0\u00a0&lt;b title=&quot;x&quot;>&amp;</data></p>',
    )
  })

  test('gives allowed elements only, and all its text in order', () => {
    fc.assert(
      fc.property(arbitraryState, (hostile) => {
        const html = toHtml(hostile)
        const page = parseFragment(html)
        for (const element of elementsOf(page)) check(element, html)
        expect(textOf(page)).toBe(textIn(hostile.root.children))
      }),
      { numRuns: 2000 },
    )
  })
})

type Parsed = DefaultTreeAdapterMap['parentNode'] | DefaultTreeAdapterMap['childNode']
type Element = DefaultTreeAdapterMap['element']

const allowed: Record<string, Record<string, RegExp>> = {
  ...Object.fromEntries(
    ['blockquote', 'br', 'code', 'em', 'hr', 'li', 's', 'strong', 'sub', 'sup', 'u', 'ul'].map(
      (tag) => [tag, {}],
    ),
  ),
  a: {
    href: /^(https?:\/\/|mailto:|tel:)/i,
    rel: /^noopener noreferrer$/,
    target: /^_blank$/,
  },
  input: { type: /^checkbox$/, checked: /^$/, disabled: /^$/ },
  ol: { start: /^-?\d+$/ },
}
const placed = {
  style: /^(text-align: (left|center|right|justify);)?(padding-inline-start: \d+px;)?$/,
}
for (const tag of ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote']) allowed[tag] = placed

function check(element: Element, html: string): void {
  const attributes = allowed[element.tagName]
  expect(attributes, `${element.tagName} in ${html}`).toBeDefined()
  for (const { name, value } of element.attrs) {
    expect(value, `${name} of ${element.tagName} in ${html}`).toMatch(attributes?.[name] ?? /(?!)/)
  }
}

function elementsOf(parent: Parsed): Element[] {
  const children = 'childNodes' in parent ? parent.childNodes : []
  return children.flatMap((child) => [...('tagName' in child ? [child] : []), ...elementsOf(child)])
}

function textOf(parent: Parsed): string {
  if (parent.nodeName === '#text') return (parent as DefaultTreeAdapterMap['textNode']).value
  if ('tagName' in parent && parent.tagName === 'input') return ''
  const children = 'childNodes' in parent ? parent.childNodes : []
  // A box is set apart from its text by a space.
  const isChecklist = children[0] && 'tagName' in children[0] && children[0].tagName === 'input'
  return children
    .map(textOf)
    .join('')
    .slice(isChecklist ? 1 : 0)
}

/** What an editor would read in the nodes, in their order, without what no page can hold. */
function textIn(nodes: unknown): string {
  if (!Array.isArray(nodes)) return ''
  return nodes
    .map((one) => {
      if (one?.type === 'tab') return '\t'
      if (one?.type === 'text') return typeof one.text === 'string' ? printable(one.text) : ''
      return ['linebreak', 'horizontalrule'].includes(one?.type) || typeof one?.type !== 'string'
        ? ''
        : textIn(one.children)
    })
    .join('')
}

const printable = (raw: string) => raw.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]|\p{Cs}/gu, '')
