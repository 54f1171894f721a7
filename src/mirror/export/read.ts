/** Asks the service as an anonymous reader does: the path and query of an address give its answer. */
export type Ask = (address: string) => Promise<Response>

/**
 * @throws Error when the answer is another than 200
 */
export async function read(ask: Ask, address: string): Promise<Response> {
  const response = await ask(address)
  if (response.status === 200) return response
  throw new Error(`${address} was answered with ${response.status}.`)
}
