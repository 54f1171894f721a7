/*
 * A spreadsheet takes a cell for a formula that begins with =, +, - or @, also behind a tab or a line end
 * and in the wide letters of East Asia, and could so be made to fetch and to send. An apostrophe in front
 * makes it text. A text that has apostrophes before such a letter by itself gets one more, so that taking
 * one away gives every text back.
 */
const live = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
const quoted = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

export const harmless = (text: string): string => (live.test(text) ? `'${text}` : text)

/** The text that was made harmless; one that never was stays as it is. */
export const unharmed = (cell: string): string => (quoted.test(cell) ? cell.slice(1) : cell)
