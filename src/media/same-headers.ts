/** A picture is a picture, in a browser too; and the same wherever it is kept. */
export function sameHeaders({ headers }: { headers: Headers }): Headers {
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  headers.delete('ETag')
  return headers
}
