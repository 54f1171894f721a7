import { describe, expect, it } from 'vitest'
import { parseFlyer } from '../../src/importer/read/parse-flyer.ts'
import { textsIn } from './words.ts'

/** The sections of a flyer, after a title and a summary. */
function sectionsOf(markdown: string) {
  const { sections } = parseFlyer(`# Title\n\nSummary.\n\n${markdown}`)
  return sections.map(({ heading, body }) => [heading, ...textsIn(body)])
}

describe('a section opens with', () => {
  it.each([
    ['a heading', '## The cloud\n\nText.', 'The cloud'],
    ['a bold line', '**The cloud**\n\nText.', 'The cloud'],
    ['a bold line with a colon', '**The cloud:**\n\nText.', 'The cloud'],
    ['a bold line right above the text', '**The cloud**\nText.', 'The cloud'],
    ['a question on its own', 'Why the cloud?\n\nText.', 'Why the cloud?'],
    ['a question right above the text', '¿Por qué la nube?\nText.', '¿Por qué la nube?'],
    ['words that ask', 'What we ask for now\n\nText: one.\n\nText.', 'What we ask for now'],
    ['words that lead on', 'Para leer más\n\nText.', 'Para leer más'],
  ])('%s', (_, markdown, heading) => {
    expect(sectionsOf(markdown)).toEqual([[heading, 'Text.']])
  })

  it.each([
    [
      'a line with a colon before a list',
      'This is what it does:\n\n- One.',
      'This is what it does',
    ],
    ['the same without a blank line', 'This is what it does:\n- One.', 'This is what it does'],
    ['a short line before a list', 'What it does\n\n1. One.', 'What it does'],
  ])('%s', (_, markdown, heading) => {
    expect(sectionsOf(markdown)).toEqual([[heading]])
  })
})

describe('no section opens with', () => {
  it.each([
    ['a question in running text', 'Why the cloud? Because it is there, and cheap.'],
    ['a bold sentence', '**This has to stop now.**'],
    ['bold words in a line', '**This** has to stop'],
    ['a bold line with nothing after it', '**This has to stop**'],
    ['a question with nothing after it', 'Will you join?'],
    ['a long text ending in a colon', `${'This goes on and on, '.repeat(8)}to end like this:`],
  ])('%s', (_, markdown) => {
    const followed = markdown.endsWith(':') ? `${markdown}\n\n- One.` : markdown
    expect(sectionsOf(`## Part\n\n${followed}`)).toEqual([['Part', markdown.replaceAll('**', '')]])
  })
})

it('what leads to the first list under a heading belongs to that heading', () => {
  expect(sectionsOf('## The cloud\n\nIt is used for:\n\n- One.')).toEqual([
    ['The cloud', 'It is used for:'],
  ])
})

it('sections keep their order, and their text its paragraphs', () => {
  expect(sectionsOf('## One\n\nA.\n\nB.\n\n### Two\n\n**Three**\n\nC.')).toEqual([
    ['One', 'A.', 'B.'],
    ['Two'],
    ['Three', 'C.'],
  ])
})
