import type { DocumentedPaths, Operation, Parameter, Schema } from '../openapi/operation.ts'
import { longestName } from './endpoints/acknowledge.ts'

const text = (description: string): Schema => ({ type: 'string', description })

const asked: Schema = {
  type: 'object',
  description: 'What acknowledges an event.',
  properties: {
    token: text('The `token` of the event: all that is needed, and good for nothing else.'),
    by: { ...text('Who has seen it.'), maxLength: longestName },
  },
  required: ['token'],
}

const noted: Schema = {
  type: 'object',
  description: 'What is noted of an acknowledgement.',
  properties: {
    acknowledgedAt: { ...text('When it was given first.'), format: 'date-time' },
    acknowledgedBy: { type: ['string', 'null'], description: 'By whom, if that was said.' },
  },
  required: ['acknowledgedAt', 'acknowledgedBy'],
}

const happened: Schema = {
  type: 'object',
  description: 'What happened, and where it is read. Of a ping it is empty.',
  properties: {
    sequence: { type: 'integer', description: 'Its place in the change log.' },
    collection: text('What kind of document it is.'),
    id: text('The id of the document.'),
    slug: { type: ['string', 'null'], description: 'Its name in addresses, or its last one.' },
    kind: {
      ...text('What has become of it.'),
      enum: ['published', 'updated', 'retracted', 'unpublished', 'deleted'],
    },
    isCorrection: {
      type: 'boolean',
      description: 'Whether something else is claimed now: another figure, or that it is disputed.',
    },
    locales: {
      type: 'array',
      items: text('A language tag.'),
      description: 'The languages whose readers see something else.',
    },
    at: { ...text('When that was.'), format: 'date-time' },
    digest: { type: ['string', 'null'], description: 'As in the changes; null when it is gone.' },
    url: text('Where the document is read.'),
    acknowledge: {
      type: 'object',
      description: 'There when an acknowledgement is asked for.',
      properties: { url: text('Where to send it.'), token: text('What to send.') },
      required: ['url', 'token'],
    },
  },
}

const event: Schema = {
  type: 'object',
  description: 'What a webhook is told.',
  properties: {
    type: text('The collection and what became of the document, as `claims.updated`; or `ping`.'),
    timestamp: { ...text('When it happened.'), format: 'date-time' },
    data: happened,
  },
  required: ['type', 'timestamp', 'data'],
}

const header = (name: string, description: string): Parameter => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})

const sent = (body: Schema): Operation => ({
  operationId: 'webhookEvent',
  summary: 'What we send to your address when something changes',
  description: 'Signed by the Standard Webhooks specification; see the guide.',
  tags: ['webhooks'],
  parameters: [
    header('webhook-id', 'The same in every attempt.'),
    header('webhook-timestamp', 'Of the attempt, in seconds since 1970.'),
    header('webhook-signature', 'One for each secret that is valid, with spaces between.'),
  ],
  requestBody: { required: true, content: { 'application/json': { schema: body } } },
  responses: {
    200: { description: 'You have it; any status from 200 to 299 says so.' },
    410: { description: 'You want no more: the webhook is switched off.' },
    default: { description: 'It is sent again, after a pause.' },
  },
})

/** What webhooks are told, and how that is acknowledged, in the OpenAPI document. */
export const webhookPaths: DocumentedPaths = ({ config, ok, responses, schema, webhook }) => {
  webhook('event', { post: sent(schema('WebhookEvent', event)) })
  return {
    [`${config.routes.api}/webhooks/acknowledge`]: {
      post: {
        operationId: 'acknowledge',
        summary: 'Says that a retraction or a correction has been seen',
        description:
          'With the token that came with the event; editors see who has and who has not.',
        tags: ['webhooks'],
        requestBody: { required: true, content: { 'application/json': { schema: asked } } },
        responses: {
          200: ok('What is noted; what was noted first stays.', schema('Acknowledged', noted)),
          ...responses(400),
        },
      },
    },
  }
}
