import { expect } from 'vitest'
import type { Client } from './service.ts'

/** Settings under which the rules of review hold, as in a new installation. */
export const strictReview = { HANDBILL_EVIDENCE_REQUIRED: 'true', HANDBILL_OWN_APPROVAL: 'false' }

/** Makes a document and gives its id. */
export async function make(client: Client, path: string, data: object): Promise<string> {
  const { body, status, text } = await client.post(`/api/${path}`, data)
  expect(status, text).toBe(201)
  return body.doc.id
}

/** A published source, as several tests need one. */
export const makeSource = (client: Client, title = 'The report'): Promise<string> =>
  make(client, 'resources', { title, _status: 'published' })

/** Evidence that bears a claim out. */
export const evidence = (source: string) => ({ evidence: [{ source, locator: 'p. 12' }] })

/** Asks for a move in the review. */
export const move = (client: Client, path: string, to: string, more: object = {}) =>
  client.post(`/api/${path}/review`, { to, ...more })

/** The newest version, as editors see it. */
export async function newest(client: Client, path: string) {
  const { body, status, text } = await client.get(`/api/${path}?draft=true&depth=0&trash=true`)
  expect(status, text).toBe(200)
  return body
}

/** The steps of a document's history, the first first. */
export async function stepsOf(client: Client, path: string): Promise<string[]> {
  return (await linesOf(client, path)).map(({ step }) => step)
}

type Line = { step: string; comment: string | null; byName: string | null; version: string | null }

export async function linesOf(client: Client, path: string): Promise<Line[]> {
  const [of, document] = path.split('/')
  const where = `where[of][equals]=${of}&where[document][equals]=${document}`
  const { body } = await client.get(`/api/history?${where}&limit=100&sort=at,id&depth=0`)
  return body.docs
}

/** Messages by field of an answer that names what is wrong. */
export function mistakesIn(body: {
  errors?: { data?: { errors?: { path: string; message: string }[] } }[]
}): Record<string, string> {
  const errors = body.errors?.flatMap((one) => one.data?.errors ?? []) ?? []
  return Object.fromEntries(errors.map(({ path, message }) => [path, message]))
}
