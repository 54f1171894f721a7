import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { OutboundError } from './errors.ts'
import { isPublicAddress } from './public-address.ts'
import { type Resolve, resolveLocalName, resolvePublicName } from './resolve.ts'

export type DestinationOptions = {
  /** Hosts that may be reached wherever they are, each with its port (`localhost:4000`) or with any. */
  allowedHosts?: readonly string[]
  /** How the addresses of public names are found. */
  resolve?: Resolve
}

/** Which addresses on the web may be asked. */
export type Destinations = {
  /**
   * The address as a URL, if nothing in it says that it may not be asked. Names are not looked up.
   *
   * @throws OutboundError that says what would be accepted
   */
  parse(address: string): URL
  /**
   * Where the host of a parsed address is.
   *
   * @throws OutboundError when it is nowhere, or where nothing may be asked
   */
  locate(url: URL): Promise<LookupAddress[]>
}

const accepted = 'accepted: an address on the public internet, https://…'

export function destinations({
  allowedHosts = [],
  resolve = resolvePublicName,
}: DestinationOptions): Destinations {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()))
  const isAllowed = ({ hostname, port, protocol }: URL) =>
    allowed.has(hostname) || allowed.has(`${hostname}:${port || defaultPorts[protocol]}`)

  return {
    parse(address) {
      // URL writes an IPv4 address in four decimal parts, however it was spelled.
      const url = URL.canParse(address) ? new URL(address) : undefined
      if (!url || !(url.protocol in defaultPorts)) throw new OutboundError('refused', accepted)
      if (url.username || url.password) {
        throw new OutboundError('refused', 'accepted: an address without a user name and password')
      }
      const literal = literalOf(url)
      if (literal && !isAllowed(url) && !isPublicAddress(literal)) throw refused(url, literal)
      return url
    },
    async locate(url) {
      const literal = literalOf(url)
      if (literal) return [{ address: literal, family: isIP(literal) }]
      const isLocal = isAllowed(url)
      const found = await (isLocal ? resolveLocalName : resolve)(url.hostname).catch((cause) => {
        throw new OutboundError('unresolved', `${url.hostname} has no address.`, { cause })
      })
      if (found.length === 0) {
        throw new OutboundError('unresolved', `${url.hostname} has no address.`)
      }
      // One address that is not public is enough: the others may be there to hide it.
      const hidden = found.find(({ address }) => !isLocal && !isPublicAddress(address))
      if (hidden) throw refused(url, hidden.address)
      return found
    },
  }
}

const defaultPorts: Record<string, string> = { 'http:': '80', 'https:': '443' }

function literalOf({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(bare) ? bare : undefined
}

function refused({ hostname }: URL, address: string): OutboundError {
  const where = address === hostname ? hostname : `${hostname} (${address})`
  return new OutboundError('refused', `${where} is not on the public internet; ${accepted}`)
}
