import { expect, test } from 'vitest'
import { createLogger } from '../../src/logger.ts'
import { makeKey } from '../../src/partners/key.ts'
import { follow } from '../../src/watching/current-request.ts'

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  let text = ''
  write(
    createLogger(
      { logLevel: 'trace' },
      {
        write(line: string) {
          text += line
        },
      },
    ),
  )
  return text
}

test.each([
  ['a partner’s key', makeKey().key],
  ['a webhook’s secret', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  ['a session', 'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IjEifQ.c2lnbmF0dXJl'],
  ['an e-mail address', 'ana.perez+news@mail.example.org'],
  ['the password of an address', 'hunter2hunter2', 'mongodb://user:hunter2hunter2@db.example/x'],
  ['a token in a query', 'tok3n', '/admin/create-first-user?a=b&setupToken=tok3n'],
  ['a bearer', 'abcdefghijkl', 'authorization: Bearer abcdefghijkl'],
])('%s is in no line', (_, secret, told = `It was ${secret}, they said.`) => {
  const line = logged((logger) => {
    logger.info(told)
    logger.info({ deep: { down: [told] } }, 'a field')
    logger.error({ err: new Error(told) }, 'an error')
    logger.error(new Error('outer', { cause: new Error(told) }))
  })
  expect(line).toContain('a field')
  expect(line).not.toContain(secret)
  for (const one of line.trim().split('\n')) JSON.parse(one)
})

test('of an error there is what it was and where, and nothing that hangs on it', () => {
  const error = Object.assign(new TypeError('It broke.'), {
    code: 'EBROKEN',
    response: { headers: { cookie: 'canary' } },
    params: ['canary'],
  })
  const line = logged((logger) => logger.error({ err: error }))
  expect(JSON.parse(line).err).toMatchObject({
    type: 'TypeError',
    message: 'It broke.',
    code: 'EBROKEN',
    stack: expect.stringContaining('log.test.ts'),
  })
  expect(line).not.toContain('canary')
})

test('what a database was given is not said', () => {
  const error = new Error('Failed query: insert into users values (?, ?)\nparams: canary,canary')
  const line = logged((logger) => logger.error({ err: error }))
  expect(line).toContain('insert into users')
  expect(line).toContain('log.test.ts')
  expect(line).not.toContain('canary')
})

test('what a client did wrong is told to the client alone', () => {
  const error = Object.assign(new Error('Nothing is named canary.'), { status: 400 })
  const line = logged((logger) => logger.error({ err: error }))
  expect(JSON.parse(line).err).toEqual({ type: 'Error', status: 400 })
  expect(line).not.toContain('canary')
})

test('each line of a request says which it is, and nothing that another one said', async () => {
  const text = logged((logger) => {
    const { run, end } = follow({ tags: { requestId: 'abc' } })
    run(() => {
      logger.info({ first: 1 }, 'one')
      logger.child({ second: 2 }).info('two')
      logger.info('three')
    })
    end()
    logger.info('four')
  })
  const [one, two, three, four] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(one).toMatchObject({ requestId: 'abc', first: 1 })
  expect(two).toMatchObject({ requestId: 'abc', second: 2 })
  expect(three).toMatchObject({ requestId: 'abc' })
  expect(three).not.toHaveProperty('first')
  expect(four).not.toHaveProperty('requestId')
})

test('a message that could not be sent is there whole', () => {
  const message = { to: 'ana@example.org', subject: 'A link', text: 'http://h/admin/reset/abc' }
  const line = logged((logger) => logger.warn(message, 'not sent'))
  expect(JSON.parse(line)).toMatchObject(message)
})

test('what a client did wrong is no error of the server', () => {
  const levelOf = (status: number) => {
    const err = Object.assign(new Error('limit: accepted: a whole number'), { status })
    return JSON.parse(logged((logger) => logger.error({ err }))).level
  }
  expect([400, 404, 409, 499].map(levelOf)).toEqual([20, 20, 20, 20])
  expect([500, 502, 503].map(levelOf)).toEqual([50, 50, 50])
})
