import type { Tag } from '../changes/tags.ts'

/** What a source made of a request, and what it read for it. Without tags it must not be kept. */
export type Rendering = { response: Response; tags: ReadonlySet<Tag> | undefined }

export type Render = (request: Request) => Promise<Rendering>
