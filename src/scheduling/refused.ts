import { APIError, ValidationError } from 'payload'
import type { Item, Problem } from './what.ts'

/** A document of several could not be published or unpublished, and so none was. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(
    readonly item: Item,
    readonly problems: Problem[],
  ) {
    super(problems.map(({ message }) => message).join(' '))
  }
}

/** Whether the content, or who asks, is at fault; anything else may go well the next time. */
export const isRefusal = (error: unknown): error is APIError =>
  error instanceof APIError && error.status < 500

/** What a refusal says, each mistake by itself. */
export function problemsOf(error: APIError, item: Item): Problem[] {
  if (error instanceof ValidationError) {
    return error.data.errors.map(({ label, message, path }) => ({
      ...item,
      path,
      message: `${typeof label === 'string' && label ? label : path}: ${message}`,
    }))
  }
  return [{ ...item, message: error.message }]
}
