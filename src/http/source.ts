/** Whatever answers requests: Payload's REST API, its GraphQL, or another service's. */
export type Source = (request: Request) => Response | Promise<Response>
