import { createHash } from 'node:crypto'

/** A year: browsers come back over TLS alone, once they have come so. */
const strictTransport = 'max-age=31536000'

/** What every answer says to browsers; of TLS only where the service is reached by it. */
export const everyAnswer = (publicUrl: string): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  ...(publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': strictTransport } : {}),
})

/** What pages of people's own say beside a policy: nothing of them goes to others, and no device is theirs. */
export const everyPage = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
}

/** What scripts and styles stand in a page, as a policy allows them: by their digests. */
export function digestsIn(html: string, element: 'script' | 'style'): string[] {
  const parts = html.matchAll(new RegExp(`<${element}\\b([^>]*)>([\\s\\S]*?)</${element}>`, 'g'))
  return [...parts].flatMap(([, attributes = '', text = '']) =>
    /\ssrc=/.test(attributes)
      ? []
      : [`'sha256-${createHash('sha256').update(text).digest('base64')}'`],
  )
}
