import ipaddr from 'ipaddr.js'

/** The part of IPv6 that is given out; everything else is reserved, or stands for another address. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address belongs to a host on the public internet, and to nothing else: not to this machine,
 * its network or its cloud's metadata, nor to an address that a gateway translates to one of these.
 *
 * @param address an IPv4 address in four decimal parts, or an IPv6 address
 */
export function isPublicAddress(address: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
    return ipaddr.IPv4.parse(address).range() === 'unicast'
  }
  if (!ipaddr.IPv6.isValid(address)) return false
  const parsed = ipaddr.IPv6.parse(address)
  return parsed.range() === 'unicast' && parsed.match(globalUnicast)
}
