import type { Payload } from 'payload'
import type { Outbound } from '../outbound/outbound.ts'
import type { Patience } from './judge.ts'

const second = 1000
const minute = 60 * second
const day = 24 * 60 * minute

/** All in milliseconds, unless they are counts. */
export type Timings = Patience & {
  /** Between two requests to one host. */
  pause: number
  /** The longest that a request may take, its body aside. */
  deadline: number
  /** After which whoever has taken up a host, or an address, counts as dead. */
  hostLease: number
  addressLease: number
  /** How long a check waits for its host's turn before it is put off. */
  patience: number
  /** How often a host's turn, and what is due, are looked for. */
  turnPoll: number
  poll: number
  /** The first pause of a host that does not answer; it doubles up to the second. */
  hostBackoff: number
  longestBackoff: number
  /** How many checks are under way at once. */
  slots: number
}

export const defaultTimings: Timings = {
  interval: 7 * day,
  firstPause: day,
  pause: 2 * second,
  deadline: 15 * second,
  hostLease: 30 * second,
  addressLease: 15 * minute,
  patience: 30 * second,
  turnPoll: 250,
  poll: 30 * second,
  hostBackoff: minute,
  longestBackoff: 6 * 60 * minute,
  slots: 4,
}

/** The time, and waiting for it. */
export type Clock = { now(): number; sleep(milliseconds: number): Promise<unknown> }

/** What links are checked with. */
export type Parts = {
  /** Where this server is reached from outside: hosts are told who asks. */
  publicUrl: string
  outbound: Outbound
  timings: Timings
  clock: Clock
  /** Whether addresses are checked by themselves; without it only when an editor has one checked. */
  isScheduled: boolean
  /** Aborted when the server closes: no request is waited for then. */
  closing: AbortController
}

/** Where the plugin leaves them in a config; Payload keeps `custom` on the server. */
export const partsKey = 'links'

/** @returns undefined when the config checks no links */
export const partsOf = ({ config }: Payload): Parts | undefined =>
  config.custom?.[partsKey] as Parts | undefined
