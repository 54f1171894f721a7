import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** A request; one with a body is a POST. */
export type Ask = { path: string; headers?: Record<string, string>; body?: string }

/** An answer as it came over the wire, compressed or not. */
export type Answer = { status: number; headers: Record<string, string>; body: Buffer }

/** What a server did under load. */
export type Load = {
  /** Answers a second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
  failed: number
  /** Processor time of the load generator by the time that went by: at 1 it could ask no more. */
  busy: number
}

/** As many as keep one process busy; each waits for its answer before it asks again. */
export const connections = 16

export const methodOf = ({ body }: Ask): 'GET' | 'POST' => (body === undefined ? 'GET' : 'POST')

/** Asks once. */
export function answerTo(ask: Ask, url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url + ask.path, { method: methodOf(ask), headers: ask.headers ?? {} })
    asked.once('error', reject)
    asked.once('response', async (response) => {
      const body = await buffer(response).catch(reject)
      const headers = response.headers as Record<string, string>
      if (body) resolve({ status: response.statusCode ?? 0, headers, body })
    })
    asked.end(ask.body)
  })
}
