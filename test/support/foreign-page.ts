import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ForeignPage = {
  /** The origin of the pages; another one than the service's. */
  origin: string
  /** Serves this from now on. */
  show(html: string, policy: string): void
  stop(): Promise<void>
}

/** The site of a partner, which serves one page under the policy of its own. */
export async function startForeignPage(style: string): Promise<ForeignPage> {
  let page = ''
  let contentSecurityPolicy = ''
  const server = createServer(({ url }, res) => {
    if (url === '/style.css') return res.setHeader('Content-Type', 'text/css').end(style)
    if (url === '/favicon.ico') return res.writeHead(204).end()
    res.setHeader('Content-Type', 'text/html; charset=utf-8')
    res.setHeader('Content-Security-Policy', contentSecurityPolicy)
    // The page takes nothing from others that does not say that it may be taken.
    res.setHeader('Cross-Origin-Embedder-Policy', 'require-corp')
    return res.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show(html, policy) {
      page = html
      contentSecurityPolicy = policy
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
