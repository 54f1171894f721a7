import type { Source } from './source.ts'

const day = 24 * 60 * 60 * 1000

/** Where somebody who has found a weakness turns to (RFC 9116). It expires half a year from whenever it is read. */
export const securityTxt =
  (contact: string, publicUrl: string): Source =>
  () => {
    const expires = new Date(Math.floor(Date.now() / day + 180) * day).toISOString()
    const text = [
      `Contact: ${contact}`,
      `Expires: ${expires}`,
      `Canonical: ${publicUrl}/.well-known/security.txt`,
      '',
    ].join('\n')
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=3600',
      'Content-Type': 'text/plain; charset=utf-8',
    }
    return new Response(text, { headers })
  }
