import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

type Request = { method: string; path: string; agent: string; from: number; to: number }

export type Site = {
  host: string
  url(path: string): string
  /** What it was asked, in order, and for how long each request was open. */
  requests: Request[]
  /** How it answers; a path that is not named is 404, robots.txt too. */
  answers: Record<string, Answer>
  /** Requests that were open at once, at most. */
  most: number
}

export type Answer = number | ((req: IncomingMessage, res: ServerResponse) => void)

/** A website on this machine, for as long as the test runs. */
export async function startSite(answers: Record<string, Answer> = {}): Promise<Site> {
  let open = 0
  const server = createServer((req, res) => {
    const path = req.url ?? ''
    const request = {
      ...{ method: req.method ?? '', path, agent: req.headers['user-agent'] ?? '' },
      ...{ from: performance.now(), to: Number.POSITIVE_INFINITY },
    }
    site.requests.push(request)
    open++
    site.most = Math.max(site.most, open)
    res.once('close', () => {
      open--
      request.to = performance.now()
    })
    const answer = site.answers[path] ?? 404
    if (typeof answer === 'number') res.writeHead(answer).end()
    else answer(req, res)
  })
  server.listen(0)
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const host = `localhost:${port}`
  const site: Site = {
    ...{ host, requests: [], answers, most: 0 },
    url: (path) => `http://${host}${path}`,
  }
  return site
}

export const redirect =
  (location: string, status = 301): Answer =>
  (_, res) =>
    void res.writeHead(status, { Location: location }).end()
