import { describe, expect, it } from 'vitest'
import { parseFlyer } from '../../src/importer/read/parse-flyer.ts'
import { textsIn } from './words.ts'

const flyerOf = (markdown: string) => parseFlyer(`# Title\n\nSummary.\n\n## Part\n\n${markdown}`)
const resourcesOf = (markdown: string) => flyerOf(markdown).resources

const report = { title: "Who's Behind ICE", url: 'https://example.org/report' }

describe('a resource is', () => {
  it.each(
    [
      ['Read more', 'For more information', 'Further reading', 'Resources'],
      ['Para leer más', 'Más información', 'Fuentes', 'Recursos'],
    ].flat(),
  )('a link under "%s"', (heading) => {
    const { resources, sections } = flyerOf(
      `## ${heading}\n\n- [Who's Behind ICE](https://example.org/report)`,
    )
    expect(resources).toEqual([report])
    expect(sections.at(-1)).toEqual({
      heading,
      body: [],
      items: [{ kind: 'resource', index: 0 }],
    })
  })

  it.each([
    ['by its link', "For more info, see [Who's Behind ICE](https://example.org/report)."],
    ['by the words before its address', "Read more: Who's Behind ICE, example.org/report"],
    ['in quotation marks', "For more info, read our “Who's Behind ICE” at example.org/report."],
    ['in italics', "To learn more see *Who's Behind ICE* by Mijente: example.org/report"],
    ['by a placeholder before its address', "More info: [Who's Behind ICE](#): example.org/report"],
    [
      'by a link that says "here"',
      "Para más información, lee Who's Behind ICE: [aquí](example.org/report)",
    ],
  ])('what a closing line names, %s', (_, line) => {
    const { resources, sections, warnings } = flyerOf(`Text.\n\n${line}`)
    expect(resources).toEqual([report])
    expect(sections[0]?.items).toEqual([{ kind: 'resource', index: 0 }])
    expect(warnings).toEqual([])
  })

  it('of a kind where the flyer says which', () => {
    expect(
      resourcesOf(
        '## Read more\n\n- [A](https://example.org/a) (informe)\n- The video: example.org/b',
      ),
    ).toMatchObject([
      { title: 'A', kind: 'report' },
      { title: 'The video', kind: 'video' },
    ])
  })

  it('of a publisher where the flyer says by whom it is published', () => {
    expect(
      resourcesOf('## Read more\n\n- [A](https://example.org/a), published by Mijente.'),
    ).toMatchObject([{ title: 'A', publisher: 'Mijente' }])
  })

  it('a link to a document in any text', () => {
    expect(resourcesOf('We read [the contract](https://example.org/contract.pdf).')).toEqual([
      { title: 'the contract', url: 'https://example.org/contract.pdf' },
    ])
    expect(resourcesOf('We met [friends](https://example.org/friends).')).toEqual([])
  })

  it('one, however often the flyer links to it, under the name it gives it', () => {
    expect(
      resourcesOf(
        "Source: example.org/report\n\n## Read more\n\n- [Who's Behind ICE](https://example.org/report)",
      ),
    ).toEqual([report])
  })
})

describe('a resource without an address comes with a warning', () => {
  const warnings = [`The resource "Who's Behind ICE" has no address yet`]
  const resources = [{ title: "Who's Behind ICE" }]

  it.each([
    ['for a placeholder in the text', "We wrote [Who's Behind ICE](#)."],
    ['for an empty link', "We wrote [Who's Behind ICE]()."],
    ['for a placeholder in a list', "- [Who's Behind ICE](#)"],
    ['for a title alone', "## Read more\n\n- Who's Behind ICE"],
  ])('%s', (_, markdown) => {
    expect(flyerOf(markdown)).toMatchObject({ resources, warnings })
  })

  it('and the text of the placeholder stays where it is', () => {
    const { sections } = flyerOf("We wrote [Who's Behind ICE](#).")
    expect(sections.map(({ body }) => textsIn(body))).toEqual([["We wrote Who's Behind ICE."]])
  })

  it('for an address that leads nowhere by itself, which the warning quotes', () => {
    const flyer = flyerOf('See [it](report.pdf).')
    expect(flyer.warnings).toContain('The link "it" leads nowhere by itself: report.pdf')
  })
})

it('a line that says more than its resources stays in the text as well', () => {
  const { sections } = flyerOf('## Read more\n\n- [A](https://example.org/a), by friends of ours')
  expect(sections.map(({ body }) => textsIn(body))).toEqual([[], ['A, by friends of ours']])
})
