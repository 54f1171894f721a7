import { memo } from './memo.ts'

export type GraphqlMediaType = 'application/json' | 'application/graphql-response+json'

const json: GraphqlMediaType = 'application/json'
const response: GraphqlMediaType = 'application/graphql-response+json'

/** What yoga answers with for each type, had it been the only one. */
const answered = new Map<string, GraphqlMediaType>([
  [json, json],
  [response, response],
  ['application/*', json],
  ['*/*', json],
])
/** Types that yoga would stream, or take for these. */
const others =
  /^(?!multipart\/mixed$|text\/event-stream$|multipart\/\*$|text\/\*$)[\w.+-]+\/[\w.+-]+$/

/**
 * The media type in which GraphQL is answered. Yoga takes the first type it knows and looks at no
 * weight, so this reads only headers whose order and weights agree.
 *
 * @returns nothing for an Accept header that is not plainly one or the other
 */
export const graphqlMediaType = memo((accept: string): GraphqlMediaType | undefined => {
  if (accept === '') return json
  let chosen: GraphqlMediaType | undefined
  let before = 1
  for (const item of accept.toLowerCase().split(',')) {
    const [type = '', ...parameters] = item.split(';').map((part) => part.trim())
    const weight = weightOf(parameters)
    if (weight === undefined || weight === 0 || weight > before) return undefined
    before = weight
    const found = answered.get(type)
    if (!found && !others.test(type)) return undefined
    chosen ??= found
  }
  return chosen
})

/** @returns nothing when there is another parameter than `q` and `charset=utf-8` */
function weightOf(parameters: string[]): number | undefined {
  let weight = 1
  for (const parameter of parameters) {
    if (parameter === 'charset=utf-8') continue
    const [, digits] = /^q=([01](?:\.\d{0,3})?)$/.exec(parameter) ?? []
    if (digits === undefined) return undefined
    weight = Number(digits)
  }
  return weight
}
