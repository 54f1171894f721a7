import { generateKeyPairSync } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { asyncProperty, assert as holds, integer, nat } from 'fast-check'
import { parse } from 'parse5'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportFrom } from '../../src/mirror/export/export-command.ts'
import { type PublicKey, publicKeyOf } from '../../src/mirror/keys/public-key.ts'
import { withdrawKey } from '../../src/mirror/keys/published-keys.ts'
import { type Manifest, manifestBytes, sha256 } from '../../src/mirror/manifest.ts'
import { isIntact, verifyCopy } from '../../src/mirror/verify/verify-copy.ts'
import { makeCampaign } from '../support/campaign.ts'
import { startService, type TestService } from '../support/service.ts'

const origin = 'https://content.example.org'
const { privateKey } = generateKeyPairSync('ed25519')
const publicKey = publicKeyOf(privateKey)

let service: TestService
let made: Awaited<ReturnType<typeof makeCampaign>>
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handbill-copies-'))
  service = await startService({ PUBLIC_URL: origin })
  made = await makeCampaign(await service.as('admin'))
  const other = await made.make('campaigns', {
    title: 'Buses',
    slug: 'buses',
    _status: 'published',
  })
  await made.make('claims', {
    statement: 'Buses are late',
    slug: 'buses-late',
    campaign: other,
    _status: 'published',
  })
  await made.make('claims', {
    statement: 'A draft nobody may see',
    slug: 'a-draft',
    campaign: made.campaign,
  })
})
afterAll(async () => {
  await service?.stop()
  await rm(folder, { recursive: true, force: true })
})

let count = 0
const fresh = () => join(folder, String(++count))

async function exported(campaign?: string, out = fresh(), key = privateKey) {
  const manifest = await exportFrom(service, service.settings, key, out, campaign)
  return { out, manifest, files: await contentsOf(out) }
}

const trusting = (...keys: PublicKey[]) => ({ keys, withdrawn: [] })

/** Every file by its path. */
async function contentsOf(out: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const pairs = paths.map(
    async (path) => [path.slice(out.length + 1), await readFile(path)] as const,
  )
  return new Map((await Promise.all(pairs)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const differences = (before: Map<string, Buffer>, after: Map<string, Buffer>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => !before.get(path)?.equals(after.get(path) ?? Buffer.from('none')))
    .sort()

const sourceOf = ({ files }: Manifest, path: string) => files.find((file) => file.path === path)

describe('what is in a copy', () => {
  let whole: Awaited<ReturnType<typeof exported>>
  beforeAll(async () => {
    whole = await exported()
  })

  test('JSON, feeds, references and pictures are what the service answers, byte by byte', async () => {
    const { files, manifest } = whole
    const plain = manifest.files.filter(({ source, type }) => source && !/^text\/html/.test(type))
    expect(plain.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'campaigns/rents/bundle.json',
        'campaigns/rents/bundle.es.json',
        'claims/rents-rose/index.es.json',
        'claims/rents-rose/cite.bib',
        'feeds/rents.atom',
        'feeds/claims.es.json',
        'media/street.png',
      ]),
    )
    for (const { path, source, type } of plain) {
      const answer = await fetch(service.url + source)
      expect(answer.status, path).toBe(200)
      expect(answer.headers.get('Content-Type')).toBe(type)
      expect(Buffer.from(await answer.arrayBuffer()).equals(files.get(path) as Buffer), path).toBe(
        true,
      )
    }
  })

  test('pages are those of the service, but for their links', async () => {
    const { files, manifest } = whole
    const pages = manifest.files.filter(({ source, type }) => source && /^text\/html/.test(type))
    expect(pages.length).toBeGreaterThan(10)
    for (const { path, source } of pages) {
      const { text } = await service.reader.get(source ?? '')
      const blank = (html: string) => html.replaceAll(/(<a [^>]*?href|<img src)="[^"]*"/g, '$1')
      expect(blank(String(files.get(path))), path).toBe(blank(text))
    }
  })

  test('every link leads to a file of the copy, or to another site', async () => {
    for (const campaign of [undefined, 'rents']) {
      const { files } = campaign ? await exported(campaign) : whole
      let inside = 0
      for (const [path, bytes] of files) {
        if (!path.endsWith('.html')) continue
        for (const link of linksIn(String(bytes))) {
          if (/^https?:/.test(link) || link.startsWith('#')) continue
          inside++
          const [target = ''] = link.split(/[?#]/)
          const file = posix.join(posix.dirname(path), decodeURIComponent(target))
          expect(files.has(file), `${path}: ${link}`).toBe(true)
        }
      }
      expect(inside).toBeGreaterThan(20)
    }
  })

  test('links stay in their language, and keep their fragment', async () => {
    const { files } = whole
    const page = (path: string) => linksIn(String(files.get(path)))
    expect(page('demands/cap-the-rents/index.es.html')).toContain(
      '../../claims/rents-rose/index.es.html',
    )
    expect(page('demands/cap-the-rents/index.html')).toContain('../../claims/rents-rose/index.html')
    expect(page('claims/rents-rose/index.es.html')).toContain('index.html')
    expect(page('claims/rents-rose/index.html')).toContain('#content')
    expect(page('index.html')).toContain(`${origin}/admin`)
  })

  test('one campaign comes with all that it shows, and with nothing of another', async () => {
    const { files, manifest } = await exported('rents')
    const folders = new Set([...files.keys()].map((path) => dirname(path)))
    expect([...folders].sort()).toEqual([
      '.',
      'campaigns/rents',
      'claims/empty-homes',
      'claims/rents-rose',
      'demands/cap-the-rents',
      'feeds',
      'media',
      'resources/rent-report',
    ])
    expect(manifest.campaign).toBe('rents')
    expect(linksIn(String(files.get('index.html')))).toContain('claims/rents-rose/index.html')
    expect([...files].filter(([, bytes]) => bytes.includes('Buses'))).toEqual([])
  })

  test('no draft is in it', async () => {
    const { files } = whole
    expect(files.has('claims/buses-late/index.html')).toBe(true)
    expect([...files].filter(([, bytes]) => /a-draft|nobody may see/.test(String(bytes)))).toEqual(
      [],
    )
  })

  test('the list has every file, in order, in its canonical form, and the time of the last change', async () => {
    const { out, files, manifest } = whole
    const list = files.get('manifest.json') as Buffer
    expect(manifestBytes(JSON.parse(String(list)))).toEqual(list)
    const rest = [...files.keys()].filter((path) => !/^manifest\./.test(path))
    expect(JSON.parse(String(list)).files.map(({ path }: { path: string }) => path)).toEqual(rest)
    for (const path of rest) {
      expect(sourceOf(manifest, path)?.sha256).toBe(sha256(files.get(path) as Buffer))
    }
    const { body } = await service.reader.get('/api/claims?sort=-updatedAt&limit=1')
    expect(Date.parse(manifest.asOf ?? '')).toBeGreaterThanOrEqual(
      Date.parse(body.docs[0].updatedAt) - 1,
    )
    expect(isIntact(await verifyCopy(out, trusting(publicKey)))).toBe(true)
  })
})

describe('again', () => {
  test('the same content gives the same bytes', async () => {
    for (const campaign of [undefined, 'rents']) {
      const first = await exported(campaign)
      const second = await exported(campaign)
      expect(differences(first.files, second.files)).toEqual([])
    }
  })

  test('a change changes what shows it, and what is gone is taken away', async () => {
    const first = await exported()
    await made.change(`resources/${made.source}`, { publisher: 'Another institute' })
    const second = await exported(undefined, first.out)
    const changed = differences(first.files, second.files)
    expect(changed).toContain('resources/rent-report/index.html')
    expect(changed).toContain('campaigns/rents/bundle.json')
    expect(changed).toContain('manifest.sig')
    const untouched = /buses|verify|public-key|media|^index|cite/
    expect(changed.filter((path) => untouched.test(path))).toEqual([])

    await made.change(`resources/${made.source}`, { publisher: 'Institute' })
    const id = await made.make('claims', {
      statement: 'Short',
      slug: 'short',
      _status: 'published',
    })
    const third = await exported(undefined, first.out)
    expect(third.files.has('claims/short/index.es.html')).toBe(true)
    await (await service.as('admin')).delete(`/api/claims/${id}`)
    const fourth = await exported(undefined, first.out)
    expect([...fourth.files.keys()].filter((path) => path.includes('short'))).toEqual([])
    expect(isIntact(await verifyCopy(first.out, trusting(publicKey)))).toBe(true)
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('what a text links to is in the copy if it is there, and else left to the origin', async () => {
    const urls = [
      `${origin}/api/media/file/gone.png`,
      `${origin}/claims/rents-rose?locale=es#cite`,
      `${origin}/claims/rents-rose?utm_source=x`,
      `${origin}/claims/nothing`,
      'https://example.org/claims/rents-rose',
      'https://content.example.org.evil.example/claims/rents-rose',
    ]
    const id = await made.make('claims', {
      statement: 'With links',
      slug: 'with-links',
      body: textWithLinks(urls),
      _status: 'published',
    })
    const { files } = await exported()
    await (await service.as('admin')).delete(`/api/claims/${id}`)
    const links = linksIn(String(files.get('claims/with-links/index.html')))
    expect(links).toEqual(
      expect.arrayContaining([
        `${origin}/api/media/file/gone.png`,
        '../rents-rose/index.es.html#cite',
        `${origin}/claims/rents-rose?utm_source=x`,
        `${origin}/claims/nothing`,
        'https://example.org/claims/rents-rose',
        'https://content.example.org.evil.example/claims/rents-rose',
      ]),
    )
  })

  test('content that changes meanwhile is copied as of one moment', async () => {
    let writes = 0
    const ask: typeof service.ask = async (address) => {
      if (address === '/claims/rents-rose' && writes++ < 1) {
        await made.change(`claims/${made.claim}`, { statement: 'Rents rose by a fifth' })
      }
      return service.ask(address)
    }
    const out = fresh()
    await exportFrom({ ...service, ask }, service.settings, privateKey, out, 'rents')
    expect(writes).toBe(2)
    const files = await contentsOf(out)
    expect([...files].filter(([, bytes]) => bytes.includes('by a tenth'))).toEqual([])
    await made.change(`claims/${made.claim}`, { statement: 'Rents rose by a tenth' })
  })
})

describe('refused, with what was there left as it was', () => {
  test('a folder that holds something else', async () => {
    const out = fresh()
    await mkdir(out)
    await writeFile(join(out, 'thesis.txt'), 'years of work')
    await expect(exported(undefined, out)).rejects.toThrow(/^--out: .* something else/)
    expect([...(await contentsOf(out)).keys()]).toEqual(['thesis.txt'])
    await expect(exported(undefined, join(out, 'thesis.txt'))).rejects.toThrow('not a folder')
  })

  test('a campaign that is none', async () => {
    const { out, files } = await exported('rents')
    for (const campaign of ['nothing', '../x', '', 'A B', 'rents?x=1'])
      await expect(exported(campaign, out)).rejects.toThrow(/^--campaign: no published campaign/)
    expect(differences(files, await contentsOf(out))).toEqual([])
  })

  test('an answer that fails', async () => {
    const { out, files } = await exported('rents')
    const ask: typeof service.ask = async (address) =>
      address.startsWith('/feeds/rents') ? new Response('', { status: 503 }) : service.ask(address)
    await expect(
      exportFrom({ ...service, ask }, service.settings, privateKey, out, 'rents'),
    ).rejects.toThrow('/feeds/rents.atom was answered with 503.')
    expect(differences(files, await contentsOf(out))).toEqual([])
  })
})

describe('verifying', () => {
  let out: string
  let files: Map<string, Buffer>
  beforeAll(async () => {
    const copy = await exported('rents')
    out = copy.out
    files = copy.files
  })

  /** What verifying says after something was done to the copy, which is undone then. */
  async function tampered(path: string, change: (file: string) => Promise<unknown>) {
    const file = join(out, path)
    try {
      await change(file)
      return await verifyCopy(out, trusting(publicKey))
    } finally {
      await rm(file, { force: true })
      const bytes = files.get(path)
      if (bytes) await writeFile(file, bytes)
    }
  }

  test('any byte of any file that is another is found', async () => {
    const paths = [...files.keys()]
    await holds(tampering(paths), { numRuns: 60, endOnFailure: true })
  })

  const tampering = (paths: string[]) =>
    asyncProperty(
      nat(paths.length - 1),
      nat(),
      integer({ min: 1, max: 255 }),
      async (i, at, mask) => {
        const path = paths[i] as string
        const bytes = Buffer.from(files.get(path) as Buffer)
        bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ mask
        const verdict = await tampered(path, (file) => writeFile(file, bytes)).catch(
          (error: Error) => error,
        )
        if (verdict instanceof Error) {
          expect(path).toBe('manifest.json')
          expect(verdict.message).toMatch(/^manifest\.json has been changed/)
        } else {
          expect(isIntact(verdict)).toBe(false)
          if (!path.startsWith('manifest.')) expect(verdict.differing).toEqual([path])
        }
        expect(isIntact(await verifyCopy(out, trusting(publicKey)))).toBe(true)
      },
    )

  test('what is missing, extra, shorter, or a link is named', async () => {
    const page = 'claims/rents-rose/index.html'
    expect(await tampered(page, (file) => rm(file))).toMatchObject({ missing: [page], extra: [] })
    expect(await tampered(page, (file) => writeFile(file, ''))).toMatchObject({ differing: [page] })
    const extra = await tampered('claims/another.html', (file) => writeFile(file, 'x'))
    expect(extra).toMatchObject({ extra: ['claims/another.html'], missing: [], signature: 'valid' })
    expect(isIntact(extra)).toBe(false)
    const elsewhere = join(folder, 'elsewhere.html')
    await writeFile(elsewhere, files.get(page) as Buffer)
    const linked = await tampered(page, async (file) => {
      await rm(file)
      await symlink(elsewhere, file)
    })
    expect(linked).toMatchObject({ differing: [page] })
    expect(await tampered('manifest.sig', (file) => rm(file))).toMatchObject({
      signature: 'invalid',
    })
  })

  test('a list that leads out of the folder is none', async () => {
    const list = JSON.parse(String(files.get('manifest.json')))
    for (const path of [
      '../secret',
      '/etc/passwd',
      'a/../../b',
      'a\\b',
      'C:x',
      '',
      'a//b',
      './a',
    ]) {
      const bytes = JSON.stringify({ ...list, files: [{ ...list.files[0], path }] })
      await expect(tampered('manifest.json', (file) => writeFile(file, bytes))).rejects.toThrow(
        'manifest.json has been changed',
      )
    }
  })

  test('a copy that somebody else has signed is not ours', async () => {
    const { privateKey: other } = generateKeyPairSync('ed25519')
    const forged = await exported('rents', fresh(), other)
    const verdict = (...keys: PublicKey[]) => verifyCopy(forged.out, trusting(...keys))
    expect(await verdict(publicKey)).toMatchObject({ signature: 'unknown key' })
    expect(isIntact(await verdict(publicKeyOf(other)))).toBe(true)
    // Nor does it help to give one's key the name of ours.
    await writeFile(
      join(forged.out, 'manifest.json'),
      manifestBytes({ ...forged.manifest, key: publicKey.kid }),
    )
    expect(await verdict(publicKey)).toMatchObject({ signature: 'invalid' })
  })
})

describe('the published keys', () => {
  test('are those that copies were ever signed with, the newest first', async () => {
    const { privateKey: next } = generateKeyPairSync('ed25519')
    const old = await exported('rents')
    const { out } = await exported('rents', fresh(), next)
    const { body, headers, status } = await service.reader.get('/.well-known/handbill-keys.json')
    expect(status).toBe(200)
    expect(headers.get('Content-Type')).toBe('application/jwk-set+json')
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    const kids = body.keys.map(({ kid }: PublicKey) => kid)
    expect(kids[0]).toBe(publicKeyOf(next).kid)
    expect(kids).toContain(publicKey.kid)
    expect(JSON.stringify(body)).not.toContain('"d"')
    for (const copy of [out, old.out]) {
      expect(isIntact(await verifyCopy(copy, body))).toBe(true)
    }
  })

  test('tell of one that was withdrawn, which signs nothing any more', async () => {
    const { privateKey: stolen } = generateKeyPairSync('ed25519')
    const { kid } = publicKeyOf(stolen)
    const good = await exported('rents')
    const { out } = await exported('rents', fresh(), stolen)
    await expect(withdrawKey(service.payload, 'unknown')).rejects.toThrow('no published key')
    expect(await withdrawKey(service.payload, kid)).toBe(true)
    expect(await withdrawKey(service.payload, kid)).toBe(false)
    await expect(exported('rents', fresh(), stolen)).rejects.toThrow(/was withdrawn on \d{4}-/)

    const { body } = await service.reader.get('/.well-known/handbill-keys.json')
    expect(body.keys.map((key: PublicKey) => key.kid)).not.toContain(kid)
    expect(body.withdrawn).toEqual([
      expect.objectContaining({ kid, withdrawnAt: expect.stringMatching(/^\d{4}-/) }),
    ])
    expect((await verifyCopy(out, body)).signature).toBe('withdrawn key')
    // Also for who keeps the key among those to trust.
    const both = { ...body, keys: [...body.keys, publicKeyOf(stolen)] }
    expect((await verifyCopy(out, both)).signature).toBe('withdrawn key')
    expect(isIntact(await verifyCopy(good.out, body))).toBe(true)
  })

  test('are read only', async () => {
    const answer = await service.reader.post('/.well-known/handbill-keys.json', { keys: [] })
    expect(answer.status).toBe(405)
    expect((await service.reader.get('/.well-known/handbill-keys.json/x')).status).toBe(404)
  })
})

describe('the page', () => {
  test('is in the language asked for, and says what may run', async () => {
    const { headers, status, text } = await service.reader.get('/verify?locale=es')
    expect(status).toBe(200)
    expect(text).toContain('<h1>Verificar una copia</h1>')
    expect(headers.get('Content-Security-Policy')).toMatch(/script-src 'sha256-/)
    expect((await service.reader.get('/verify?x=1')).status).toBe(400)
    expect((await service.reader.get('/verify/x')).status).toBe(404)
  })
})

const textWithLinks = (urls: string[]) => ({
  root: node('root', [
    node(
      'paragraph',
      urls.map((url) => link(url)),
    ),
  ]),
})

const link = (url: string) => ({
  ...node('link', [{ type: 'text', version: 1, text: url, format: 0 }]),
  fields: { linkType: 'custom', newTab: false, url },
})

const node = (type: string, children: object[]) => ({
  type,
  version: 1,
  format: '',
  indent: 0,
  direction: null,
  children,
})

function linksIn(page: string): string[] {
  type Node = { attrs?: { name: string; value: string }[]; nodeName: string; childNodes?: Node[] }
  const walk = ({ attrs = [], childNodes = [], nodeName }: Node): string[] => [
    ...(nodeName === 'a' || nodeName === 'img'
      ? attrs.filter(({ name }) => name === 'href' || name === 'src').map(({ value }) => value)
      : []),
    ...childNodes.flatMap(walk),
  ]
  return walk(parse(page) as unknown as Node)
}
