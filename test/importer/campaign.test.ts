import { describe, expect, it } from 'vitest'
import { parseFlyer } from '../../src/importer/read/parse-flyer.ts'
import { textsIn } from './words.ts'

const campaignOf = (markdown: string) => parseFlyer(markdown).campaign

describe("the campaign's title", () => {
  it.each([
    ['a heading', '# No cloud for ICE\n\nText.'],
    ['an underlined line', 'No cloud for ICE\n===\n\nText.'],
    ['a bold line', '**No cloud for ICE**\n\nText.'],
    ['a bold line right above the text', '**No cloud for ICE**\nText.'],
    ['a short line on its own', 'No cloud for ICE\n\nText.'],
  ])('is %s', (_, markdown) => {
    expect(campaignOf(markdown)).toMatchObject({ title: 'No cloud for ICE', summary: 'Text.' })
  })

  it('is the only top heading, and what stands above it is kept with a warning', () => {
    const above = `A line of the printer's, ${'long '.repeat(20)}and of no use.`
    const flyer = parseFlyer(`${above}\n\n# Title\n\nText.\n\n## More text\n\nText.`)
    expect(flyer.campaign.title).toBe('Title')
    expect(textsIn(flyer.campaign.body)).toEqual([above])
    expect(flyer.warnings).toEqual([`Not placed, so it is in the campaign's body: "${above}"`])
  })

  it('is the first sentence where no line can be it, with a warning', () => {
    const text = `ICE runs on the cloud. ${'It buys more of it every year. '.repeat(5)}`.trim()
    const flyer = parseFlyer(text)
    expect(flyer.campaign).toMatchObject({ title: 'ICE runs on the cloud.', summary: text })
    expect(flyer.warnings).toEqual([
      'No title line, so the first words are the title: "ICE runs on the cloud."',
    ])
  })
})

describe("the campaign's text", () => {
  it('has the first paragraph as the summary, its lines joined, and the others as the body', () => {
    const campaign = campaignOf('# Title\n\nOne\nparagraph.\n\nAnother.\n\n> Quoted.\n\n## Part')
    expect(campaign.summary).toBe('One paragraph.')
    expect(textsIn(campaign.body)).toEqual(['Another.', 'Quoted.'])
  })

  it('repeats a summary with a link in the body, where a link can be', () => {
    const campaign = campaignOf('# Title\n\nSee [our site](https://example.org).')
    expect(campaign.summary).toBe('See our site.')
    expect(JSON.stringify(campaign.body)).toContain('"url":"https://example.org"')
  })
})

describe('the hashtag', () => {
  it('is the one the flyer says most often', () => {
    expect(campaignOf('# T\n\n#One and #Two.\n\n#Two again.').hashtag).toBe('#Two')
  })

  it('is no heading, number, anchor or part of a word', () => {
    expect(campaignOf('# T\n\nWe are #1, C#Sharp and https://example.org/#part.').hashtag).toBe(
      undefined,
    )
  })

  it('needs no place in the text when it has a line of its own', () => {
    const { campaign, warnings } = parseFlyer('# T\n\nText.\n\n#NoTechForICE')
    expect(campaign).toEqual({ title: 'T', summary: 'Text.', body: [], hashtag: '#NoTechForICE' })
    expect(warnings).toEqual([])
  })
})

describe('the target', () => {
  it.each([
    ['We ask Amazon to end the contracts.', 'Amazon'],
    ['The campaign asks one of the largest companies, Amazon, to end them.', 'Amazon'],
    ['What do we demand of Amazon Web Services?', 'Amazon Web Services'],
    ['Exigimos a Amazon que termine los contratos.', 'Amazon'],
    ['Demands for the Department of Homeland Security', undefined],
    ['Our demands for Amazon', 'Amazon'],
    ['Target: Amazon', 'Amazon'],
    ['Amazon sells the cloud to ICE.', undefined],
    ['ICE asks Amazon to hand over data.', undefined],
    ['We demand justice.', undefined],
    ['We ask Amazon to stop. We ask Microsoft to stop.', undefined],
  ])('of "%s" is %s', (text, name) => {
    expect(campaignOf(`# T\n\n${text}`).target?.name).toBe(name)
  })
})
