/** `2xx` and so on; a 304 is by itself, for it says that the client had the answer. */
export const statusClass = (code: number): string =>
  code === 304 ? '304' : `${Math.floor(code / 100)}xx`
