import type { Flyer } from '../flyer.ts'
import { type Existing, type Kind, kinds } from './existing.ts'
import type { Matches } from './match.ts'

/** How a translation's structure differs from its campaign's, in words; undefined when it does not. */
export function structureDifference(
  flyer: Flyer,
  existing: Existing,
  matches: Matches,
): string | undefined {
  const { sections } = existing
  if (flyer.sections.length !== sections.length) {
    return `the flyer has ${count(flyer.sections.length, 'section')}, the campaign ${sections.length}`
  }
  for (const [i, { heading, items }] of flyer.sections.entries()) {
    const here = items.map((item) => item.kind as string)
    const there = (sections[i]?.items ?? []).map(({ relationTo }) => kindOf(relationTo))
    if (here.join() === there.join()) continue
    const name = heading ? `section ${i + 1} ("${heading}")` : `section ${i + 1}`
    return `${name} has ${listed(here)} in the flyer and ${listed(there)} in the campaign`
  }
  // An item in the trash still has its place in the section.
  for (const [kind, headlines] of Object.entries(headlinesOf(flyer))) {
    const extra = matches[kind as Kind].findIndex((found) => !found)
    if (extra >= 0) return `the flyer's ${kind} "${headlines[extra]}" has no counterpart`
  }
  return undefined
}

const headlinesOf = ({ claims, demands, resources }: Flyer): Record<Kind, string[]> => ({
  claim: claims.map(({ statement }) => statement),
  demand: demands.map(({ title }) => title),
  resource: resources.map(({ title }) => title),
})

/** "2 claims, 1 resource", in the order of the list. */
function listed(names: string[]): string {
  if (names.length === 0) return 'no items'
  const runs: { name: string; times: number }[] = []
  for (const name of names) {
    const last = runs.at(-1)
    if (last?.name === name) last.times++
    else runs.push({ name, times: 1 })
  }
  return runs.map(({ name, times }) => count(times, name)).join(', ')
}

const count = (number: number, name: string): string =>
  `${number} ${name}${number === 1 ? '' : 's'}`

const kindOf = (collection: string): string =>
  Object.entries(kinds).find(([, kind]) => kind.collection === collection)?.[0] ?? collection
