import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createOutbound } from '../../src/outbound/outbound.ts'

const limits = { deadline: 2000, maxBody: 4096 }

/** A server on this machine, which counts the connections that reach it. */
async function listen(answer: RequestListener = (_, res) => void res.end('hello')) {
  const server = createServer(answer)
  let connections = 0
  server.on('connection', () => connections++)
  return { ...(await started(server)), connections: () => connections }
}

async function started(server: Server | ReturnType<typeof createTcpServer>) {
  server.listen(0)
  await once(server, 'listening')
  onTestFinished(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, allowed: createOutbound({ allowedHosts: [`localhost:${port}`] }) }
}

/** An outbound whose names all lead to the addresses given, one list after the other. */
function leadingTo(...lists: string[][]) {
  let asked = 0
  const resolve = async () => {
    const list = lists[Math.min(asked++, lists.length - 1)] ?? []
    return list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  return { outbound: createOutbound({ resolve }), asked: () => asked }
}

const hidden = {
  loopback: ['127.0.0.1', '127.255.255.254', '::1'],
  unspecified: ['0.0.0.0', '0.1.2.3', '::'],
  private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1'],
  'link-local and metadata': ['169.254.169.254', '169.254.0.1', 'fe80::1', 'fd00:ec2::254'],
  'carrier-grade NAT': ['100.64.0.1', '100.127.255.255', '100.100.100.200'],
  mapped: ['::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '::127.0.0.1', '::ffff:0:127.0.0.1'],
  translated: ['64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b:1::7f00:1', '64:ff9b::8.8.8.8'],
  tunnelled: ['2002:7f00:1::1', '2002:a00:1::', '2001:0:7f00:1::'],
  'multicast and broadcast': ['224.0.0.1', '239.255.255.250', '255.255.255.255', 'ff02::1'],
  'documentation and tests': ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
  reserved: ['192.0.0.1', '198.18.0.1', '240.0.0.1', '192.88.99.1', '4000::1', 'fec0::1', '100::1'],
}

describe('an address that is not on the public internet', () => {
  for (const [kind, addresses] of Object.entries(hidden)) {
    test(`is refused as it stands and behind a name: ${kind}`, async () => {
      for (const address of addresses) {
        const literal = address.includes(':') ? `[${address}]` : address
        const { outbound } = leadingTo([address])
        for (const url of [`http://${literal}/`, `https://${literal}:8443/`]) {
          expect.soft(outbound.mistakeIn(url), url).toContain('not on the public internet')
          const sent = outbound.send({ url, method: 'POST', ...limits })
          await expect.soft(sent, url).rejects.toMatchObject({ reason: 'refused' })
        }
        const named = outbound.send({ url: 'http://receiver.test/', method: 'POST', ...limits })
        await expect.soft(named, address).rejects.toMatchObject({ reason: 'refused' })
        const mistake = await outbound.lookForMistake('http://receiver.test/', 1000)
        expect.soft(mistake, address).toContain(`receiver.test (${address})`)
      }
    })
  }

  test('is refused however it is spelled', async () => {
    const { port, connections } = await listen()
    const spellings = [
      ...['2130706433', '0x7f000001', '0177.0.0.1', '0x7f.1', '127.1', '0', '017700000001'],
      ...['[::ffff:7f00:1]', '[0:0:0:0:0:0:0:1]', '127.0.0.1.', '①②⑦.0.0.1', '%31%32%37.0.0.1'],
    ]
    for (const host of spellings) {
      const sent = createOutbound().send({
        url: `http://${host}:${port}/`,
        method: 'GET',
        ...limits,
      })
      await expect.soft(sent, host).rejects.toMatchObject({ reason: 'refused' })
    }
    expect(connections()).toBe(0)
  })

  test('is refused behind a name that also has a public one', async () => {
    const { outbound } = leadingTo(['93.184.216.34', '10.0.0.1'])
    const sent = outbound.send({ url: 'https://receiver.test/', method: 'POST', ...limits })
    await expect(sent).rejects.toMatchObject({ reason: 'refused' })
  })

  test('is not reached by a name that leads elsewhere the second time', async () => {
    const { port, connections } = await listen()
    const { outbound, asked } = leadingTo(['93.184.216.34'], ['127.0.0.1'])
    const url = `http://rebinding.test:${port}/`
    expect(await outbound.lookForMistake(url, 1000)).toBeUndefined()
    const sent = outbound.send({ url, method: 'POST', ...limits })
    await expect(sent).rejects.toMatchObject({ reason: 'refused' })
    expect([asked(), connections()]).toEqual([2, 0])
  })

  test('is not reached by a name that leads elsewhere while the request is made', async () => {
    const { port, connections } = await listen()
    const { outbound, asked } = leadingTo(['93.184.216.34'], ['127.0.0.1'])
    const url = `http://rebinding.test:${port}/`
    // Nobody answers there from here; what matters is that nothing else is asked instead.
    const sent = outbound.send({ url, method: 'POST', deadline: 300, maxBody: 1 })
    await expect(sent).rejects.toMatchObject({ name: 'OutboundError' })
    expect([asked(), connections()]).toEqual([1, 0])
  })

  test('is not reached through a redirect', async () => {
    const inner = await listen()
    const { port, allowed } = await listen((_, res) =>
      res.writeHead(307, { Location: `http://127.0.0.1:${inner.port}/` }).end(),
    )
    const url = `http://localhost:${port}/`
    const { status } = await allowed.send({ url, method: 'POST', ...limits })
    expect([status, inner.connections()]).toEqual([307, 0])
  })
})

test('what is no web address, or holds a password, is refused with what would be accepted', () => {
  const { mistakeIn } = createOutbound()
  for (const url of ['', 'nothing', 'ftp://example.org/', 'file:///etc/passwd', 'javascript:1']) {
    expect(mistakeIn(url), url).toContain('accepted: an address on the public internet')
  }
  expect(mistakeIn('https://me:secret@example.org/')).toContain('without a user name')
  for (const url of [
    'https://example.org/hook',
    'http://93.184.216.34:8080/',
    'https://[2606:4700::1]/',
  ])
    expect(mistakeIn(url), url).toBeUndefined()
})

test('a name that nobody knows yet is no mistake, and cannot be asked', async () => {
  const outbound = createOutbound({ resolve: () => Promise.reject(new Error('ENOTFOUND')) })
  expect(await outbound.lookForMistake('https://soon.test/', 1000)).toBeUndefined()
  const sent = outbound.send({ url: 'https://soon.test/', method: 'POST', ...limits })
  await expect(sent).rejects.toMatchObject({ reason: 'unresolved' })
})

test('a request that is broken off before it begins fails, and leaves nothing behind', async () => {
  const { outbound } = leadingTo(['10.0.0.1'])
  const signal = AbortSignal.abort(new Error('The server is closing.'))
  const sent = outbound.send({ url: 'https://receiver.test/', method: 'POST', ...limits, signal })
  await expect(sent).rejects.toMatchObject({ message: 'The server is closing.' })
  // A rejection that nobody has taken would be an error of this run.
  await new Promise((resolve) => setTimeout(resolve, 10))
})

test('a host that the settings allow is reached, on its port alone', async () => {
  const { port, allowed } = await listen((req, res) => {
    res.end(`${req.method} ${req.headers['accept-encoding']} ${req.headers['content-type']}`)
  })
  const url = `http://localhost:${port}/`
  const headers = { 'Content-Type': 'application/json' }
  const { status, body } = await allowed.send({
    url,
    method: 'POST',
    headers,
    body: '{}',
    ...limits,
  })
  expect([status, body.toString()]).toEqual([200, 'POST identity application/json'])
  for (const other of [`http://localhost:${port + 1}/`, `http://127.0.0.1:${port}/`]) {
    const sent = allowed.send({ url: other, method: 'POST', ...limits })
    await expect(sent, other).rejects.toMatchObject({ name: 'OutboundError' })
  }
})

describe('a receiver', () => {
  const stalled = { deadline: 200, maxBody: 4096 }

  test('that never answers is given up by the deadline', async () => {
    const { port, allowed } = await listen(() => {})
    const sent = allowed.send({ url: `http://localhost:${port}/`, method: 'POST', ...stalled })
    await expect(sent).rejects.toMatchObject({ reason: 'late' })
  })

  test('whose headers drip is given up by the deadline', async () => {
    const dripping = createTcpServer((socket) => {
      socket.on('error', () => {}).write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('X-Drip: drop\r\n'), 20)
      socket.on('close', () => clearInterval(timer))
    })
    const { port, allowed } = await started(dripping)
    const sent = allowed.send({ url: `http://localhost:${port}/`, method: 'POST', ...stalled })
    await expect(sent).rejects.toMatchObject({ reason: 'late' })
  })

  test('whose body drips has answered, and is left by the deadline', async () => {
    const { port, allowed } = await listen((_, res) => {
      const timer = setInterval(() => res.write('.'), 20)
      res.on('close', () => clearInterval(timer))
    })
    const url = `http://localhost:${port}/`
    const { status, body } = await allowed.send({ url, method: 'POST', ...stalled })
    expect(status).toBe(200)
    expect(body.toString()).toMatch(/^\.+$/)
  })

  test('that answers with a gigabyte is hung up on after the first kilobytes', async () => {
    let sent = 0
    const chunk = Buffer.alloc(64 * 1024, 'x')
    let hangUp = () => {}
    const hungUp = new Promise<void>((resolve) => {
      hangUp = resolve
    })
    const { port, allowed } = await listen((_, res) => {
      const fill = () => {
        while (sent < 1e9 && res.write(chunk)) sent += chunk.length
      }
      res.on('drain', fill).on('close', hangUp)
      fill()
    })
    const url = `http://localhost:${port}/`
    const { status, body } = await allowed.send({
      url,
      method: 'GET',
      deadline: 15_000,
      maxBody: 4096,
    })
    await hungUp
    expect([status, body.length]).toEqual([200, 4096])
    expect(sent).toBeLessThan(50e6)
  })

  test('that hangs up is unreachable, and so is one that is not there', async () => {
    const { port, allowed } = await listen((req) => void req.socket.destroy())
    const sent = allowed.send({ url: `http://localhost:${port}/`, method: 'POST', ...limits })
    await expect(sent).rejects.toMatchObject({ reason: 'unreachable' })
  })
})
