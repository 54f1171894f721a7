import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'
import { projectRoot } from './install.mjs'

/** What is compiled in with our own sources; every other package is imported from node_modules. */
const compiledIn = /^(lexical|@lexical\/.+|@payloadcms\/richtext-lexical)$/

/**
 * How esbuild makes one file of a program's TypeScript, ready to import. It takes a fifth of a second;
 * tsx takes seven, because it also goes through the thousands of modules that the program imports.
 *
 * Lexical is compiled in, for its packages load their code with a top-level await each, on which
 * Node 20 now and then hangs: it ends with the program half loaded, without a word.
 *
 * @param entry path of the program in this checkout
 */
export const compileOptions = (entry) => ({
  absWorkingDir: projectRoot,
  entryPoints: [entry],
  bundle: true,
  conditions: ['production'],
  format: 'esm',
  logLevel: 'silent',
  // Compiled below node_modules' parent, so that imports find the packages.
  outdir: join(projectRoot, '.cache', 'compiled'),
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  plugins: [externalPackages],
  target: 'node20',
  tsconfigRaw: {},
  write: false,
})

/** Compiles a program and runs it in this process, so that signals reach it. */
export async function runCompiled(entry) {
  const { outputFiles } = await build(compileOptions(entry))
  // Its process would stay for as long as ours.
  await stop()
  const [{ contents, path }] = outputFiles
  // A name of its own: several programs of one checkout may start at once.
  const file = path.replace(/mjs$/, `${process.pid}.mjs`)
  mkdirSync(join(file, '..'), { recursive: true })
  const remove = () => rmSync(file, { force: true })
  // A program may end while it is being loaded.
  process.once('exit', remove)
  writeFileSync(file, contents)
  try {
    await import(pathToFileURL(file).href)
  } finally {
    remove()
  }
}

const externalPackages = {
  name: 'external-packages',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./#]/ }, async ({ importer, kind, path, pluginData, resolveDir }) => {
      if (pluginData === 'asked' || kind === 'entry-point' || compiledIn.test(path)) return
      if (!importer.includes(`${sep}node_modules${sep}`)) return { path, external: true }
      // A package of a compiled-in package's own comes in with it.
      const found = await resolve(path, { importer, kind, resolveDir, pluginData: 'asked' })
      const isNested = found.path.split(`${sep}node_modules${sep}`).length > 2
      return isNested ? undefined : { path, external: true }
    })
  },
}
