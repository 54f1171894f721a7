import { describe, expect, it } from 'vitest'
import type { Flyer } from '../../src/importer/flyer.ts'
import { parseFlyer } from '../../src/importer/read/parse-flyer.ts'
import { readFlyer } from '../../src/importer/read/read-flyer.ts'
import { textsIn } from './words.ts'

const [english, spanish] = (await Promise.all(
  ['en', 'es'].map(async (language) =>
    parseFlyer(await readFlyer(`seed/cloud-contracts.${language}.md`)),
  ),
)) as [Flyer, Flyer]

describe.each([
  ['English', english],
  ['Spanish', spanish],
])('the sample flyer in %s', (_, flyer) => {
  it('has its sections, claims, demands and resources in order, without a warning', () => {
    const items = flyer.sections.map((section) => section.items.map(({ kind }) => kind))
    expect(items).toEqual([
      ['claim', 'claim', 'claim', 'claim'],
      ['claim', 'claim'],
      ['demand', 'demand'],
      ['resource'],
    ])
    expect(flyer.claims.map((claim) => claim.sources)).toEqual([[0], [0], [0], [1, 0], [0], [0]])
    const places = flyer.claims.map((claim) => claim.places?.at(-1))
    expect(new Set(places).size, 'each has its place in the source').toBe(1)
    expect(places[0]).toMatch(/^(the one-pager|el volante)$/)
    expect(flyer.warnings).toEqual([])
  })

  it('names the hashtag, the target, and the report with its address', () => {
    expect(flyer.campaign).toMatchObject({ hashtag: '#NoTechForICE', target: { name: 'Amazon' } })
    expect(flyer.resources[0]).toEqual({
      title: "Who's Behind ICE: Tech Companies Fueling Deportation",
      url: 'https://mijente.net/notechforice/',
      kind: 'report',
    })
  })
})

it('the words are where an editor looks for them', () => {
  expect(english.campaign.title).toBe('No cloud for deportations')
  expect(english.claims[4]?.statement).toBe('A tenth of a $44 billion budget')
  expect(english.demands.map((demand) => demand.title)).toEqual([
    'Stop helping DHS and ICE',
    'Answer for the part it played',
  ])
  expect(textsIn(english.sections[2]?.body ?? [])).toEqual([
    expect.stringMatching(/^Amazon depends on its customers, .* can make it stop\.$/),
  ])
  expect(spanish.claims[0]?.statement).toBe('Principal proveedor de almacenamiento')
})
