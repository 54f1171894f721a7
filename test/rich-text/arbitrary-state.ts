import fc from 'fast-check'

/** Strings that mean something to HTML, to addresses, or to objects. */
const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</p></div><!--',
  ']]>',
  '&lt;b&gt; &amp; &#106;',
  "' onmouseover='alert(1)",
  '\u0000\u0008\u001b',
  '\ud800',
  '\r\n',
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//evil.example',
  'https://example.org/?a="b"&c=<d>',
  '__proto__',
  'constructor',
)
const anyText = fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.string())
const junk = fc.oneof(fc.constantFrom(null, undefined, true, -1, 1.5, Number.NaN, 2 ** 40), anyText)
const type = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('paragraph', 'heading', 'quote', 'list', 'listitem') },
  {
    weight: 4,
    arbitrary: fc.constantFrom('link', 'autolink', 'horizontalrule', 'linebreak', 'tab'),
  },
  { weight: 2, arbitrary: fc.constantFrom('upload', 'block', 'table', 'tablecell', 'unknown') },
  { weight: 1, arbitrary: anyText },
)
const text = fc.record(
  {
    type: fc.constant('text'),
    text: fc.oneof({ weight: 9, arbitrary: anyText }, { weight: 1, arbitrary: junk }),
    format: fc.oneof(fc.nat(2047), junk),
    style: anyText,
  },
  { requiredKeys: ['type'] },
)
const fields = fc.oneof(
  junk,
  fc.record({
    url: fc.oneof(anyText, fc.webUrl(), junk),
    newTab: fc.oneof(fc.boolean(), junk),
    linkType: fc.constantFrom('custom', 'internal'),
    doc: junk,
  }),
)

/** What stands in a line and is no text: a figure, or what pretends to be one. */
const inlineBlock = fc.record(
  {
    type: fc.constant('inlineBlock'),
    fields: fc.oneof(
      junk,
      fc.record({ blockType: fc.oneof(fc.constant('figure'), junk), figure: junk, withDate: junk }),
    ),
  },
  { requiredKeys: ['type'] },
)

/** A tree of nodes as a hostile client may send it, with every field of its type or of none. */
const { node } = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    text,
    inlineBlock,
    fc.record(
      {
        type,
        children: fc.oneof(
          { weight: 9, arbitrary: fc.array(tie('node'), { maxLength: 5 }) },
          { weight: 1, arbitrary: junk },
        ),
        tag: fc.oneof(fc.constantFrom('h1', 'h3', 'h7', 'ol', 'script'), junk),
        listType: fc.oneof(fc.constantFrom('bullet', 'number', 'check'), junk),
        start: fc.oneof(fc.integer(), junk),
        value: junk,
        checked: fc.oneof(fc.boolean(), junk),
        format: fc.oneof(fc.constantFrom('center', 'end', 'left'), junk),
        indent: fc.oneof(fc.nat(20), junk),
        headerState: anyText,
        colSpan: anyText,
        fields,
        url: junk,
      },
      { requiredKeys: ['type'] },
    ),
    junk,
  ),
}))

export const arbitraryState = fc.record({
  root: fc.record({ type: fc.constant('root'), children: fc.array(node, { maxLength: 6 }) }),
})
