import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFlyer } from '../../src/importer/read/parse-flyer.ts'
import { htmlToMarkdown } from '../../src/importer/read/pasted/html-to-markdown.ts'
import { textToMarkdown } from '../../src/importer/read/pasted/text-to-markdown.ts'
import { textsOf, wordsIn } from './words.ts'

describe('HTML', () => {
  it('from Word has its title, its lists and its marks', async () => {
    const markdown = htmlToMarkdown(await readFile('test/importer/pasted/word.clipboard', 'utf8'))
    expect(markdown).toContain('# No cameras at the clinic\n')
    expect(markdown).toContain('- **They read faces:** each visitor')
    expect(markdown).toContain('1. **Take them down:** all of them')
    expect(markdown).toContain('2. **Delete the recordings:** and show')
    expect(markdown).not.toMatch(/taken over|base64|onerror|mso/)
  })

  it.each([
    [
      'Google Docs',
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Lead:</span><span> text</span></p><ul><li><p>one</p></li></ul></b>',
      '**Lead:** text\n\n- one\n',
    ],
    [
      'links that lie behind Google',
      '<p><a href="https://www.google.com/url?q=https://example.org/x&amp;sa=D">x</a></p>',
      '[x](https://example.org/x)\n',
    ],
    [
      'levels of a list',
      '<p class=MsoListParagraph style="mso-list:l0 level1"><span style="mso-list:Ignore">·</span>a</p><p class=MsoListParagraph style="mso-list:l0 level2"><span style="mso-list:Ignore">o</span>b</p><p class=MsoListParagraph style="mso-list:l0 level1"><span style="mso-list:Ignore">·</span>c</p>',
      '- a\n\n  - b\n\n- c\n',
    ],
    ['lines of a mail', '<div>One</div><div>Two<br>Three</div>', 'One\n\nTwo\\\nThree\n'],
    ['a table', '<table><tr><th>A</th><td>b</td></tr></table>', 'A\n\nb\n'],
    [
      'marks with spaces in them',
      '<p><b>bold </b><b>more</b>, text</p>',
      '**bold** **more**, text\n',
    ],
    [
      'what is no text',
      '<style>p{}</style><script>x()</script><p>a<!-- b --></p><svg><text>c</text></svg>',
      'a\n',
    ],
    ['what looks like Markdown', '<p># a *b* [c](d) 1. e</p>', '\\# a \\*b\\* \\[c]\\(d) 1. e\n'],
  ])('with %s', (_, html, markdown) => expect(htmlToMarkdown(html)).toBe(markdown))

  it('loses no word of its paragraphs, and has none of its scripts', () => {
    const words = fc.stringMatching(/^[a-z]{3,8}( [a-z]{3,8}){0,4}$/)
    const block = fc.tuple(fc.constantFrom('p', 'h2', 'li', 'td', 'div', 'blockquote', 'b'), words)
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const html = blocks.map(([tag, text]) => `<${tag}>${text}</${tag}><script>zzz</script>`)
        const found = textsOf(parseFlyer(htmlToMarkdown(html.join('\n')))).flatMap(wordsIn)
        expect(
          blocks.flatMap(([, text]) => wordsIn(text)).filter((w) => !found.includes(w)),
        ).toEqual([])
        expect(found).not.toContain('zzz')
      }),
    )
  })
})

describe('plain text', () => {
  it('has a paragraph in each line when nothing else parts them', () => {
    expect(textToMarkdown('Title\r\nText.\r\n•\tone\r\n–\ttwo\r\no\tthree')).toBe(
      'Title\n\nText.\n\n- one\n\n- two\n\n- three',
    )
  })

  it('stays as it is where its lines are wrapped', () => {
    const text = '# Title\n\nA text that is\nwrapped.\n\n- one\n- two'
    expect(textToMarkdown(text)).toBe(text)
  })
})
