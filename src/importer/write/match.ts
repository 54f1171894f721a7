import type { Flyer } from '../flyer.ts'
import {
  type Existing,
  type Found,
  type Kind,
  placeOf,
  sourcePlace,
  textPlace,
} from './existing.ts'

/** The document for each of the flyer's items of one kind; undefined where there is none yet. */
export type Matches = Record<Kind, (Found | undefined)[]>

type Wanted = { headline: string; url: string | undefined; places: string[] }
type Rule = (wanted: Wanted, found: Found) => boolean

const sameUrl: Rule = (wanted, found) => wanted.url !== undefined && wanted.url === found.url
const sameHeadline: Rule = (wanted, found) => wanted.headline === found.headline
const samePlace: Rule = (wanted, found) => wanted.places.some((p) => found.places.includes(p))
// Another address at the same place is another resource; the first address of a placeholder is not.
const samePlaceholder: Rule = (wanted, found) =>
  !(wanted.url && found.url) && samePlace(wanted, found)

/** Finds the documents of a flyer in the same language: by their words, and reworded by their place. */
export function matchByWords(flyer: Flyer, existing: Existing): Matches {
  return matchBy(
    flyer,
    existing,
    [sameHeadline, samePlace],
    [sameUrl, sameHeadline, samePlaceholder],
  )
}

/** Finds the documents of a flyer in another language: by their place. */
export function matchByPlace(flyer: Flyer, existing: Existing): Matches {
  return matchBy(flyer, existing, [samePlace], [sameUrl, samePlace])
}

function matchBy(flyer: Flyer, existing: Existing, rules: Rule[], forResources: Rule[]): Matches {
  const { claims, demands } = flyer
  const byHeadline = (kind: 'claim' | 'demand', headlines: string[]) =>
    match(
      headlines.map((headline, index) => ({
        headline,
        url: undefined,
        places: placesIn(flyer, kind, index),
      })),
      existing[kind],
      rules,
    )
  return {
    claim: byHeadline(
      'claim',
      claims.map((claim) => claim.statement),
    ),
    demand: byHeadline(
      'demand',
      demands.map((demand) => demand.title),
    ),
    resource: match(resourcesIn(flyer), existing.resource, forResources),
  }
}

/** Earlier rules take their pick of all documents before later ones. */
function match(wanted: Wanted[], found: Found[], rules: Rule[]): (Found | undefined)[] {
  const matches: (Found | undefined)[] = wanted.map(() => undefined)
  for (const rule of rules) {
    wanted.forEach((want, i) => {
      matches[i] ??= found.find((other) => !matches.includes(other) && rule(want, other))
    })
  }
  return matches
}

function resourcesIn(flyer: Flyer): Wanted[] {
  let texts = 0
  return flyer.resources.map(({ title, url }, index) => {
    const places = placesIn(flyer, 'resource', index)
    flyer.claims.forEach(({ sources }, claim) => {
      const nth = sources.indexOf(index)
      if (nth < 0) return
      places.push(...placesIn(flyer, 'claim', claim).map((place) => sourcePlace(place, nth)))
    })
    if (places.length === 0) places.push(textPlace(texts++))
    return { headline: title, url, places }
  })
}

const placesIn = ({ sections }: Flyer, kind: Kind, index: number): string[] =>
  sections.flatMap(({ items }, i) => {
    const nth = items.filter((item) => item.kind === kind).findIndex((item) => item.index === index)
    return nth < 0 ? [] : [placeOf(i, kind, nth)]
  })
