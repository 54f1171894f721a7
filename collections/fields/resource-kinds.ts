/** What a resource can be said to be; in the admin there is "other" besides. */
export const resourceKinds = [
  'report',
  'article',
  'dataset',
  'toolkit',
  'video',
  'legal-document',
] as const
