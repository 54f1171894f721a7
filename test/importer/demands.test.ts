import { describe, expect, it } from 'vitest'
import { parseFlyer } from '../../src/importer/read/parse-flyer.ts'
import { textsIn } from './words.ts'

/** The demands after a title and a summary, each as its title and the paragraphs of its body. */
function demandsOf(markdown: string) {
  const { demands } = parseFlyer(`# Title\n\nSummary.\n\n${markdown}`)
  return demands.map(({ title, body }) => [title, ...textsIn(body)])
}

describe('demands are what stands under', () => {
  it.each([
    ...['What we ask', 'What do we want?', 'Demands', 'Our demands', 'We demand', 'Take action'],
    ...['Our demands for Amazon', 'The workers’ demands', 'What Amazon must do', 'Act now!'],
    ...['Qué pedimos', '¿Qué exigimos?', 'Exigimos', 'Nuestras demandas', 'Pasa a la acción'],
  ])('%s', (heading) => {
    expect(demandsOf(`## ${heading}\n\n1. **Stop:** end it.\n2. Tell us. Soon.`)).toEqual([
      ['Stop', 'end it.'],
      ['Tell us.', 'Soon.'],
    ])
  })

  it.each([
    ['What ICE demands', '## What ICE demands\n\n- More data.'],
    ['The demand for data', '## The demand for data\n\n- It grows.'],
    ['What the company gains', '## What the company gains\n\n- Money.'],
  ])('and not under %s', (_, markdown) => {
    expect(demandsOf(markdown)).toEqual([])
  })
})

describe('demands are also', () => {
  it('the list that a sentence which asks leads to, wherever it is', () => {
    const text = `${'With our partners and '.repeat(6)}friends, we call on Amazon to:`
    expect(demandsOf(`## The cloud\n\n- A claim.\n\n${text}\n\n- Stop.`)).toEqual([['Stop.']])
  })

  it('the headings under one that asks, with their text', () => {
    expect(demandsOf('## What we ask\n\n### Stop\n\nEnd it.\n\nNow.\n\n### Tell us\n')).toEqual([
      ['Stop', 'End it.', 'Now.'],
      ['Tell us'],
    ])
  })

  it('the lists of the groups under a heading that asks', () => {
    expect(
      demandsOf('## Demands\n\n**For Amazon:**\n\n- Stop.\n\n**For Congress:**\n\n- Vote.'),
    ).toEqual([['Stop.'], ['Vote.']])
  })

  it('the paragraphs under a heading that asks, where nothing else names them', () => {
    expect(demandsOf('## What we ask\n\nAmazon stops. Now.\n\nIt tells us.')).toEqual([
      ['Amazon stops.', 'Now.'],
      ['It tells us.'],
    ])
  })
})

it('beside a list of demands, paragraphs are the text of the section', () => {
  const { demands, sections } = parseFlyer(
    '# T\n\nS.\n\n## What we ask\n\nTwo things:\n\n1. Stop.\n2. Tell us.\n\nTogether we can.',
  )
  expect(demands.map((demand) => demand.title)).toEqual(['Stop.', 'Tell us.'])
  expect(sections.map(({ body }) => textsIn(body))).toEqual([['Two things:', 'Together we can.']])
})

it('a demand whose title holds a link keeps it in its body', () => {
  const { demands } = parseFlyer('# T\n\nS.\n\n## Demands\n\n- [Sign](https://example.org/sign)')
  expect(demands).toMatchObject([{ title: 'Sign' }])
  expect(JSON.stringify(demands)).toContain('"url":"https://example.org/sign"')
})
