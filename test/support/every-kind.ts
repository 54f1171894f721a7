import { expect } from 'vitest'
import { picture, uploadForm } from './picture.ts'
import type { TestService } from './service.ts'

/** A document of every collection with every field filled in, one of each empty, and what was withdrawn. */
export type EveryKind = Record<'campaign' | 'claim' | 'demand' | 'media' | 'resource', string>

/** Fills a service with content that has every field, related in every way, public and not. */
export async function addEveryKind(service: TestService): Promise<EveryKind> {
  const admin = await service.as('admin')
  const make = async (collection: string, data: object): Promise<string> => {
    const { body, status } = await admin.post(`/api/${collection}`, data)
    expect(status, JSON.stringify(body)).toBe(201)
    return body.doc.id
  }
  const change = async (path: string, data: object) => {
    const { body, status } = await admin.patch(`/api/${path}`, data)
    expect(status, JSON.stringify(body)).toBe(200)
  }
  const published = { _status: 'published' }
  const form = uploadForm(await picture(), 'report.png', {
    alt: 'A report',
    credit: 'Us',
    license: 'CC0',
  })
  const media = (await admin.post('/api/media', form)).body.doc.id
  const home = await make('campaigns', { ...published, title: 'Home', slug: 'home' })
  const resource = await make('resources', {
    ...published,
    title: 'The report',
    kind: 'report',
    url: 'https://example.org/report',
    file: media,
    publisher: 'Them',
    authors: ['A. Author'],
    publishedOn: '2025-11-01',
    language: 'en',
    archivedUrl: 'https://archive.example/report',
    campaign: home,
    link: { status: 'alive', httpStatus: 200, checkedAt: '2026-01-01' },
  })
  const draft = await make('resources', { title: 'A draft' })
  const claim = await make('claims', {
    ...published,
    statement: 'It is so',
    body: paragraph('Because it is.'),
    campaign: home,
    evidence: [
      {
        source: resource,
        locator: 'p. 1',
        quote: 'So.',
        archivedUrl: 'https://a.example/',
        accessedOn: '2026-01-02',
      },
      { source: draft },
    ],
    figures: [{ label: 'Share', value: 10.5, unit: '%', asOf: '2026-01-01' }],
    verification: {
      status: 'verified',
      reviewBy: '2027-01-03',
      note: 'Checked.',
    },
  })
  await change(`claims/${claim}?locale=es`, { statement: 'Es así', ...published })
  await make('claims', { ...published, statement: 'Bare' })
  const demand = await make('demands', {
    ...published,
    title: 'Do it',
    body: paragraph('Now.'),
    campaign: home,
    addressedTo: 'Them',
    status: 'partly-met',
    history: [{ status: 'open', on: '2026-01-01', note: 'Asked', source: resource }],
    supportedBy: [claim],
    actions: [{ label: 'Sign', url: 'https://example.org/sign', kind: 'petition' }],
  })
  const item = (relationTo: string, value: string) => ({ relationTo, value })
  const campaign = await make('campaigns', {
    ...published,
    title: 'Everything',
    slug: 'everything',
    summary: 'All of it',
    body: paragraph('Whole'),
    target: { name: 'Them', kind: 'company' },
    hashtag: '#all',
    callToAction: { label: 'Join', url: 'https://example.org/join' },
    image: media,
    sections: [
      {
        heading: 'Full',
        body: paragraph('In order'),
        items: [item('demands', demand), item('claims', claim), item('resources', resource)],
      },
    ],
  })
  const gone = await make('claims', { ...published, statement: 'Gone', slug: 'gone' })
  await change(`claims/${gone}`, { _status: 'draft' })
  const renamed = await make('campaigns', { ...published, title: 'Old', slug: 'old-name' })
  await change(`campaigns/${renamed}`, { slug: 'new-name', ...published })
  return { campaign, claim, demand, media, resource }
}

/** A text as the editor keeps it. */
const paragraph = (text: string) => {
  const node = { version: 1, format: '', indent: 0, direction: null }
  const leaf = { type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }
  return {
    root: { ...node, type: 'root', children: [{ ...node, type: 'paragraph', children: [leaf] }] },
  }
}
