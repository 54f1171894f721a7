/*
 * Moments in HTTP are whole seconds. Of several states of a document within one second the last one
 * stands for it.
 */

/**
 * A moment as `Accept-Datetime` says it (RFC 7089, 2.1.1), for which HTTP has one form only.
 *
 * @returns undefined when it is none
 */
export function readMoment(text: string): Date | undefined {
  const given = text.trim()
  const isInForm = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(given)
  const moment = new Date(given)
  // A day that is not in the calendar, or not on that day of the week, is another one to the parser.
  return isInForm && httpDate(moment) === given ? moment : undefined
}

/** What is accepted of a moment, for those who have given another. */
export const acceptedMoment = 'accepted: a date such as Tue, 24 Nov 2026 15:00:00 GMT'

/** @param at a date, also one in ISO form */
export const httpDate = (at: Date | string): string => new Date(at).toUTCString()

/** The last moment that is said in the same way. */
export const endOfSecond = (at: Date): Date =>
  new Date(Math.floor(at.getTime() / 1000) * 1000 + 999)
