import type { Tag } from '../changes/tags.ts'

/** A tag as it stands in a `Surrogate-Key` header: visible ASCII, anything else percent-encoded. */
export const surrogateKey = (tag: Tag): string =>
  tag.replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(Buffer.from(text).toString()))
