/** What is wrong with one parameter, and what would be accepted. */
export type Mistake = { parameter: string; message: string }

/** A request with mistakes, each of them named. */
export class BadRequest extends Error {
  override name = 'BadRequest'
  readonly mistakes: Mistake[]

  constructor(parameter: string, message: string, others: Mistake[] = []) {
    super(`${parameter}: ${message}`)
    this.mistakes = [{ parameter, message: this.message }, ...others]
  }
}

/** The copy cannot be brought up to date any more; only a new one can. */
export class StartOver extends Error {
  override name = 'StartOver'
}

/** The error's body, in Payload's form. */
export function bodyOf(error: BadRequest | StartOver): object {
  if (error instanceof StartOver) {
    const message = `since: ${error.message} Start over without it, with an empty copy.`
    return { errors: [{ message, data: { parameter: 'since', startOver: true } }] }
  }
  return {
    errors: error.mistakes.map(({ message, parameter }) => ({ message, data: { parameter } })),
  }
}
