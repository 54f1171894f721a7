import type { SanitizedConfig } from 'payload'

const key = Symbol.for('handbill.payload-config')
type Shared = { [key]?: SanitizedConfig }

/** Makes `config` the one that the admin in this process uses. */
export function shareConfig(config: SanitizedConfig): void {
  ;(globalThis as Shared)[key] = config
}

/**
 * What Next's pages import as `@payload-config`: the running server's own config. Next bundles its pages
 * apart from the server, and a config of their own would bring a second set of hooks and adapters.
 * While Next builds, there is none, and no page asks for it.
 */
export default Promise.resolve((globalThis as Shared)[key] as SanitizedConfig)
