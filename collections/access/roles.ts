import type { PayloadRequest } from 'payload'

/** What an editor may be, from most to least. */
export const roles = ['admin', 'reviewer', 'editor', 'translator'] as const
export type Role = (typeof roles)[number]

type User = PayloadRequest['user'] | null | undefined

/**
 * The role of a signed-in editor; undefined for anybody else.
 *
 * Partners sign in too (with their API key), so "there is a user" never means "this is an editor".
 */
export function roleOf(user: User): Role | undefined {
  return user?.collection === 'users' ? (user as { role?: Role }).role : undefined
}

export const isStaff = (user: User): boolean => roleOf(user) !== undefined
export const isAdmin = (user: User): boolean => roleOf(user) === 'admin'
export const isTranslator = (user: User): boolean => roleOf(user) === 'translator'

/** Writes content of any kind. */
export function canWrite(user: User): boolean {
  const role = roleOf(user)
  return role !== undefined && role !== 'translator'
}

/** Changes what the public sees. */
export function canPublish(user: User): boolean {
  const role = roleOf(user)
  return role === 'admin' || role === 'reviewer'
}
