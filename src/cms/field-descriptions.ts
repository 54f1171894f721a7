import type { FlattenedField } from 'payload'

export const idDescription = 'It stays the same for ever.'

/** What the fields are that Payload adds itself, for which no collection has words. */
const ownFields: Record<string, string> = {
  _status: 'Whether it is published. What everybody reads is.',
  createdAt: 'When it was first saved.',
  deletedAt: 'When it was put into the trash. null of what everybody reads.',
  filename: 'The name of the file.',
  filesize: 'In bytes.',
  focalX: 'What matters in the picture: how far from the left, in percent.',
  focalY: 'What matters in the picture: how far from the top, in percent.',
  height: 'In pixels.',
  id: idDescription,
  medium: 'At most 1,200 pixels wide; without a file where the picture itself is no wider.',
  mimeType: 'What kind of file it is.',
  sizes: 'The same picture in other sizes.',
  small: 'At most 400 pixels wide; without a file where the picture itself is no wider.',
  thumbnailURL: 'Where a small version is, if there is one.',
  updatedAt: 'When it last changed.',
  url: 'Where the file is, on the server that gave this answer.',
  width: 'In pixels.',
}

/** The words for a field: the editors' own, or `custom.description` where those do not fit a reader. */
export function descriptionOf(field: FlattenedField): string | undefined {
  const { custom } = field as { custom?: { description?: unknown } }
  if (typeof custom?.description === 'string') return custom.description
  const { admin } = field as { admin?: { description?: unknown } }
  return inEnglish(admin?.description) ?? ownFields[field.name]
}

/** What is said in the admin's languages is told to clients in English. */
function inEnglish(words: unknown): string | undefined {
  const text = words && typeof words === 'object' ? (words as { en?: unknown }).en : words
  return typeof text === 'string' ? text : undefined
}
