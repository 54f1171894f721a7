import type { CollectionConfig } from 'payload'
import { anyone, staff, writers } from './access/rules.ts'
import { groups } from './groups.ts'

export const Media: CollectionConfig = {
  slug: 'media',
  admin: { group: groups.content, useAsTitle: 'filename' },
  access: { read: anyone, create: writers, update: staff, delete: writers },
  fields: [
    {
      name: 'alt',
      type: 'text',
      required: true,
      admin: { description: 'What the picture shows, for those who cannot see it.' },
    },
    { name: 'credit', type: 'text', admin: { description: 'Whom to name beside the picture.' } },
    {
      name: 'license',
      type: 'text',
      admin: { description: 'On what terms it may be used: CC BY 4.0.' },
    },
  ],
  upload: {
    // src/media/ looks into the file, not at its name. No SVG: it carries script.
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
    // Nothing is fetched from an address that somebody gives.
    pasteURL: false,
    focalPoint: true,
    adminThumbnail: 'small',
    // Kept as they are when the picture is smaller.
    imageSizes: [
      { name: 'small', width: 400 },
      { name: 'medium', width: 1200 },
    ],
  },
}
