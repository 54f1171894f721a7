import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { picture, uploadForm } from '../support/picture.ts'
import { send, sendBytes } from '../support/raw-http.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
let token: string
beforeAll(async () => {
  service = await startService()
  const account = { email: 'uploader@example.org', password: 'a long password' }
  await service.payload.create({
    collection: 'users',
    data: { ...account, name: 'Uploader', role: 'editor' },
  })
  token = (await service.reader.post('/api/users/login', account)).body.token
})
afterAll(() => service.stop())

test('an uploaded picture is kept, with what its form says, and comes back byte for byte', async () => {
  const editor = await service.as('editor')
  const image = await picture(300)
  const { body, status } = await editor.post(
    '/api/media',
    uploadForm(image, 'grün & blau.png', { alt: 'Noise', credit: 'Nobody' }),
  )
  expect(status).toBe(201)
  expect(body.doc).toMatchObject({
    alt: 'Noise',
    credit: 'Nobody',
    height: 300,
    mimeType: 'image/png',
    width: 300,
  })
  const kept = await send(new URL(body.doc.url, service.url).href)
  expect(kept.body.length).toBe(body.doc.filesize)
  // What was sent is written anew; not one pixel of a PNG is another.
  const pixels = (file: Buffer) => sharp(file).raw().toBuffer()
  expect((await pixels(kept.body)).equals(await pixels(image))).toBe(true)
})

test.each([
  ['what is no picture', Buffer.from('<html><script>1</script>'), 'page.png', 400],
  ['a picture with script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', 400],
  ['too much', randomBytes(21_000_000), 'big.png', 413],
])('%s is refused', async (_, bytes, name, status) => {
  const editor = await service.as('editor')
  const answer = await editor.post('/api/media', uploadForm(bytes, name, { alt: 'x' }))
  expect(answer.status).toBe(status)
  expect(answer.body.errors[0].message).toBeTruthy()
})

test('a form that is none is refused', async () => {
  const editor = await service.as('editor')
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'multipart/x']) {
    const { status } = await editor.post('/api/media', 'nonsense', {
      headers: { 'Content-Type': type },
    })
    expect([type, status]).toEqual([type, 400])
  }
})

test('an upload that is broken off leaves nothing behind, and the next one goes through', async () => {
  const before = await service.reader.get('/api/media/count')
  for (let i = 0; i < 3; i++) await breakOff()

  const editor = await service.as('editor')
  const image = await picture()
  const { status } = await editor.post('/api/media', uploadForm(image, 'whole.png', { alt: 'x' }))
  expect(status).toBe(201)
  const after = await service.reader.get('/api/media/count')
  expect(after.body.totalDocs).toBe(before.body.totalDocs + 1)
})

test('a body that ends before its boundary is refused', async () => {
  const part = 'Content-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nhalf'
  const body = `--x\r\n${part}`
  const answer = await sendBytes(service.url, `${head(body.length)}${body}`)
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
})

const head = (length: number) =>
  [
    'POST /api/media HTTP/1.1',
    `Host: ${new URL(service.url).host}`,
    `Authorization: JWT ${token}`,
    'Content-Type: multipart/form-data; boundary=x',
    `Content-Length: ${length}`,
    'Connection: close',
    '\r\n',
  ].join('\r\n')

/** Sends half of what was announced and hangs up. */
function breakOff(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(service.url).port), 'localhost')
    socket.once('error', reject)
    const part = 'Content-Disposition: form-data; name="file"; filename="half.png"\r\n\r\n'
    socket.write(`${head(1_000_000)}--x\r\n${part}${'x'.repeat(400_000)}`, () => {
      socket.destroy()
      resolve()
    })
  })
}
