/*
 * What a request may be, how long it may take, and how much is done at once: each limit with its reason. What
 * readers may ask for (page sizes, depth, GraphQL's costs) is beside what reads it: cms/readers, cms/graphql.
 */

const kB = 1000
const MB = 1000 * kB
const second = 1000

/** What a request may be; whatever is larger is refused before anything is done for it. */
export const requestLimits = {
  /** Characters of an address: 414. What proxies and browsers take; a longer query goes into a POST's body. */
  url: 8 * kB,
  /** Bytes of a whole head, which Node refuses with 431: an address that is too long, and cookies of several kilobytes. */
  head: 32 * kB,
  /** Header fields: 431. Browsers and the proxies before us send about 30. */
  headers: 100,
  /** Parameters of an address: 400. The longest forms of the admin ask with some 200; Payload would drop those after 1000. */
  parameters: 1000,
  /** Bytes of a body: 413. A document of 100 pages is a quarter of it. */
  body: 2 * MB,
  /**
   * Bytes of an editor's file, or of a spreadsheet: 413. The media library takes 20 MB and says so itself of what is
   * a little larger; the form around it needs some.
   */
  upload: 25 * MB,
  /** How deep JSON may be nested: 400. Rich text goes some 20 deep; what reads it recurses, and falls at some 5,000. */
  nesting: 100,
  /** How deep `and` and `or` may be nested in a filter, and how many conditions it may have: 400. SQLite takes 1000. */
  filterNesting: 10,
  filterConditions: 200,
} as const

/** For how long a client is waited for, in milliseconds. */
export const clientTimeouts = {
  /** For the head of a request. Whoever sends it a byte at a time holds a socket, and this bounds it. */
  headers: 15 * second,
  /** For a whole request: 20 MB at the speed of a poor mobile connection. */
  request: 120 * second,
  /** Between requests: longer than the 60 s for which proxies keep a connection, so that none asks on one just closed. */
  keepAlive: 65 * second,
  /** How often it is looked for those who are late. */
  look: 5 * second,
} as const

/** What is done at once, how many wait for their turn, and for how many milliseconds each. */
type Lane = { atOnce: number; waiting: number; patience: number }

/** How much is done at once, and how much waits; whoever comes on top is told 503 and when to ask again. */
export const workLimits = {
  /** Open connections of one process. An idle one takes some 20 kB; more than this is a reverse proxy's work. */
  connections: 20_000,
  /** Bytes of bodies that are held at once. */
  bodies: 250 * MB,
  /** Lanes, so that one kind of client cannot take the other's place. Answers from memory are in none. */
  lanes: {
    /** Reads that are not answered from memory. More at once would not be faster: a process has one core. */
    readers: { atOnce: 64, waiting: 512, patience: 2 * second },
    /** Whoever is signed in to the admin: few, and their writes take turns. */
    editors: { atOnce: 64, waiting: 512, patience: 10 * second },
    /** Log-ins: each takes a third of a second of processor. */
    accounts: { atOnce: 8, waiting: 64, patience: 10 * second },
  } as Record<'accounts' | 'editors' | 'readers', Lane>,
  /** For how long a reader waits for an answer, which is made to its end for those who ask again; in milliseconds. */
  answer: 3 * second,
  /** How long it may be made at most. */
  making: 30 * second,
  /**
   * For how long a client waits for a database that does not answer, which is asked twice in this time. Three seconds
   * are the most that anybody is to wait for a 503.
   */
  silence: 2 * second,
}
