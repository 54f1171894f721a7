import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { everyPage } from '../http/security-headers.ts'

/**
 * Says with a page of the admin what it may do: its scripts bear a nonce, which Next reads from the request
 * and puts into them. Its styles are React's and the editor's, which write them into elements.
 *
 * @param isDevelopment Next then makes code on the way, and hears of changes over a socket
 */
export function setPolicy(req: IncomingMessage, res: ServerResponse, isDevelopment: boolean): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    `connect-src 'self'${isDevelopment ? ' ws: wss:' : ''}`,
    "frame-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  // A client's own would choose the nonce.
  req.headers['content-security-policy'] = policy
  delete req.headers['content-security-policy-report-only']
  res.setHeader('Content-Security-Policy', policy)
  for (const [name, value] of Object.entries(everyPage)) res.setHeader(name, value)
}
