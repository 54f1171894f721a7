/** What all forms of a reference to a claim are made of. */
export type Citation = {
  key: string
  /** As it is to be cited: what is retracted or disputed says so. */
  title: string
  /** The campaign. */
  container: string | undefined
  /** Whose server it is. */
  publisher: string
  /** ISO dates. */
  updated: string
  checked: string | undefined
  status: 'retracted' | 'disputed' | undefined
  /** What the claim's checkers say to it. */
  note: string | undefined
  url: string
  locale: string
  /** The reference as text. */
  text: string
}

/** Year, month and day in UTC. */
export const dayOf = (iso: string): [year: number, month: number, day: number] => {
  const date = new Date(iso)
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
}

/** A value in one line, without characters that no text has. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim()

export const twoDigits = (number: number): string => String(number).padStart(2, '0')
