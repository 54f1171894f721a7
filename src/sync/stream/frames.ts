import { type Entry, entryJson } from '../entry.ts'
import { bodyOf, type StartOver } from '../refusals.ts'

/*
 * Server-Sent Events (https://html.spec.whatwg.org/multipage/server-sent-events.html). An id without data
 * fires nothing, and is where a client goes on that was cut off.
 */

export const changeFrame = (entry: Entry, token: string, withDocument: boolean): string =>
  `id: ${token}\nevent: change\ndata: ${entryJson(entry, withDocument)}\n\n`

export const resetFrame = (error: StartOver, token: string): string =>
  `id: ${token}\nevent: reset\ndata: ${JSON.stringify(bodyOf(error))}\n\n`

export const openingFrame = (token: string): string => `retry: 2000\nid: ${token}\n\n`

/** @param token where the client has come to, if it does not know yet */
export const beatFrame = (token: string | undefined): string =>
  token === undefined ? ':\n\n' : `:\nid: ${token}\n\n`

/** Not all clients are to come back at the same moment. */
export const closingFrame = (): string => `retry: ${1000 + Math.round(Math.random() * 4000)}\n\n`
