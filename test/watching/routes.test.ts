import { expect, test } from 'vitest'
import { createRoutes, pathOf } from '../../src/watching/requests/routes.ts'

const routeOf = createRoutes(
  ['/', '/api', '/api/changes', '/claims', '/docs', '/docs/guide', '/embed.:hash.js', '/admin'],
  [
    '/api/access',
    '/api/claims',
    '/api/claims/slug/:slug',
    '/api/claims/:id',
    '/api/claims/:id/timemap',
  ],
)

test.each([
  ['/', '/'],
  ['/api/claims', '/api/claims'],
  ['/api/claims/123', '/api/claims/:id'],
  ['/api/claims/slug/a-name', '/api/claims/slug/:slug'],
  ['/api/claims/123/timemap', '/api/claims/:id/timemap'],
  ['/api/claims/1/2/3/4', '/api/*'],
  ['/api/access', '/api/access'],
  ['/api/nothing', '/api/:name'],
  ['/api/changes/stream', '/api/changes/:name'],
  ['/claims/a-name', '/claims/:name'],
  ['/claims/a-name/cite', '/claims/*'],
  ['/docs/guide', '/docs/guide'],
  ['/embed.0123456789abcdef.js', '/embed.:hash.js'],
  ['/admin/reset/0123456789abcdef', '/admin/*'],
  ['/wp-login.php', 'other'],
  ['//api/claims', 'other'],
  ['http://elsewhere.example/api/claims', 'other'],
  ['/__proto__', 'other'],
  ['', 'other'],
])('%s is %s', (path, route) => {
  expect(routeOf(path)).toBe(route)
})

test('a query is no part of a path', () => {
  expect(pathOf('/api/claims?where[a]=1?2')).toBe('/api/claims')
  expect(pathOf('/api/claims')).toBe('/api/claims')
})
