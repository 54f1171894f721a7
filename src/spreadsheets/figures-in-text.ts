import ObjectID from 'bson-objectid'
import { lexicalOf } from '../importer/markdown-text.ts'
import { pointFigures } from '../rich-text/point-figures.ts'
import { listOf } from './encode.ts'

type Node = Record<string, unknown>

/** A figure as an exported text has it: what is between the brackets is what it says today. */
const figureLink = /\[(?:\\.|[^\]\\])*\]\(<?figure:([\w-]+)(\?date)?>?\)/g

/** Stands for a figure while Markdown is read, which has no such thing. */
const place = /\uE000(\d+)\uE001/

/**
 * A text in Markdown as the editor stores it, its links to `figure:` and an id as the figures that they were
 * exported from.
 */
export function textWithFigures(markdown: string): ReturnType<typeof lexicalOf> {
  const figures: Node[] = []
  const marked = markdown.replace(figureLink, (_, figure, date) => {
    figures.push({ blockType: 'figure', figure, ...(date ? { withDate: true } : {}) })
    return `\uE000${figures.length - 1}\uE001`
  })
  const { state, warnings } = lexicalOf(marked)
  if (state && figures.length > 0) state.root = placed(state.root, figures) as typeof state.root
  return { state, warnings }
}

function placed(node: Node, figures: Node[]): Node {
  if (!Array.isArray(node.children)) return node
  const children = node.children.flatMap((child: Node) =>
    typeof child.text === 'string'
      ? inPieces({ ...child, text: child.text }, figures)
      : [placed(child, figures)],
  )
  return { ...node, children }
}

/** A text as what stands before, between and behind its figures. */
function inPieces(node: Node & { text: string }, figures: Node[]): Node[] {
  return node.text.split(place).flatMap((piece, i): Node[] => {
    if (i % 2 === 0) return piece ? [{ ...node, text: piece }] : []
    const fields = figures[Number(piece)]
    return fields ? [{ type: 'inlineBlock', version: 1, fields }] : []
  })
}

/**
 * A document that is made anew from a row that another was exported to: its figures get ids of their own, and
 * its text shows them.
 *
 * @param given the row of the file, whose figures stand in the same order
 */
export function withOwnFigures(data: Node, given: Node): Node {
  const ids = new Map<unknown, string>()
  const rows = listOf(given.figures)
  const figures = listOf(data.figures).map((figure, i) => {
    const id = new ObjectID().toHexString()
    ids.set(rows[i]?.id, id)
    return { ...figure, id }
  })
  if (figures.length === 0) return data
  return { ...data, figures, body: pointFigures(data.body, (id) => ids.get(id) ?? id) }
}
