import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

/**
 * Fills an empty database with ten published claims, each with a campaign and a source.
 *
 * @param env the settings of the server that is going to serve it
 * @param length of the claims' texts: none unless they are long
 * @returns the id of the last claim
 */
export function fill(env: Record<string, string>, ...length: 'long'[]): string {
  const program = resolve('test/bench/content.mjs')
  const output = execFileSync(process.execPath, [program, ...length], {
    env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'silent', ...env },
    encoding: 'utf8',
  })
  const [id] = /^[0-9a-f]{24}$/m.exec(output) ?? []
  if (!id) throw new Error(`The database could not be filled: ${output}`)
  return id
}
