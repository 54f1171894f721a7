import type { NamedCollection } from '../bundle/documents.ts'

export type What = 'publish' | 'unpublish'

/** A document as relations name it. */
export type Item = { relationTo: NamedCollection; value: string }

/** Why a document cannot be published or unpublished, as its editor is told. */
export type Problem = Partial<Item> & { path?: string; message: string }

export const keyOf = ({ relationTo, value }: Item): string => `${relationTo}/${value}`
