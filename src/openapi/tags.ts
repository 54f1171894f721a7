import type { SanitizedCollectionConfig } from 'payload'
import type { PathItem } from './operation.ts'

export type Tag = { name: string; description: string }

/** What there is beside the collections. */
const others: Record<string, string> = {
  changes: 'What has changed, for copies that are kept.',
  copies: 'Static copies, which anybody can verify.',
  feeds: 'What is new, for feed readers.',
  graphql: 'Everything that is public, by the query.',
  pages: 'Pages for people, and how to show them elsewhere.',
  partners: 'What only partners ask, with their key.',
  webhooks: 'What partners are told, and what they answer.',
}

/** Every tag that an operation has, those of collections first. */
export function tagsIn(
  paths: Record<string, PathItem>,
  collections: Pick<SanitizedCollectionConfig, 'slug'>[],
): Tag[] {
  const operations = Object.values(paths).flatMap((item) => Object.values(item))
  const used = new Set(operations.flatMap(({ tags = [] }) => tags))
  const own: string[] = collections.map(({ slug }) => slug)
  return [
    ...own.map((name) => ({ name, description: `The ${name} that are public.` })),
    ...[...used]
      .filter((name) => !own.includes(name))
      .sort()
      .map((name) => ({ name, description: others[name] ?? `What is about ${name}.` })),
  ]
}
