import { policyWith } from '../permalinks/render/style.ts'

/** For whom a page is: whoever has its link, or the form that it is shown beside. */
export type Frame = 'nowhere' | 'beside the form'

const frameAncestors = { nowhere: "'none'", 'beside the form': "'self'" } as const

/**
 * A page that nobody keeps, finds, or learns of by a link in it; and one that is shown nowhere else.
 *
 * @param scriptDigest of the one script that may run, which may ask this server alone
 */
export function previewAnswer(
  page: string,
  { status = 200, frame, scriptDigest }: { status?: number; frame: Frame; scriptDigest?: string },
): Response {
  const policy = policyWith({
    'frame-ancestors': frameAncestors[frame],
    ...(scriptDigest ? { 'script-src': `'sha256-${scriptDigest}'`, 'connect-src': "'self'" } : {}),
  })
  return new Response(page, {
    status,
    headers: {
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy,
      'Content-Type': 'text/html; charset=utf-8',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  })
}
