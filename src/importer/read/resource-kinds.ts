import type { Resource } from '../flyer.ts'
import { hasWords } from '../inline.ts'

type Kind = NonNullable<Resource['kind']>

const kinds: Record<Kind, string> = {
  report: 'report|informe|reporte',
  article: 'article|artículo',
  dataset: 'dataset|data set|conjunto de datos',
  toolkit: 'toolkit|caja de herramientas',
  video: 'video|vídeo',
  'legal-document': 'legal document|documento legal',
}

/** The one kind that a text names; two names are no answer. */
export function kindIn(text: string): Kind | undefined {
  const named = (Object.keys(kinds) as Kind[]).filter((kind) => wordsFor(kind).test(text))
  return named.length === 1 ? named[0] : undefined
}

/** The publisher, where the text says "published by". */
export function publisherIn(text: string): string | undefined {
  const found = /\b(?:published by|publicado por) ([^.,;:()]+)/i.exec(text)?.[1]?.trim()
  return found && hasWords(found) ? found : undefined
}

/** A text without a parenthesis that only names the kind: the kind says it. */
export const withoutKind = (text: string): string =>
  text.replace(/\(([^()]*)\)/g, (all, inside: string) =>
    Object.values(kinds).some((words) => new RegExp(`^\\s*(${words})\\s*$`, 'i').test(inside))
      ? ''
      : all,
  )

const wordsFor = (kind: Kind): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(${kinds[kind]})(?![\\p{L}\\p{N}])`, 'iu')
