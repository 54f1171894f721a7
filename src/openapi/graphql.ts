import type { Answer, DocumentedPaths, Schema } from './operation.ts'

const result: Schema = {
  type: 'object',
  description: 'What a GraphQL request gives: `data`, `errors`, or both.',
  properties: {
    data: { type: ['object', 'null'], description: 'What was asked for.' },
    errors: {
      type: 'array',
      description: 'What could not be answered.',
      items: {
        type: 'object',
        properties: {
          message: { type: 'string', description: 'What is wrong.' },
          locations: {
            type: 'array',
            items: { type: 'object' },
            description: 'Where in the query: lines and columns.',
          },
          path: {
            type: 'array',
            items: { type: ['string', 'integer'] },
            description: 'Where in the answer.',
          },
          extensions: { type: 'object', description: 'More about it.' },
        },
        required: ['message'],
      },
    },
  },
}

const query: Schema = { type: 'string', description: 'The query.' }
const operationName: Schema = { type: 'string', description: 'Which of its operations.' }

/** The place of GraphQL; what can be asked there its own schema says. */
export const graphqlPaths: DocumentedPaths = ({ config, responses, schema }) => {
  const body = schema('GraphqlResult', result)
  const content = Object.fromEntries(
    ['application/json', 'application/graphql-response+json'].map((type) => [
      type,
      { schema: body },
    ]),
  )
  const answer = (description: string): Answer => ({ description, content })
  const answers = {
    200: answer('The result, which may have errors in it.'),
    400: answer('The query is wrong, or asks for too much.'),
    405: answer('Only queries can be asked with GET.'),
    ...responses(),
  }
  return {
    [`${config.routes.api}${config.routes.graphQL}`]: {
      get: {
        operationId: 'graphqlGet',
        summary: 'A GraphQL query in the address, so that caches can keep its answer',
        description: 'By the GraphQL-over-HTTP specification; the schema can be asked for.',
        tags: ['graphql'],
        parameters: [
          { name: 'query', in: 'query', required: true, description: 'The query.', schema: query },
          {
            name: 'variables',
            in: 'query',
            description: 'Its variables, as JSON.',
            schema: { type: 'string', contentMediaType: 'application/json' },
          },
          {
            name: 'operationName',
            in: 'query',
            description: 'Which of its operations.',
            schema: operationName,
          },
        ],
        responses: answers,
      },
      post: {
        operationId: 'graphqlPost',
        summary: 'A GraphQL query',
        description: 'By the GraphQL-over-HTTP specification; the schema can be asked for.',
        tags: ['graphql'],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  query,
                  operationName,
                  variables: { type: 'object', description: 'Its variables.' },
                  locale: { type: 'string', description: 'The language, as in REST.' },
                  fallbackLocale: {
                    type: 'string',
                    description: 'The language of what is not translated.',
                  },
                },
                required: ['query'],
              },
            },
          },
        },
        responses: { ...answers, 415: answer('The body is not JSON.') },
      },
    },
  }
}
