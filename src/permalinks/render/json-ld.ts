import type { Permalink } from '../schema.ts'
import { html, type Markup, markup } from './html.ts'

type Thing = Record<string, unknown>

/**
 * A document in the words of schema.org, as JSON-LD.
 *
 * A demand is a plain CreativeWork: schema.org's Demand is a wish to buy something. A claim is a Claim,
 * and not a ClaimReview, which judges somebody else's.
 */
export function jsonLd(permalink: Permalink, publicUrl: string): Thing {
  const common = {
    '@context': 'https://schema.org',
    '@id': permalink.permalink,
    url: permalink.permalink,
    inLanguage: permalink.locale,
    dateModified: permalink.updatedAt,
  }
  if (permalink.collection === 'campaigns') {
    const { title, summary, image, hashtag } = permalink
    return given({
      ...common,
      '@type': 'WebPage',
      name: title,
      description: summary,
      keywords: hashtag,
      image: image?.url ? new URL(image.url, publicUrl).href : null,
      hasPart: permalink.sections.flatMap(({ items }) =>
        items.flatMap(({ relationTo, value }) =>
          value.slug ? [{ '@id': `${publicUrl}/${relationTo}/${value.slug}` }] : [],
        ),
      ),
    })
  }
  const { campaign } = permalink
  const isPartOf = campaign && { '@type': 'WebPage', '@id': campaign.url, name: campaign.title }
  if (permalink.collection === 'claims') {
    const { status, note } = permalink.verification
    return given({
      ...common,
      '@type': 'Claim',
      name: permalink.statement,
      text: permalink.bodyText,
      creativeWorkStatus: status,
      correction: status === 'retracted' || status === 'disputed' ? note : null,
      isPartOf,
      appearance: { '@type': 'WebPage', '@id': permalink.permalink, url: permalink.permalink },
      citation: permalink.evidence.flatMap(({ source, archivedUrl, locator }) =>
        source
          ? [
              given({
                ...work(source),
                archivedAt: archivedUrl ?? source.archivedUrl,
                pagination: locator,
              }),
            ]
          : [],
      ),
    })
  }
  if (permalink.collection === 'demands') {
    return given({
      ...common,
      '@type': 'CreativeWork',
      name: permalink.title,
      text: permalink.bodyText,
      creativeWorkStatus: permalink.status,
      isPartOf,
    })
  }
  // The page stands for the resource, which has an address and a language of its own.
  return given({
    '@context': 'https://schema.org',
    ...work(permalink),
    isPartOf,
    mainEntityOfPage: permalink.permalink,
  })
}

/** As an element of the page: data, which no browser runs. */
export function jsonLdElement(thing: Thing): Markup {
  const safe = JSON.stringify(thing).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return html`<script type="application/ld+json">${markup(safe)}</script>`
}

type Resource = Pick<
  Extract<Permalink, { collection: 'resources' }>,
  'title' | 'kind' | 'url' | 'publisher' | 'authors' | 'publishedOn' | 'language' | 'archivedUrl'
>

const types: Record<string, string> = {
  report: 'Report',
  article: 'Article',
  dataset: 'Dataset',
  toolkit: 'LearningResource',
  video: 'VideoObject',
  'legal-document': 'Legislation',
}

const work = (resource: Resource): Thing =>
  given({
    '@type': types[resource.kind ?? ''] ?? 'CreativeWork',
    name: resource.title,
    url: resource.url,
    author: resource.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: resource.publisher && { '@type': 'Organization', name: resource.publisher },
    datePublished: resource.publishedOn?.slice(0, 10),
    inLanguage: resource.language,
    archivedAt: resource.archivedUrl,
  })

/** Only what has a value. */
const given = (thing: Thing): Thing =>
  Object.fromEntries(
    Object.entries(thing).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )
