import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import proxyAddr from 'proxy-addr'

/** Tells who a request comes from: an IPv4 address, or the /64 of an IPv6 address, which is one customer's. */
export function addresses(trustedProxies: readonly string[]): (req: IncomingMessage) => string {
  if (trustedProxies.length === 0) return ({ socket }) => blockOf(socket.remoteAddress ?? '')
  const isTrusted = proxyAddr.compile([...trustedProxies])
  return (req) => {
    // The last one that is no proxy of ours: what stands before it is the client's own claim.
    const claimed = proxyAddr(req, isTrusted)
    return blockOf(isIP(claimed) ? claimed : (req.socket.remoteAddress ?? ''))
  }
}

function blockOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  // IPv4 comes as ::ffff:192.0.2.1 where the server listens on both.
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  const parts = (parsed as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16))
  return `${parts.join(':')}::/64`
}
