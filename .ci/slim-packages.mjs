// Takes out of node_modules what a running server never loads: for the image, see image-tree.sh.
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { stampInstall } from '../src/install.mjs'

/** What only the build of the admin, Payload's own tools, or another libc needs. */
const unused = [
  /^@babel\//,
  /^@esbuild-kit\//,
  /^@libsql\/linux-\w+-musl\//,
  /^@next\/swc-/,
  /^@types\//,
  /^caniuse-lite\//,
  /^drizzle-kit\//,
  /^monaco-editor\//,
  /^next\/dist\/(bundle-analyzer|docs|esm)\//,
  /^next\/dist\/compiled\/next-server\/.*\.dev\.js$/,
  /^prettier\//,
  /^react-datepicker\//,
  /^sass\//,
  /^tsx\//,
  /^typescript\//,
  // Files that tell people and debuggers about the others.
  /\.(map|d\.[cm]?ts|tsbuildinfo|flow)$/,
]

const root = 'node_modules'
let left = 0
for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const file = join(entry.parentPath, entry.name)
  const path = file.slice(root.length + 1)
  if (unused.some((pattern) => pattern.test(path))) rmSync(file)
  else left += statSync(file).size
}
stampInstall(process.cwd())
console.log(`${Math.round(left / 1e6)} MB of packages are left.`)
