import type { Flyer, Item } from './flyer.ts'
import type { Report, WriteOptions } from './write/write-flyer.ts'

/** A flyer as the importer understood it, for people to read. */
export function outlineOf(flyer: Flyer): string {
  const { campaign, sections, claims, demands, resources } = flyer
  const words = ({ kind, index }: Item) => {
    if (kind === 'claim') return claims[index]?.statement
    return kind === 'demand' ? demands[index]?.title : resources[index]?.title
  }
  const lines = sections.flatMap(({ heading, items }) => [
    `  ${heading || '(no heading)'}`,
    ...items.map((item) => `    ${item.kind.padEnd(8)}  ${words(item)}`),
  ])
  const about = [campaign.hashtag, campaign.target && `to ${campaign.target.name}`].filter(Boolean)
  return [
    about.length > 0 ? `${campaign.title} (${about.join(', ')})` : campaign.title,
    ...lines,
    `${claims.length} claims, ${demands.length} demands, ${resources.length} resources`,
  ].join('\n')
}

/** What an import did, for people to read. */
export function summaryOf(report: Report, { dryRun, publish }: Partial<WriteOptions>): string {
  const { campaign, locale, isTranslation, counts } = report
  const what = isTranslation ? `translation ${locale} of "${campaign}"` : `campaign "${campaign}"`
  const rows = Object.entries(counts).flatMap(([collection, { unchanged, ...written }]) => {
    const done = Object.entries(written).filter(([, count]) => count > 0)
    const said = done.map(([name, count]) => `${count} ${name}`)
    return done.length > 0 ? [`  ${collection.padEnd(9)}  ${said.join(', ')}`] : []
  })
  if (rows.length === 0) return `Nothing to do: the ${what} says already what the flyer says.`
  const how = publish ? 'published' : 'as drafts'
  const title = dryRun ? `Would import the ${what}, ${how}:` : `Imported the ${what}, ${how}:`
  return [title, ...rows].join('\n')
}
