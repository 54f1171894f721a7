import { picture, uploadForm } from './picture.ts'
import type { Client } from './service.ts'

const published = { _status: 'published' }

/** The day of the checks, which the server notes itself. */
export const checkedOn = {
  iso: new Date().toISOString().slice(0, 10),
  words: new Date().toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
}

/** A campaign with a document of every kind, in both languages; what is told of it is in tests. */
export async function makeCampaign(admin: Client) {
  const make = async (collection: string, data: object, query = ''): Promise<string> => {
    const { body, status } = await admin.post(`/api/${collection}${query}`, data)
    if (status !== 201) throw new Error(`${collection}: ${JSON.stringify(body)}`)
    return body.doc.id
  }
  const change = async (path: string, data: object) => {
    const { body, status } = await admin.patch(`/api/${path}`, { ...data, ...published })
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`)
  }
  const file = await admin.post(
    '/api/media',
    uploadForm(await picture(), 'street.png', {
      alt: 'A street of closed shops',
      credit: 'A. Photo',
    }),
  )
  const campaign = await make('campaigns', { ...published, title: 'Rents & homes', slug: 'rents' })
  const source = await make('resources', {
    ...published,
    title: 'The <rent> report',
    slug: 'rent-report',
    kind: 'report',
    url: 'https://example.org/report?a=1&b=2',
    archivedUrl: 'https://archive.example.org/report',
    publisher: 'Institute',
    authors: ['A. Author', 'B. Author'],
    publishedOn: '2026-01-02T12:00:00.000Z',
    language: 'en',
    campaign,
  })
  const claim = await make('claims', {
    ...published,
    statement: 'Rents rose by a tenth',
    slug: 'rents-rose',
    campaign,
    body: richText('In one year, <all> rents rose.'),
    evidence: [
      {
        source,
        locator: 'p. 12',
        quote: 'Rents rose & rose.',
        archivedUrl: 'https://archive.example.org/p12',
        accessedOn: '2026-03-04T12:00:00.000Z',
      },
    ],
    figures: [{ label: 'Rise', value: 10.5, unit: '%', asOf: '2026-01-31T12:00:00.000Z' }],
    verification: {
      status: 'verified',
      reviewBy: '2027-05-06T12:00:00.000Z',
    },
  })
  await change(`claims/${claim}?locale=es`, { statement: 'Los alquileres subieron una décima' })
  const retracted = await make('claims', {
    ...published,
    statement: 'Half of all homes are empty',
    slug: 'empty-homes',
    campaign,
    evidence: [{ source }],
    verification: {
      status: 'retracted',
      note: 'The figure was of one city.',
    },
  })
  const demand = await make('demands', {
    ...published,
    title: 'Cap the rents',
    slug: 'cap-the-rents',
    campaign,
    body: richText('For five years.'),
    addressedTo: 'The council',
    status: 'partly-met',
    history: [
      { status: 'open', on: '2026-01-01T12:00:00.000Z', note: 'Asked in the council.', source },
      { status: 'partly-met', on: '2026-02-01T12:00:00.000Z' },
    ],
    supportedBy: [claim, retracted],
    actions: [{ label: 'Sign', url: 'https://example.org/sign', kind: 'petition' }],
  })
  const items = [
    { relationTo: 'claims', value: claim },
    { relationTo: 'claims', value: retracted },
    { relationTo: 'demands', value: demand },
    { relationTo: 'resources', value: source },
  ]
  await change(`campaigns/${campaign}`, {
    summary: 'Homes are for living in.',
    body: richText('It is time.'),
    target: { name: 'The council', kind: 'government' },
    hashtag: '#Homes',
    callToAction: { label: 'Join us', url: 'https://example.org/join' },
    image: file.body.doc.id,
    sections: [{ heading: 'All of it', body: richText('In order.'), items }],
  })
  await change(`campaigns/${campaign}?locale=es`, {
    title: 'Alquileres y viviendas',
    summary: 'Las viviendas son para vivir.',
  })
  return { make, change, campaign, claim, retracted, demand, source }
}

/** A text of one paragraph, as the editor keeps it. */
const richText = (text: string) => ({
  root: node('root', [node('paragraph', [leaf(text)])]),
})

const node = (type: string, children: object[]) => ({
  type,
  version: 1,
  format: '',
  indent: 0,
  direction: null,
  children,
})

const leaf = (text: string) => ({
  type: 'text',
  version: 1,
  text,
  format: 0,
  detail: 0,
  mode: 'normal',
  style: '',
})
