// `npm run check:packaging`: does what the Dockerfile does, without Docker, and runs the outcome as it is run
// there: another user, nothing writable but data and .cache, no npm. Then what there are checkers for is
// checked: hadolint, nginx -t, systemd-analyze and docker compose, each where it is installed. It takes some minutes.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const user = 10001
const port = 4897
const url = `http://127.0.0.1:${port}`
/** What the image may take; debian:bookworm-slim takes 75 MB of it. */
const mostMegabytes = 500
const ofDebian = 75

const failures = []
const work = mkdtempSync(join(tmpdir(), 'handbill-packaging-'))
try {
  chmodSync(work, 0o755)
  const image = build()
  measure(image)
  await run(image)
  lint()
} finally {
  rmSync(work, { recursive: true, force: true })
}
console.log(failures.length === 0 ? 'The packaging is in order.' : failures.join('\n'))
process.exitCode = failures.length === 0 ? 0 : 1

/** The steps of the first stage. */
function build() {
  const context = join(work, 'context')
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean).map(pattern)
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    encoding: 'utf8',
  })
  for (const file of listed.split('\0').filter(Boolean)) {
    if (ignored.some((one) => one.test(file))) continue
    mkdirSync(dirname(join(context, file)), { recursive: true })
    cpSync(file, join(context, file))
  }
  const env = { ...process.env, MONGOMS_DISABLE_POSTINSTALL: '1', NEXT_TELEMETRY_DISABLED: '1' }
  const options = { cwd: context, env, stdio: 'inherit' }
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], options)
  const image = join(work, 'image')
  execFileSync(join(context, '.ci/image-tree.sh'), [image], options)
  rmSync(context, { recursive: true, force: true })
  for (const folder of ['data', '.cache']) chownSync(join(image, folder), user, user)
  return image
}

/** A line of .dockerignore, as far as ours go. */
function pattern(line) {
  const body = line
    .replace(/^\*\*\//, '')
    .replaceAll('.', '\\.')
    .replaceAll('*', '[^/]*')
  return new RegExp(`^${line.startsWith('**/') ? '(.*/)?' : ''}${body}(/|$)`)
}

function measure(image) {
  const node = join(work, 'node')
  const { status } = spawnSync('strip', ['-o', node, process.execPath])
  let bytes = statSync(status === 0 ? node : process.execPath).size
  for (const entry of readdirSync(image, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name)).size
  }
  const megabytes = Math.round(bytes / 1e6) + ofDebian
  console.log(`The image takes about ${megabytes} MB.`)
  if (megabytes > mostMegabytes) failures.push(`The image is to stay below ${mostMegabytes} MB.`)
}

/** What the second stage runs. */
async function run(image) {
  const env = {
    // No npm, as in the image.
    PATH: '/nowhere',
    HOME: image,
    NODE_ENV: 'production',
    PORT: String(port),
    ADMIN_EMAIL: 'admin@example.org',
    ADMIN_PASSWORD: 'a long password',
    TMPDIR: join(image, '.cache'),
  }
  const options = { cwd: image, env, uid: user, gid: user }
  const server = spawn(process.execPath, ['src/start.mjs'], options)
  let output = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (output += text))
  const ended = new Promise((resolve) => server.once('close', resolve))
  try {
    for (let waited = 0; !output.includes('Handbill answers at'); waited++) {
      if (waited > 120 || server.exitCode !== null) throw new Error(`It did not start:\n${output}`)
      await sleep(500)
    }
    await expectAnswer('/api/campaigns', '"no-cloud-for-deportations"')
    await expectAnswer('/admin/login', '/_next/static')
    await expectAnswer('/docs', '<html')
    await expectAnswer('/embed.js', 'customElements')
    await expectAnswer('/api/openapi.json', '"openapi"')
    await expectAnswer('/health/live', '')
    if (output.includes('building')) failures.push('The admin is built at the start.')
    const health = /CMD \["node", "-e", "(.*)"\]/.exec(readFileSync('Dockerfile', 'utf8'))?.[1]
    const asked = spawnSync(process.execPath, ['-e', health ?? 'process.exit(2)'], options)
    if (asked.status !== 0) failures.push('The health check of the Dockerfile fails.')
    const backup = spawnSync(process.execPath, ['src/backup/backup.mjs', 'data/b.tar.gz'], options)
    if (backup.status !== 0) failures.push(`No backup: ${backup.stderr}`)
    const written = spawnSync('touch', [join(image, 'src/x')], { uid: user, gid: user })
    if (written.status === 0) failures.push('The program can be written to.')
  } finally {
    server.kill('SIGTERM')
    const code = await ended
    if (code !== 0) failures.push(`It ended with ${code}:\n${output}`)
  }
}

async function expectAnswer(path, part) {
  const answer = await fetch(url + path)
  const text = await answer.text()
  if (answer.status !== 200 || !text.includes(part)) {
    failures.push(`${path}: ${answer.status} ${text.slice(0, 200)}`)
  }
}

function lint() {
  check('hadolint', ['Dockerfile'])
  const conf = join(work, 'nginx.conf')
  const keys = join(work, 'certificates')
  mkdirSync(keys)
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=localhost',
      '-keyout',
      join(keys, 'privkey.pem'),
      '-out',
      join(keys, 'fullchain.pem'),
    ],
    { stdio: 'ignore' },
  )
  const text = readFileSync('docs/deploy/nginx.conf', 'utf8')
    .replaceAll('/etc/nginx/certificates', keys)
    .replace('server app:3000', 'server 127.0.0.1:3000')
  writeFileSync(conf, `pid ${join(work, 'nginx.pid')};\n${text}`)
  check('nginx', ['-t', '-q', '-c', conf])
  // The unit names a node and a folder that this machine may not have.
  const units = readdirSync('docs/deploy').filter((name) => /\.(service|timer)$/.test(name))
  for (const name of units) {
    const unit = readFileSync(join('docs/deploy', name), 'utf8')
      .replaceAll('/usr/bin/node', process.execPath)
      .replaceAll('/opt/handbill', process.cwd())
    writeFileSync(join(work, name), unit)
  }
  check('systemd-analyze', ['verify', '--man=no', ...units.map((name) => join(work, name))])
  lintCompose()
}

function lintCompose() {
  const file = join(work, 'compose.yaml')
  // Debian 12's docker-compose is older than names of projects.
  writeFileSync(file, readFileSync('compose.yaml', 'utf8').replace(/^name: .*$/m, ''))
  const env = {
    PUBLIC_URL: 'https://content.example.org',
    PAYLOAD_SECRET: 'a secret for the check',
    CERTIFICATES: join(work, 'certificates'),
  }
  const args = ['--project-directory', process.cwd(), '-f', file, 'config', '--quiet']
  const isPlugin = spawnSync('docker', ['compose', 'version']).status === 0
  check(...(isPlugin ? ['docker', ['compose', ...args]] : ['docker-compose', args]), env)
}

function check(program, args, more = {}) {
  const env = { ...process.env, ...more }
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env })
  if (error?.code === 'ENOENT') console.log(`${program}: not installed, not checked`)
  else if (status !== 0) failures.push(`${program}: ${stdout}${stderr}`)
  else console.log(`${program}: in order`)
}
