import type { Deprecation } from './deprecation.ts'

/**
 * Everything that clients of Handbill must leave sooner or later. From here come the marks in OpenAPI and
 * GraphQL and the headers of answers; `npm run check` asks for a line in CHANGELOG.md beside.
 *
 * An entry stays until a release of the contract is without what it names.
 */
export const deprecations: Deprecation[] = []
