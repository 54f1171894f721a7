/** The same server and the same sign-in, another database. */
export function withDatabase(uri: string, database: string): string {
  // Not the URL class: it refuses the list of hosts that a replica set's address may hold.
  const parts = /^(mongodb(?:\+srv)?:\/\/)([^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/.exec(uri)
  if (!parts) throw new Error('not a MongoDB address')
  const [, scheme, hosts = '', named, query] = parts
  const options = new URLSearchParams(query)
  // Without it the database in the path is also the one that knows the user.
  if (hosts.includes('@') && !options.has('authSource')) {
    options.set('authSource', named || 'admin')
  }
  const tail = options.size > 0 ? `?${options}` : ''
  return `${scheme}${hosts}/${database}${tail}`
}
