// Names in package-lock.json the packages for other platforms that the registry at hand lacks.
//
// A registry that mirrors a part of npm makes `npm install` leave them out of the lock file without
// a word; `npm ci` then refuses the lock file everywhere, and other platforms miss their binaries.
// Run it after `npm install`; `--check` only looks. Such an entry carries no integrity: that is known
// to a registry that has the package, where `npm install` adds it.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = missingOptional(lock.packages)

if (process.argv.includes('--check')) {
  for (const { name, version } of missing)
    console.error(`not in package-lock.json: ${name}@${version}`)
  process.exit(missing.length > 0 ? 1 : 0)
}

for (const { name, version, dev } of missing) {
  const { cpu, libc, os } = platformOf(name)
  // In npm's own order, so that its next run changes nothing; what is undefined is not written.
  lock.packages[`node_modules/${name}`] = { version, cpu, dev, libc, optional: true, os }
}
const [root, ...rest] = Object.entries(lock.packages)
rest.sort(([a], [b]) => a.localeCompare(b, 'en'))
lock.packages = Object.fromEntries([root, ...rest])
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${missing.length} packages added`)

/** Optional dependencies pinned to one version that no entry stands for. */
function missingOptional(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d+\.\d+\.\d+/.test(version) && !isFound(packages, path, name))
      .map(([name, version]) => ({ name, version, dev })),
  )
}

/** Looks a package up as Node does, in the nearest node_modules first. */
function isFound(packages, path, name) {
  if (packages[`${path ? `${path}/` : ''}node_modules/${name}`]) return true
  if (!path) return false
  return isFound(packages, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name)
}

/** What npm reads from the package itself; here its name is all there is. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-')
  const cpu = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x'].find((c) =>
    words.includes(c),
  )
  const os = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'].find((o) =>
    words.includes(o),
  )
  if (!cpu || !os) throw new Error(`${name} says no platform in its name`)
  const libc = words.at(-1).startsWith('musl') ? 'musl' : 'glibc'
  return { cpu: [cpu], libc: os === 'linux' ? [libc] : undefined, os: [os] }
}
