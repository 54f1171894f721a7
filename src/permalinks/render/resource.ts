import type { ResourcePermalink } from '../schema.ts'
import { html, type Markup } from './html.ts'
import { picture } from './picture.ts'
import { campaignRow, details, external, time, type View } from './view.ts'

/** What a page says of a resource, below its heading. */
export function resourceBody(view: View, resource: ResourcePermalink): Markup {
  const { labels, linkStatuses, language, resourceKinds } = view.words
  const { status, checkedAt, finalUrl } = resource.link
  const found =
    status && status in linkStatuses ? linkStatuses[status as keyof typeof linkStatuses] : undefined
  return html`
${details([
  [labels.kind, resource.kind && resourceKinds[resource.kind]],
  [labels.authors, resource.authors.join(', ')],
  [labels.publisher, resource.publisher],
  [labels.published, resource.publishedOn && time(view, resource.publishedOn)],
  [labels.language, resource.language && language(resource.language)],
  [labels.address, resource.url && external(resource.url)],
  [
    labels.linkCheck,
    found &&
      html`${found}${checkedAt && html`, ${time(view, checkedAt)}`}${finalUrl && html`: ${external(finalUrl)}`}`,
  ],
  [labels.archived, resource.archivedUrl && external(resource.archivedUrl)],
  campaignRow(view, resource.campaign),
  [labels.updated, time(view, resource.updatedAt)],
])}
${picture(view, resource.file)}`
}
