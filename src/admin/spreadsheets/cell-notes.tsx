import type { RowMistake } from '../../spreadsheets/read-file.ts'
import { spreadsheetWords } from '../words/spreadsheets.ts'
import { useWords } from '../words/use-words.ts'

/** What there is to say of cells, by their rows and columns. */
export function CellNotes({ notes, title }: { notes: RowMistake[]; title: string }) {
  const words = useWords(spreadsheetWords)
  if (notes.length === 0) return null
  return (
    <table className="list-files__notes">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.row}</th>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.problem}</th>
        </tr>
      </thead>
      <tbody>
        {notes.map(({ column, message, row }) => (
          <tr key={`${row} ${column} ${message}`}>
            <td>{row}</td>
            <td>{column}</td>
            <td>{message}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
