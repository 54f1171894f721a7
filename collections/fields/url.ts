import type { TextField, ValidateOptions } from 'payload'
import { messagesFor } from '../words/messages.ts'

/** The ends of lines and other controls, which a parser of addresses leaves out without a word. */
const control = /[\p{Cc}\p{Zl}\p{Zp}]/u

/**
 * A web address. Only http and https: readers' sites put it into `href`, where `javascript:` would run.
 */
export function url(name: string, rest: Partial<TextField> = {}): TextField {
  return { name, type: 'text', ...rest, validate: isWebAddress } as TextField
}

type Asked = Pick<ValidateOptions<unknown, unknown, TextField, string>, 'req' | 'required'>

const isWebAddress = (value: unknown, { req, required }: Asked) => {
  const { webAddress } = messagesFor(req)
  if (!value) return !required || webAddress
  const isOne = typeof value === 'string' && URL.canParse(value) && !control.test(value)
  const parsed = isOne ? new URL(value) : undefined
  return parsed?.protocol === 'https:' || parsed?.protocol === 'http:' || webAddress
}
