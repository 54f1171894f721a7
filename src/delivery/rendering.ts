import type { Tag } from '../changes/tags.ts'

/** What a source made of a request, and what it read for it; without tags it must not be kept. */
export type Rendering = { response: Response; tags: ReadonlySet<Tag> | undefined }

export type Render = (request: Request) => Promise<Rendering>

/** A question in the one form that all its spellings share. */
export type Question = {
  /** The same for two requests exactly when they are to have the same answer. */
  key: string
  /** What the source is asked: made of the question alone, so that no client's header is in it. */
  request(): Request
  /** Is told that there is an answer worth keeping. */
  answered?(): void
}
