import { headersWithCors, type PayloadRequest } from 'payload'
import { BadQuery, type Mistake } from './mistake.ts'

/** The answer to a request with mistakes, each of them named. */
export function refuse(mistakes: Mistake[], req: PayloadRequest): Response {
  const error = new BadQuery(mistakes)
  const headers = headersWithCors({ headers: new Headers(), req })
  return Response.json(error.toBody(), { status: error.status, headers })
}
