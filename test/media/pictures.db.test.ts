import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { picture, uploadForm } from '../support/picture.ts'
import { send } from '../support/raw-http.ts'
import { type Client, startService, type TestService } from '../support/service.ts'

let service: TestService
let editor: Client
beforeAll(async () => {
  service = await startService()
  editor = await service.as('editor')
})
afterAll(() => service.stop())

const upload = (file: Uint8Array, name: string) =>
  editor.post('/api/media', uploadForm(file, name, { alt: 'A picture' }))

const fileAt = async (url: string): Promise<Buffer> =>
  (await send(new URL(url, service.url).href)).body

/** Red on the left, blue on the right. */
const twoSides = (width = 600, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: 'red' } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: 'blue' } },
      left: width / 2,
      top: 0,
    },
  ])

test('where a picture was taken is not in what is served, its orientation is applied, its colours stay', async () => {
  const photo = await twoSides()
    .withExif({
      IFD0: { Make: 'A camera', Artist: 'A source who must not be named' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 24/1 12/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()
  const before = await sharp(photo).metadata()
  expect(before.exif?.length).toBeGreaterThan(50)
  expect(photo.includes('must not be named')).toBe(true)

  const { body, status, text } = await upload(photo, 'photo.jpg')
  expect(status, text).toBe(201)
  // Turned by a quarter: what was wide is high.
  expect(body.doc).toMatchObject({ width: 300, height: 600, mimeType: 'image/jpeg' })
  for (const { url } of [body.doc, body.doc.sizes.small].filter(({ url }) => url)) {
    const served = await fileAt(url)
    const { exif, orientation, xmp, iptc } = await sharp(served).metadata()
    expect({ exif, orientation, xmp, iptc }).toEqual({})
    expect(served.includes('must not be named')).toBe(false)
  }
  expect((await sharp(await fileAt(body.doc.url)).metadata()).icc?.length).toBeGreaterThan(0)
  const { data } = await sharp(await fileAt(body.doc.url))
    .extract({ left: 150, top: 10, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(data[0]).toBeGreaterThan(data[2] as number)
})

test('every kind that is accepted comes back as that kind, an animation with all of its frames', async () => {
  const frames = await sharp(await picture(64), { pages: 1 })
    .resize(64, 64)
    .raw()
    .toBuffer()
  const animation = sharp(Buffer.concat([frames, Buffer.from(frames).reverse()]), {
    raw: { width: 64, height: 128, channels: 3, pageHeight: 64 },
  })
  const files = {
    'a.png': await picture(64),
    'a.webp': await twoSides(64, 64).webp().toBuffer(),
    'a.avif': await twoSides(64, 64).avif().toBuffer(),
    'a.gif': await animation.gif({ loop: 0, delay: [100, 100] }).toBuffer(),
  }
  for (const [name, file] of Object.entries(files)) {
    const { body, status, text } = await upload(file, name)
    expect(status, text).toBe(201)
    expect(body.doc).toMatchObject({
      ...{ width: 64, height: 64, mimeType: `image/${name.slice(2)}` },
    })
    const { format, pages } = await sharp(await fileAt(body.doc.url), { animated: true }).metadata()
    expect([name, format]).toEqual([name, name === 'a.avif' ? 'heif' : name.slice(2)])
    if (name === 'a.gif') expect(pages).toBe(2)
  }
})

test('a picture has its sizes, cut to none, and a focal point', async () => {
  const { body } = await upload(await twoSides(1600, 800).jpeg().toBuffer(), 'wide.jpg')
  const read = (await service.reader.get(`/api/media/${body.doc.id}`)).body
  expect(read.sizes).toMatchObject({
    small: { width: 400, height: 200, mimeType: 'image/jpeg' },
    medium: { width: 1200, height: 600, mimeType: 'image/jpeg' },
  })
  for (const { url, width } of [read.sizes.small, read.sizes.medium]) {
    expect((await sharp(await fileAt(url)).metadata()).width).toBe(width)
  }
  const focal = { focalX: 25, focalY: 75 }
  expect((await editor.patch(`/api/media/${body.doc.id}`, focal)).status).toBe(200)
  const again = (await service.reader.get(`/api/media/${body.doc.id}`)).body
  expect(again).toMatchObject({ ...focal, filename: read.filename, width: 1600 })
  // A small picture is not blown up.
  const small = await upload(await picture(64), 'small.png')
  expect(small.body.doc.sizes?.medium?.url ?? null).toBeNull()
})

const script = '<script>alert(1)</script>'
const svg = `<?xml version="1.0"?>\n<!-- hello -->\n<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`
const halved = async (file: Promise<Buffer>) => (await file).subarray(0, (await file).length / 2)

test.each([
  ['an SVG', Buffer.from(svg), 'a.svg', /SVG is not accepted.*Accepted: JPEG/],
  ['an SVG called PNG', Buffer.from(svg), 'a.png', /SVG is not accepted/],
  ['a page called PNG', Buffer.from(`<html>${script}`), 'a.png', /not a picture/],
  ['nothing', Buffer.from(' '), 'a.png', /not a picture/],
  ['noise', randomBytes(5000), 'a.jpg', /not a picture/],
  ['a head alone', Buffer.from('GIF89a;alert(1)//'), 'a.gif', /damaged|not whole/],
])('%s is refused, and it is said why', async (_, file, name, message) => {
  const { status, body } = await upload(file, name)
  expect(status).toBe(400)
  expect(body.errors[0].message).toMatch(message)
})

test('what is broken off is refused', async () => {
  for (const format of ['png', 'jpeg', 'webp', 'gif'] as const) {
    const file = await halved(
      sharp(await picture(200))
        .toFormat(format)
        .toBuffer(),
    )
    const { status, body } = await upload(file, `half.${format}`)
    expect([format, status]).toEqual([format, 400])
    expect(body.errors[0].message).toMatch(/damaged/)
  }
})

test('a few kilobytes that unpack to gigabytes are refused by their head', async () => {
  const bomb = await sharp({
    create: { width: 16_000, height: 16_000, channels: 3, background: 'white' },
  })
    .png({ compressionLevel: 9 })
    .toBuffer()
  const { status, body } = await upload(bomb, 'bomb.png')
  expect(status).toBe(400)
  expect(body.errors[0].message).toMatch(/too large.*up to 50 million pixels/)
})

test('a picture with a page behind it leaves the page behind, and has the name of what it is', async () => {
  const image = await twoSides(64, 64).jpeg().toBuffer()
  const { body, status } = await upload(Buffer.concat([image, Buffer.from(script)]), 'page.html')
  expect(status).toBe(201)
  expect(body.doc).toMatchObject({ filename: 'page.jpg', mimeType: 'image/jpeg' })
  const served = await send(new URL(body.doc.url, service.url).href)
  expect(served.body.includes(script)).toBe(false)
  expect(Object.fromEntries(served.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
  })
})

test('too many bytes are refused with what is accepted', async () => {
  const { status, body } = await upload(randomBytes(21_000_000), 'big.png')
  expect(status).toBe(413)
  expect(body.errors[0].message).toMatch(/up to 20 MB/)
})

test('an alternative text is needed, and a file is: no address is fetched instead', async () => {
  const silent = await editor.post('/api/media', uploadForm(await picture(), 'a.png', {}))
  expect(silent.status).toBe(400)
  const data = { alt: 'x', filename: 'a.png', url: `${service.url}/favicon.ico` }
  const fetched = await editor.post('/api/media', data)
  expect([fetched.status, fetched.body.errors[0].message]).toEqual([
    400,
    'file: a picture is needed.',
  ])
})

test('who may not write is refused before a picture is looked at', async () => {
  const form = () => uploadForm(Buffer.from(svg), 'a.svg', { alt: 'x' })
  expect((await service.reader.post('/api/media', form())).status).toBe(403)
  expect((await (await service.as('translator')).post('/api/media', form())).status).not.toBe(201)
})

test('the address of a replaced picture leads to the present one, and that of a deleted one says that it is gone', async () => {
  const large = await twoSides(1600, 800).png().toBuffer()
  const { body: first } = await upload(large, 'first-of-two.png')
  const { small } = first.doc.sizes
  const form = uploadForm(await twoSides(1400, 700).png().toBuffer(), 'second.png', { alt: 'x' })
  const { body: second } = await editor.patch(`/api/media/${first.doc.id}`, form)

  const ask = (url: string, method = 'GET') => send(new URL(url, service.url).href, { method })
  const moved = [
    [first.doc.url, second.doc.url],
    [small.url, second.doc.sizes.small.url],
  ] as const
  for (const [before, now] of moved) {
    for (const method of ['GET', 'HEAD']) {
      const answer = await ask(before, method)
      expect(answer.status, before).toBe(308)
      expect(answer.header('location')).toBe(now)
    }
    expect((await ask(now)).status).toBe(200)
  }

  await editor.delete(`/api/media/${first.doc.id}`)
  for (const url of [first.doc.url, small.url, second.doc.url, second.doc.sizes.medium.url]) {
    const gone = await ask(url)
    expect(gone.status, url).toBe(410)
    expect(JSON.parse(gone.body.toString())).toMatchObject({
      errors: [{ message: expect.stringContaining('was withdrawn: deleted at') }],
      tombstone: { collection: 'media', id: first.doc.id, kind: 'deleted' },
    })
    expect((await ask(url, 'HEAD')).status).toBe(410)
  }

  const never = await ask('/api/media/file/never.png')
  expect(never.status).toBe(404)
  for (const name of [
    'second-1x1.png',
    'second',
    'second.jpg',
    '%2e%2e/second.png',
    'Second.png',
  ]) {
    const other = await ask(`/api/media/file/${name}`)
    expect([name, other.status, other.body]).toEqual([name, never.status, never.body])
  }

  const { body: again } = await upload(large, 'second.png')
  expect(again.doc.filename).toBe('second.png')
  expect((await ask(again.doc.url)).status).toBe(200)
})
