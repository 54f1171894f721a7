import { describe, expect, it } from 'vitest'
import { parseFlyer } from '../../src/importer/read/parse-flyer.ts'
import { textsIn } from './words.ts'

/** The claims under a heading, each as its statement and the paragraphs of its body. */
function claimsOf(markdown: string) {
  const { claims } = parseFlyer(`# Title\n\nSummary.\n\n## The cloud\n\n${markdown}`)
  return claims.map(({ statement, body }) => [statement, ...textsIn(body)])
}

describe('a claim is', () => {
  it.each([
    ['a bullet with a bold lead', '- **Main supplier:** it stores the data.'],
    ['with the colon outside', '- **Main supplier**: it stores the data.'],
    ['with a dash', '- **Main supplier** – it stores the data.'],
    ['with a line end', '- **Main supplier**\n  it stores the data.'],
    ['a numbered item', '1. **Main supplier:** it stores the data.'],
    ['a bullet of a word processor', '• **Main supplier:** it stores the data.'],
    ['a bullet with a plain lead', '- Main supplier: it stores the data.'],
    ['a paragraph with a bold lead', '**Main supplier:** it stores the data.'],
    ['a paragraph with a plain lead', 'Main supplier: it stores the data.'],
  ])('%s: the lead is the statement, what it leads to the body', (_, markdown) => {
    expect(claimsOf(markdown)).toEqual([['Main supplier', 'it stores the data.']])
  })

  it('a bullet without a lead: its first sentence, and the others as the body', () => {
    expect(claimsOf('* It costs the U.S. \\$44B. Every year.\n* It grows')).toEqual([
      ['It costs the U.S. $44B.', 'Every year.'],
      ['It grows'],
    ])
  })

  it('each line of a paragraph whose lines all have a lead', () => {
    expect(claimsOf('Storage: it stores the data.\nSearch: it finds the data.')).toEqual([
      ['Storage', 'it stores the data.'],
      ['Search', 'it finds the data.'],
    ])
  })

  it('a bullet with further paragraphs and a list, all of them its body', () => {
    expect(claimsOf('- **Supplier:** one.\n\n  Two.\n\n  - Three.\n  - Four.')).toEqual([
      ['Supplier', 'one.', 'Two.', 'Three.', 'Four.'],
    ])
  })
})

describe('no claim is', () => {
  it.each([
    ['a paragraph without a lead', 'It stores the data.'],
    ['a paragraph that opens with a bold name', '**Amazon** stores the data.'],
    ['a note about the flyer', 'Contact: the press team on the second floor.'],
    ['a colon later in the text', 'It stores data. And more: faces, names and addresses.'],
    ['a time', 'We meet at 10:30 on Monday.'],
    ['a label for a link', 'Sign the petition: https://example.org/sign'],
  ])('%s', (_, markdown) => {
    expect(claimsOf(markdown)).toEqual([])
  })
})

it("a claim takes from its links' titles where in the sources it stands", () => {
  const { claims, resources } = parseFlyer(
    '# T\n\n- **Rents rose:** see [the report](https://example.org/r "p. 12"), [again](https://example.org/r) and [more](https://example.org/m).\n- **Wages fell:** ([source](https://example.org/w "ch. 3"))\n\n## Resources\n\n- [The wages report](https://example.org/w)',
  )
  expect(claims).toMatchObject([
    { sources: [0, 1], places: ['p. 12', ''] },
    { sources: [2], places: ['ch. 3'] },
  ])
  expect(resources[2]).toMatchObject({ title: 'The wages report', url: 'https://example.org/w' })
})

it('a claim names as its sources what its text links to', () => {
  const { claims, resources } = parseFlyer(
    '# T\n\nS.\n\n- One, says [a study](https://example.org/study.pdf).\n- Two.\n- **Three:** (example.org/study.pdf).',
  )
  expect(resources).toEqual([{ title: 'a study', url: 'https://example.org/study.pdf' }])
  expect(claims.map((claim) => claim.sources)).toEqual([[0], [], [0]])
})

it('claims before the first heading are a section without a heading', () => {
  const { sections, claims } = parseFlyer('# Title\n\nSummary.\n\n- One.\n- Two.')
  expect(sections).toEqual([
    {
      heading: '',
      body: [],
      items: [
        { kind: 'claim', index: 0 },
        { kind: 'claim', index: 1 },
      ],
    },
  ])
  expect(claims).toHaveLength(2)
})

it('an item that states nothing is kept in the text of the campaign, with a warning', () => {
  const { campaign, claims, warnings } = parseFlyer('# Title\n\nSummary.\n\n- > Quoted.\n- One.')
  expect(claims.map((claim) => claim.statement)).toEqual(['One.'])
  expect(textsIn(campaign.body)).toEqual(['Quoted.'])
  expect(warnings).toEqual(['Not placed, so it is in the campaign\'s body: "Quoted."'])
})
