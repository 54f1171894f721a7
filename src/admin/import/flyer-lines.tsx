import type { Preview } from '../../importer/desk/described.ts'
import { importWords } from '../words/import.ts'
import { useWords } from '../words/use-words.ts'

/** The flyer as it was given, each line with the part that it is in; what has no place is marked. */
export function FlyerLines({ preview: { lines, parts } }: { preview: Preview }) {
  const words = useWords(importWords)
  const byId = new Map(parts.map((part) => [part.part, part]))

  const nameOf = (place: string): string => {
    if (place === 'title') return words.campaignTitle
    if (place === 'summary') return words.summary
    const section = /^section-(\d+)$/.exec(place)?.[1]
    return section ? words.heading(Number(section)) : ''
  }
  /** What a line is now: the part that it is in may have become another's, or nothing. */
  const fateOf = (place: string | null): { label: string; at: string } | undefined => {
    if (!place) return undefined
    const part = byId.get(place)
    if (!part) return { label: nameOf(place), at: place }
    if (part.mergedInto) return fateOf(part.mergedInto)
    return { label: words.kinds[part.kind], at: place }
  }
  return (
    <div className="import-desk__lines">
      {lines.map(({ isUnplaced, kind, place, text }, i) => {
        const fate = fateOf(place)
        const isOut = fate !== undefined && byId.get(fate.at)?.kind === 'nothing'
        const line = isUnplaced ? <mark>{text}</mark> : text
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text stay in their order
          <p className={`import-desk__text import-desk__text--${kind}`} key={i}>
            {isOut ? <del>{line}</del> : line}{' '}
            <small>
              {isUnplaced && `${words.notPlaced} · `}
              {fate?.label ? <a href={`#part-${fate.at}`}>{fate.label}</a> : !fate && words.nowhere}
            </small>
          </p>
        )
      })}
    </div>
  )
}
