import type { LookupAddress } from 'node:dns'
import { lookup, Resolver } from 'node:dns/promises'

/** The addresses of a name; throws when it has none. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>

/**
 * Asks the name servers, without the threads that Node asks the system in: there are four of them for
 * files too, and a name server that does not answer would hold them.
 */
export const resolvePublicName: Resolve = async (hostname) => {
  const resolver = new Resolver({ timeout: 3000, tries: 2 })
  const [four, six] = await Promise.allSettled([
    resolver.resolve4(hostname),
    resolver.resolve6(hostname),
  ])
  const addresses = [...addressesOf(four, 4), ...addressesOf(six, 6)]
  if (addresses.length === 0 && four.status === 'rejected') throw four.reason
  return addresses
}

const addressesOf = (asked: PromiseSettledResult<string[]>, family: number): LookupAddress[] =>
  asked.status === 'fulfilled' ? asked.value.map((address) => ({ address, family })) : []

/** Asks as the system does, which knows names of this machine and its network. */
export const resolveLocalName: Resolve = (hostname) => lookup(hostname, { all: true })
