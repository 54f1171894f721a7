import type { Fixed } from '../http/fixed.ts'

/** Nothing but what this server has, and no script or style in the page itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export type Page = {
  title: string
  /** HTML. */
  main: string
  /** Addresses of what the page loads beside the style of all pages. */
  styles?: string[]
  scripts?: string[]
  /** The pages beside this one: their names by their paths. */
  places: Record<string, string>
  path: string
}

/** A page of the documentation. */
export function pageOf({ main, path, places, scripts = [], styles = [], title }: Page): Fixed {
  const links = Object.entries(places).map(
    ([place, name]) =>
      `<a href="${place}"${place === path ? ' aria-current="page"' : ''}>${escapeHtml(name)}</a>`,
  )
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${[...styles, '/docs/docs.css'].map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
${scripts.map((src) => `<script src="${src}" defer></script>`).join('\n')}
</head>
<body>
<header><nav aria-label="Documentation">${links.join(' ')}</nav></header>
<main>${main}</main>
</body>
</html>
`
  return {
    type: 'text/html; charset=utf-8',
    body,
    headers: { 'Content-Security-Policy': policy, 'Referrer-Policy': 'same-origin' },
  }
}

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
