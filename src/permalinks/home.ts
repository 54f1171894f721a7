import type { PayloadRequest } from 'payload'
import { published } from '../../collections/access/rules.ts'
import { feedPathOf, hasFeed, isSlug, pageCollections, pathOf } from './address.ts'
import { answering } from './answering.ts'
import { jsonAnswer, pageAnswer } from './answers.ts'
import type { Format } from './asked.ts'
import { acceptPreference, languagePreference } from './negotiation.ts'
import type { Parts, PublicSource } from './pages.ts'
import { publicRequest } from './read.ts'
import { html, type Markup } from './render/html.ts'
import { page } from './render/layout.ts'
import { type Words, wordsFor } from './words/words.ts'

/** More than anybody reads through; all of them are at the API. */
const mostCampaigns = 100

/** The front page: the campaigns, their feeds, and where things are for programs; as a page and as JSON. */
export function home(
  { payload, site, logger, languages }: Parts,
  formats: readonly [Format, ...Format[]],
): PublicSource {
  const { api, admin, graphQL } = payload.config.routes
  const places = { docs: '/docs', api, graphql: `${api}${graphQL}`, graphiql: graphQL, admin }
  const { locales, defaultLocale } = languages
  return {
    below: ['/'],
    isContent: (path) => path === '/',
    preferences: [
      acceptPreference(formats.map(({ type }) => type)),
      languagePreference(locales, defaultLocale),
    ],
    source: answering(
      { formats, languages, logger },
      async (request, { chosen, preferred, vary }, told) => {
        const locale = chosen ?? preferred[0] ?? defaultLocale
        const campaigns = await listCampaigns(await publicRequest(payload, request), [
          locale,
          defaultLocale,
        ])
        const headers = vary.length > 0 ? { Vary: vary.join(', ') } : undefined
        if (told.isPage) {
          const text = homePage(wordsFor(locale), campaigns, places, { chosen, locales })
          return pageAnswer(text, { headers: { ...headers, 'Content-Language': locale } })
        }
        const { publicUrl } = site
        return jsonAnswer(
          {
            ...places,
            campaigns: campaigns.map(({ title, slug, language }) => ({
              title,
              slug,
              locale: language,
              permalink: publicUrl + pathOf({ collection: 'campaigns', slug }),
              feeds: feedsOf(slug, publicUrl),
            })),
            feeds: Object.fromEntries(
              pageCollections.map((collection) => [
                collection,
                {
                  atom: publicUrl + feedPathOf(collection, 'atom'),
                  json: publicUrl + feedPathOf(collection, 'json'),
                },
              ]),
            ),
          },
          { headers: { ...headers } },
        )
      },
    ),
  }
}

type Listed = { slug: string; title: string; summary: string | undefined; language: string }

async function listCampaigns(req: PayloadRequest, wanted: string[]): Promise<Listed[]> {
  const { docs } = await req.payload.find({
    collection: 'campaigns',
    depth: 0,
    limit: mostCampaigns,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    select: { title: true, summary: true, slug: true },
    sort: '-updatedAt',
    where: published,
  })
  return docs.flatMap((campaign): Listed[] => {
    const slug = campaign.slug ?? ''
    // Read in all languages, a text is an object by language.
    const titles = Object(campaign.title) as Record<string, string | null>
    const summaries = Object(campaign.summary) as Record<string, string | null>
    const language = [...wanted, ...Object.keys(titles)].find((code) => titles[code])
    if (!isSlug(slug) || !language) return []
    return [
      {
        slug,
        language,
        title: titles[language] ?? slug,
        summary: summaries[language] ?? undefined,
      },
    ]
  })
}

const feedsOf = (slug: string, publicUrl: string) =>
  hasFeed(slug)
    ? {
        atom: publicUrl + feedPathOf(slug, 'atom'),
        json: publicUrl + feedPathOf(slug, 'json'),
      }
    : null

type Choice = { chosen: string | undefined; locales: string[] }

function homePage(
  words: Words,
  campaigns: Listed[],
  places: Record<string, string>,
  { chosen, locales }: Choice,
): string {
  const { labels } = words
  const feedLinks = (name: string) =>
    html`<a href="${feedPathOf(name, 'atom', chosen)}">Atom</a>, <a href="${feedPathOf(name, 'json', chosen)}">JSON</a>`
  const campaign = ({ slug, title, summary, language }: Listed): Markup =>
    html`<article class="item"${language !== words.locale && html` lang="${language}"`}>
<h3><a href="${pathOf({ collection: 'campaigns', slug }, chosen)}">${title}</a></h3>
${summary && html`<p class="note">${summary}</p>`}
${hasFeed(slug) && html`<p class="small" lang="${words.locale}">${labels.feeds}: ${feedLinks(slug)}</p>`}</article>`
  return page({
    words,
    title: words.home,
    languages: locales
      .filter((code) => code !== words.locale)
      .map((code) => ({ code, path: `/?locale=${encodeURIComponent(code)}` })),
    main: html`<h1>${words.home}</h1>
<p class="lead">${words.homeLead}</p>
<section><h2>${labels.campaigns}</h2>
${campaigns.length > 0 ? campaigns.map(campaign) : html`<p>${labels.noCampaigns}</p>`}</section>
<section><h2>${labels.subscribe}</h2>
<dl>${pageCollections.map((name) => html`<dt>${words.plurals[name]}</dt><dd>${feedLinks(name)}</dd>`)}</dl></section>
<section><h2>${labels.forDevelopers}</h2>
<ul>${Object.entries(places).map(([name, path]) => html`<li><a href="${path}">${name}</a></li>`)}</ul></section>`,
  })
}
