import { APIError } from 'payload'

/** What is wrong with one parameter of a request, and what would be accepted. */
export type Mistake = { parameter: string; message: string; status: 400 | 403 }

export const mistake = (parameter: string, message: string): Mistake => ({
  parameter,
  message: `${parameter}: ${message}`,
  status: 400,
})

export const forbidden = (parameter: string, message: string): Mistake => ({
  ...mistake(parameter, message),
  status: 403,
})

/** Lists what is accepted, in a sentence that stays readable when there is a lot of it. */
export const accepts = (values: Iterable<string>): string => `accepted: ${[...values].join(', ')}`

/** All mistakes as one error in Payload's own form. */
export class BadQuery extends APIError {
  constructor(readonly mistakes: Mistake[]) {
    const status = mistakes.every((m) => m.status === 403) ? 403 : 400
    super(mistakes.map((m) => m.message).join(' '), status, null, true)
  }

  /** The body that Payload gives errors: `errors: [{ message, … }]`, an entry a mistake. */
  toBody() {
    return {
      errors: this.mistakes.map(({ message, parameter }) => ({ message, data: { parameter } })),
    }
  }
}
