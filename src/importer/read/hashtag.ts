import { plainText } from '../inline.ts'
import type { Block } from '../rich-text.ts'

const hashtag = /(?<=^|[\s(“"«])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]+/gu

/** The campaign's hashtag: the one the flyer says most often, of equals the first. */
export function hashtagIn(text: string): string | undefined {
  const times = new Map<string, number>()
  for (const [tag] of text.matchAll(hashtag)) times.set(tag, (times.get(tag) ?? 0) + 1)
  const most = Math.max(...times.values())
  return [...times.keys()].find((tag) => times.get(tag) === most)
}

/** A paragraph of hashtags and nothing else. */
export const isHashtagLine = (block: Block): boolean =>
  block.type === 'paragraph' &&
  plainText(block.children)
    .split(' ')
    .every((word) => word.replace(hashtag, '') === '')
