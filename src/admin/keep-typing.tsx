'use client'

import { ServerFunctionsContext, useServerFunctions } from '@payloadcms/ui'
import canonicalize from 'canonicalize'
import type { FormField, FormState } from 'payload'
import { type ReactNode, useMemo } from 'react'

type GetFormState = ReturnType<typeof useServerFunctions>['getFormState']

/**
 * Keeps what is typed while the server has not answered the last autosave.
 *
 * Payload's form takes over what a late answer says of every field but the one that was typed in last. Here
 * an answer has only the values that the server itself has changed since it was asked, and a field of a new
 * row is new once.
 */
export function KeepTyping({ children }: { children: ReactNode }) {
  const functions = useServerFunctions()
  const { getFormState } = functions
  const value = useMemo(
    () => ({ ...functions, getFormState: withoutOldValues(getFormState) }),
    [functions, getFormState],
  )
  return <ServerFunctionsContext value={value}>{children}</ServerFunctionsContext>
}

function withoutOldValues(getFormState: GetFormState): GetFormState {
  const arrived = new Set<string>()
  const ask = async (args: Parameters<GetFormState>[0]) => {
    const answer = await getFormState(args)
    // The form drops an answer that it no longer waits for.
    if (args.signal?.aborted || !answer?.state) return answer
    const state = withChanges(answer.state, args.formState ?? {}, arrived)
    return { ...answer, state }
  }
  return ask as GetFormState
}

function withChanges(state: FormState, asked: FormState, arrived: Set<string>): FormState {
  const fields = Object.entries(state).map(([path, field]) => {
    const before = asked[path]
    if (before) return [path, isSame(field.value, before.value) ? withoutValue(field) : field]
    const key = field.addedByServer && keyInRow(state, path)
    if (!key) return [path, field]
    if (arrived.has(key)) return [path, withoutValue(field)]
    arrived.add(key)
    return [path, field]
  })
  return Object.fromEntries(fields)
}

function withoutValue(field: FormField): FormField {
  const { addedByServer: _, initialValue: __, value: ___, ...rest } = field
  return rest as FormField
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonicalize(written(one)) === canonicalize(written(other))
}

/** Forms have an empty text or nothing where the server has null. */
const written = (value: unknown) => (value === '' ? null : (value ?? null))

/** A field by its row's id, since rows move; undefined for one that is in no row. */
function keyInRow(state: FormState, path: string): string | undefined {
  const [, rows, index, field] = /^(.+)\.(\d+)\.([^\d].*)$/.exec(path) ?? []
  const row = rows && state[rows]?.rows?.[Number(index)]
  return row ? `${row.id} ${field}` : undefined
}
