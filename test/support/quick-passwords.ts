import crypto from 'node:crypto'
import type { Role } from '../../collections/access/roles.ts'

/** The password of the account that a test has of a role. */
export const passwordOf = (role: Role): string => `the ${role}'s password`

const isOfRole = /^the \w+'s password$/

/*
 * Payload hashes a password 600,000 times, when it is set and at each log-in: a third of a second of processor
 * for every account of every service. Those of the roles are hashed once; any other takes what it takes.
 */
const { pbkdf2 } = crypto
crypto.pbkdf2 = (password, salt, iterations, ...rest) =>
  pbkdf2(password, salt, isOfRole.test(String(password)) ? 1 : iterations, ...rest)
