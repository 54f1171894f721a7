import type { TextField } from 'payload'

/** The ends of lines and other controls, which a parser of addresses leaves out without a word. */
const control = /[\p{Cc}\p{Zl}\p{Zp}]/u

/**
 * A web address. Only http and https: readers' sites put it into `href`, where `javascript:` would run.
 */
export function url(name: string, rest: Partial<TextField> = {}): TextField {
  return { name, type: 'text', ...rest, validate: isWebAddress } as TextField
}

const isWebAddress = (value: unknown, { required }: { required?: boolean }) => {
  if (!value) return !required || 'Accepted: a web address, https://…'
  const isOne = typeof value === 'string' && URL.canParse(value) && !control.test(value)
  const parsed = isOne ? new URL(value) : undefined
  return (
    parsed?.protocol === 'https:' ||
    parsed?.protocol === 'http:' ||
    'Accepted: a web address, https://…'
  )
}
