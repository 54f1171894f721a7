// Receives webhooks: WEBHOOK_SECRET=whsec_… PORT=4000 node receiver.mjs
import { createServer } from 'node:http'
import { Webhook } from 'standardwebhooks'

const webhook = new Webhook(process.env.WEBHOOK_SECRET)
const seen = new Set() // Keep it where it survives a restart.

createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  const id = request.headers['webhook-id']
  try {
    const event = webhook.verify(body, request.headers)
    if (!seen.has(id)) await take(event)
    seen.add(id)
    response.writeHead(204).end()
  } catch (error) {
    console.error(error.message)
    response.writeHead(error.name === 'WebhookVerificationError' ? 401 : 500).end()
  }
}).listen(process.env.PORT)

async function take({ type, data }) {
  console.log(type, data.slug ?? '') // Here your site asks for what has changed.
}
