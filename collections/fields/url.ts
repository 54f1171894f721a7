import type { TextField } from 'payload'

/**
 * A web address. Only http and https: readers' sites put it into `href`, where `javascript:` would run.
 */
export function url(name: string, rest: Partial<TextField> = {}): TextField {
  return { name, type: 'text', ...rest, validate: isWebAddress } as TextField
}

const isWebAddress = (value: unknown, { required }: { required?: boolean }) => {
  if (!value) return !required || 'Accepted: a web address, https://…'
  const parsed = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
  return (
    parsed?.protocol === 'https:' ||
    parsed?.protocol === 'http:' ||
    'Accepted: a web address, https://…'
  )
}
