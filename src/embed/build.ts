import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, transform } from 'esbuild'

export type Script = {
  code: string
  /** Names these bytes in an address. */
  hash: string
  /** For the `integrity` attribute of a script element. */
  integrity: string
}

/** Every program starts in the checkout; the compiled one lies elsewhere than its sources. */
const folder = join(process.cwd(), 'src/embed/browser')

/** Compiles the elements to one script, which works as a classic one and as a module. */
export async function buildScript(publicUrl: string): Promise<Script> {
  const css = await readFile(join(folder, 'style.css'), 'utf8')
  const style = await transform(css, { loader: 'css', minify: true })
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'main.ts')],
    bundle: true,
    charset: 'utf8',
    define: { PUBLIC_URL: JSON.stringify(publicUrl), STYLE: JSON.stringify(style.code.trim()) },
    format: 'iife',
    logLevel: 'silent',
    minify: true,
    platform: 'browser',
    target: 'es2020',
    tsconfigRaw: {},
    write: false,
  })
  return described(outputFiles[0]?.text ?? '')
}

export function described(code: string): Script {
  const digest = (algorithm: string) => createHash(algorithm).update(code)
  return {
    code,
    hash: digest('sha256').digest('hex').slice(0, 16),
    integrity: `sha384-${digest('sha384').digest('base64')}`,
  }
}
