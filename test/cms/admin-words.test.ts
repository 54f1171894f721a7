import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const folder = 'src/admin'

/** Attributes that are read, or read out. */
const read = new Set([
  'alt',
  'aria-label',
  'defaultMessage',
  'description',
  'label',
  'placeholder',
  'title',
])

/** Each language calls itself; keys begin with our letters in every language. */
const inEvery = new Set(['English', 'Español', 'hb_'])

const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tsx'))

test.each(files)('what %s says comes from the words, which are in every language', async (name) => {
  const path = join(folder, name)
  const text = await readFile(path, 'utf8')
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  expect(saidIn(source).filter((said) => /\p{L}/u.test(said) && !inEvery.has(said))).toEqual([])
})

function saidIn(node: ts.Node): string[] {
  const said: string[] = []
  if (ts.isJsxText(node)) said.push(...node.text.trim().split(/[…\s]*\n[…\s]*/))
  if (ts.isStringLiteralLike(node) && isSaid(node.parent)) said.push(node.text)
  // A sentence, wherever it stands: identifiers and addresses have no spaces between words.
  else if (ts.isStringLiteralLike(node) && /^\p{Lu}\p{L}*( \p{L}+)+/u.test(node.text))
    said.push(node.text)
  node.forEachChild((child) => void said.push(...saidIn(child)))
  return said
}

/** Whether a literal there is an attribute that is read, or stands between tags. */
function isSaid(parent: ts.Node): boolean {
  if (ts.isJsxAttribute(parent)) return read.has(parent.name.getText())
  if (!ts.isJsxExpression(parent)) return false
  return ts.isJsxAttribute(parent.parent) ? isSaid(parent.parent) : true
}
