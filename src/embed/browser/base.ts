/** The public address of the server, which is put in when this is compiled. */
declare const PUBLIC_URL: string

const own = (document.currentScript as HTMLScriptElement | null)?.src

/**
 * Where the API is, without a trailing slash: where this script came from. A module is not told, in words
 * that a classic script could read as well; it asks the address that its server is known by.
 */
export const base = own ? new URL('.', own).href.slice(0, -1) : PUBLIC_URL
