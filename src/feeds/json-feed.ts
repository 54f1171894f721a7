import type { Feed } from './feed.ts'

/** The feed as JSON Feed 1.1. */
export const toJsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.locale,
    authors: [{ name: feed.author }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entry.contentHtml,
      date_published: entry.created,
      date_modified: entry.updated,
      tags: entry.categories,
      ...(entry.locale === feed.locale ? {} : { language: entry.locale }),
    })),
  })
