/** Whether `If-None-Match` names what would be answered: by weak comparison (RFC 9110, 13.1.2). */
export const hasAlready = (tags: string | null, etag: string): boolean =>
  tags?.trim() === '*' || (tags?.match(/"[^"]*"/g)?.includes(etag) ?? false)
