type Node = Record<string, unknown>

/**
 * Has a text show other figures.
 *
 * @param state of the editor, as Payload stores it
 * @param idOf the id of the figure that is shown instead of one
 */
export function pointFigures(state: unknown, idOf: (id: string) => string): unknown {
  if (Array.isArray(state)) return state.map((one) => pointFigures(one, idOf))
  if (!state || typeof state !== 'object') return state
  const { children, fields, root, type } = state as Node
  if (root) return { ...state, root: pointFigures(root, idOf) }
  if (type !== 'inlineBlock') {
    return children ? { ...state, children: pointFigures(children, idOf) } : state
  }
  const { figure } = Object(fields) as Node
  return typeof figure === 'string'
    ? { ...state, fields: { ...Object(fields), figure: idOf(figure) } }
    : state
}
