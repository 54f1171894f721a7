import { formatsOf } from './formats.ts'

const { day, moment, language } = formatsOf('en')

/** What pages, feeds and references say of their own, in English. */
export const en = {
  locale: 'en',
  day,
  moment,
  language,
  quotes: ['“', '”'],
  kinds: { campaigns: 'Campaign', claims: 'Claim', demands: 'Demand', resources: 'Resource' },
  plurals: { campaigns: 'Campaigns', claims: 'Claims', demands: 'Demands', resources: 'Resources' },
  statuses: {
    unverified: 'Not verified yet',
    verified: 'Verified',
    disputed: 'Disputed',
    retracted: 'Retracted',
  },
  retracted: 'This claim has been retracted. Do not use it any more.',
  disputed: 'This claim is disputed. Read the note before you use it.',
  demandStatuses: { open: 'Open', 'partly-met': 'Partly met', met: 'Met', refused: 'Refused' },
  resourceKinds: {
    report: 'Report',
    article: 'Article',
    dataset: 'Dataset',
    toolkit: 'Toolkit',
    video: 'Video',
    'legal-document': 'Legal document',
    other: 'Resource',
  },
  actionKinds: {
    petition: 'Petition',
    letter: 'Letter',
    call: 'Call',
    event: 'Event',
    donation: 'Donation',
    other: 'Action',
  },
  linkStatuses: {
    dead: 'The address was dead',
    moved: 'The address had moved',
    unreachable: 'The address could not be reached',
  },
  updatedOn: (iso: string) => `updated ${day(iso)}`,
  checkedOn: (iso: string) => `last checked ${day(iso)}`,
  labels: {
    skip: 'Skip to the content',
    status: 'Status',
    lastChecked: 'Last checked',
    nextReview: 'Next review',
    updated: 'Updated',
    note: 'Note',
    campaign: 'Campaign',
    addressedTo: 'Addressed to',
    hashtag: 'Hashtag',
    language: 'Language',
    otherLanguages: 'Other languages',
    evidence: 'Evidence',
    place: 'Place',
    accessed: 'Accessed',
    archived: 'Archived copy',
    notPublic: 'The source is not public at present.',
    figures: 'Figures',
    figure: 'Figure',
    asOf: 'as of',
    cite: 'How to cite',
    download: 'Download as',
    text: 'Text',
    history: 'What has happened',
    reasons: 'Why we ask it',
    actions: 'What you can do',
    publisher: 'Publisher',
    authors: 'Authors',
    published: 'Published',
    kind: 'Kind',
    address: 'Address',
    linkCheck: 'At the last check',
    feeds: 'Feeds',
    subscribe: 'Follow what changes',
    asJson: 'This page as JSON',
    credit: 'Photo',
    trail: 'Where this is',
    home: 'Overview',
    campaigns: 'Campaigns',
    noCampaigns: 'No campaign is published yet.',
    forDevelopers: 'For developers',
  },
  home: 'Campaigns and their evidence',
  homeLead: 'What campaigns claim, what it rests on, and what they ask. Quote it, and link to it.',
  fallback: (wanted: string, shown: string) =>
    `This is not available in ${wanted} yet. You are reading it in ${shown}.`,
  earlier: {
    name: (number: number) => `Version ${number}`,
    text: (number: number) => `This is version ${number}, not the present one.`,
    newest: (number: number) => `This is version ${number}, the newest one.`,
    from: 'As published from',
    until: 'to',
    untilNow: 'until now',
    shown: 'What it refers to is shown as of',
    retracted: 'This claim has been retracted since. Do not use it any more.',
    othersRetracted: 'These claims have been retracted since:',
    present: 'The present version',
    previous: 'The version before',
    next: 'The version after',
  },
  preview: {
    draft: 'Draft.',
    draftText: 'This is how readers will see it. It is not public.',
    published: 'This is what is public now.',
    until: (iso: string) => `Whoever has this link can open it until ${moment(iso)}.`,
    signInTitle: 'Sign in to see this draft',
    signInText: 'Drafts are shown to editors who are signed in.',
    signIn: 'Sign in',
    unknown: 'This link opens nothing',
    unknownText: 'It may be cut off or misspelt. Ask for a new one.',
    expired: 'This link has expired',
    withdrawn: 'This link has been withdrawn',
    endedText: 'Ask whoever gave it to you for a new one.',
  },
  errors: {
    notFound: 'There is nothing here',
    notFoundText: 'There is no page at this address. It may be misspelt.',
    gone: 'This has been withdrawn',
    goneText: (what: string, iso: string) =>
      `${what} that was here is not public since ${day(iso)}.`,
    goneKinds: {
      unpublished: 'Its editors have taken it back.',
      deleted: 'Its editors have deleted it.',
    },
    badRequest: 'This address cannot be read',
    failed: 'Something went wrong',
    failedText: 'The page could not be made. Please try again in a minute.',
  },
} as const

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly [string, string]
      ? readonly [string, string]
      : { readonly [K in keyof T]: Widened<T[K]> }

/** The same words in another language. */
export type Words = Widened<typeof en>
