import { memo } from 'react'
import type { Cell } from '#core/document/document.ts'
import type { ReadingWords } from '#web/_words/reading/words.ts'
import type { PreparedBlock } from '../model/prepare.ts'
import { BlockText } from '#web/_components/document/block-text.tsx'
import { type Lights, lightsOn } from './block-view.tsx'

interface TableViewProps {
  readonly text: string
  readonly rows: readonly PreparedBlock[]
  readonly lights: Lights
  readonly showsRevisions: boolean
  readonly words: ReadingWords
}

/** Rows of one table. Merged cells reach down over the rows that continue them. */
export function TableView({ rows, lights, ...rest }: TableViewProps) {
  return (
    <div className="table">
      <table>
        <tbody>
          {rows.map((row, index) => (
            <Row key={row.block.span.start} {...rest} {...lightsOn(row, lights)} row={row} heights={heightsAt(rows, index)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = Omit<TableViewProps, 'rows' | 'lights'> & Lights & { readonly row: PreparedBlock; readonly heights: string }

const Row = memo(function Row({ row, heights, showsRevisions, ...rest }: RowProps) {
  const spans = heights.split(' ').map(Number)
  return (
    <tr>
      {(row.block.cells ?? []).map((cell, index) =>
        cell.continues ? null : (
          <td key={cell.column} colSpan={cell.columnSpan} rowSpan={spans[index] ?? 1}>
            <BlockText {...rest} span={cell.span} marks={row.marks} strong={[]} revisions={showsRevisions ? row.revisions : []} />
          </td>
        ),
      )}
    </tr>
  )
})

/** How many rows each cell of a row reaches over, joined: a string, so that an unchanged row is not drawn again. */
function heightsAt(rows: readonly PreparedBlock[], index: number): string {
  return (rows[index]?.block.cells ?? []).map((cell) => String(heightOf(rows, index, cell))).join(' ')
}

function heightOf(rows: readonly PreparedBlock[], index: number, { column }: Cell): number {
  let height = 1
  while (rows[index + height]?.block.cells?.some((cell) => cell.column === column && cell.continues) === true) height += 1
  return height
}
