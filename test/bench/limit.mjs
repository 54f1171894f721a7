// The limit: what Node's own HTTP server gives when there is nothing to do but to send one buffer.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const { status, headers, body } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const buffer = Buffer.from(body, 'base64')

createServer((_, response) => {
  response.writeHead(status, headers)
  response.end(buffer)
}).listen(process.env.PORT)
