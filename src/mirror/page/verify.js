// Verifies a copy with what browsers have; src/mirror/page/page.ts puts it into the page.
const { place, words } = JSON.parse(element('setup').textContent)
const atOnce = 4

async function verify() {
  for (const id of ['status', 'problems', 'facts']) element(id).replaceChildren()
  element('status').dataset.result = ''
  const button = document.querySelector('button')
  button.disabled = true
  try {
    await check(place === 'copy' ? new URL('.', location.href) : addressGiven())
  } catch (error) {
    conclude('bad', error instanceof Told ? error.message : String(error))
  }
  button.disabled = false
}

/** A reason to stop that is told as it is. */
class Told extends Error {}

function addressGiven() {
  const { origin, pathname } = new URL(element('address').value)
  return new URL(origin + pathname.replace(/(verify|index)\.html$|\/?$/, '/').replace(/\/+$/, '/'))
}

async function check(base) {
  if (!globalThis.crypto?.subtle) throw new Told(words.insecure)
  const list = await bytesOf(new URL('manifest.json', base))
  const signature = await bytesOf(new URL('manifest.sig', base))
  if (!list || !signature) throw new Told(words.noList)
  const manifest = read(list)
  const { keys, withdrawn } = await keysFor(base)
  const isWithdrawn = (await find(withdrawn, manifest.key)) !== undefined
  const key = isWithdrawn ? undefined : await find(keys, manifest.key)
  const isSigned = key ? await isSignedWith(key, signature, list) : false
  fact(words.origin, manifest.origin)
  fact(words.asOf, manifest.asOf ?? '?')
  fact(words.key, manifest.key)
  if (place === 'copy') fact('', words.copyKey)

  if (isWithdrawn) problem(words.withdrawnKey)
  else if (!key) problem(words.unknownKey)
  else if (isSigned === undefined) problem(words.noEd25519)
  else if (!isSigned) problem(words.forged)
  const found = await checkFiles(base, manifest.files)
  if (found > 0 || isSigned === false) conclude('bad', words.bad)
  else if (isSigned === undefined) conclude('unsigned', words.unsigned)
  else conclude('good', `${words.good} ${words.signed} (${manifest.files.length})`)
}

function read(list) {
  try {
    const manifest = JSON.parse(new TextDecoder().decode(list))
    if (manifest.files.every(({ path, sha256 }) => isPlain(path) && /^[\da-f]{64}$/.test(sha256))) {
      return manifest
    }
  } catch {
    // Told below.
  }
  throw new Told(words.badList)
}

const isPlain = (path) =>
  !path.includes('\\') && path.split('/').every((part) => !['', '.', '..'].includes(part))

async function keysFor(base) {
  const address =
    place === 'copy'
      ? new URL('public-key.json', base)
      : new URL('/.well-known/handbill-keys.json', location.href)
  const bytes = await bytesOf(address)
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes))
    return { keys: value.keys ?? [value], withdrawn: value.withdrawn ?? [] }
  } catch {
    throw new Told(words.noKeys)
  }
}

/** The key with that fingerprint (RFC 7638), whatever it says that it is called. */
async function find(keys, fingerprint) {
  for (const { crv, kty, x } of keys) {
    const text = JSON.stringify({ crv, kty, x })
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    if (base64url(digest) === fingerprint) return { crv, kty, x }
  }
}

/** Nothing when this browser cannot tell. */
async function isSignedWith(jwk, signature, bytes) {
  try {
    const key = await crypto.subtle.importKey('jwk', jwk, { name: 'Ed25519' }, false, ['verify'])
    return await crypto.subtle.verify({ name: 'Ed25519' }, key, signature, bytes)
  } catch (error) {
    if (error.name === 'NotSupportedError') return undefined
    return false
  }
}

async function checkFiles(base, files) {
  const waiting = [...files]
  let read = 0
  let found = 0
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const address = new URL(file.path.split('/').map(encodeURIComponent).join('/'), base)
      const bytes = await bytesOf(address)
      const digest = bytes && hex(await crypto.subtle.digest('SHA-256', bytes))
      if (digest !== file.sha256) {
        found++
        problem(`${file.path}: ${bytes ? words.differs : words.missing}`)
      }
      read++
      element('status').textContent = `${words.checking} ${read} ${words.of} ${files.length}`
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return found
}

/** Nothing when there is no such file, or it may not be read. */
async function bytesOf(address) {
  try {
    const answer = await fetch(address, { cache: 'no-store', credentials: 'omit' })
    return answer.ok ? await answer.arrayBuffer() : undefined
  } catch {
    return undefined
  }
}

function conclude(result, text) {
  const status = element('status')
  status.textContent = text
  status.dataset.result = result
  status.className = `badge ${{ good: 'verified', bad: 'retracted', unsigned: 'disputed' }[result]}`
}

function problem(text) {
  element('problems').append(Object.assign(document.createElement('li'), { textContent: text }))
}

function fact(name, value) {
  const [dt, dd] = ['dt', 'dd'].map((tag) => document.createElement(tag))
  dt.textContent = name
  dd.textContent = value
  element('facts').append(dt, dd)
}

function element(id) {
  return document.getElementById(id)
}

function hex(buffer) {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function base64url(buffer) {
  const text = btoa(String.fromCharCode(...new Uint8Array(buffer)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

element('ask').addEventListener('submit', (event) => {
  event.preventDefault()
  void verify()
})
// An address may be given behind the sign #, which no server sees.
if (place === 'copy') void verify()
else if (location.hash.length > 1) {
  element('address').value = decodeURIComponent(location.hash.slice(1))
  void verify()
}
