/// A grid of windowed rows: only what is seen is in the page. Arrows or j and k move, Enter opens, x selects, Shift+x
/// selects up to here, space shows a preview.
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type ReactNode, useEffect, useId, useRef } from 'react'
import { useKeys } from '@/frame/keys'
import css from './Grid.module.css'
import type { Windows } from './windows'

export interface Column<Row> {
  name: string
  title: string
  /// A CSS grid track: "120px", "minmax(160px, 1fr)".
  width: string
  end?: boolean
  /// Names of the server's orders: what the first click asks for, and the second.
  sorts?: { name: string; direction: 'ascending' | 'descending' }[]
  cell(row: Row): ReactNode
}

/// Which rows are chosen for an act on many.
export interface Selection {
  has(id: string): boolean
  toggle(at: number, id: string): void
  /// From the row that was chosen last to this one.
  reach(at: number): void
}

interface Props<Row> {
  label: string
  windows: Windows<Row>
  columns: Column<Row>[]
  id(row: Row): string
  active: number
  onActive(at: number): void
  onOpen(row: Row): void
  sort?: string
  onSort?(sort: string): void
  /// Rows of a list without column headings may be higher than those of a table.
  rowHeight?: number
  headless?: boolean
  /// Enter belongs to the page when moving already shows the row.
  enterOpens?: boolean
  selection?: Selection
  onPeek?(row: Row): void
}

const denseRow = 32

export function Grid<Row>(props: Props<Row>) {
  const { windows, columns, selection, rowHeight = denseRow, enterOpens = true } = props
  const box = useRef<HTMLDivElement>(null)
  const name = useId()
  const virtual = useVirtualizer({
    count: windows.reachable,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    paddingStart: 0,
  })
  const shown = virtual.getVirtualItems()
  const first = shown[0]?.index ?? 0
  const last = shown[shown.length - 1]?.index ?? 0
  const { need } = windows
  useEffect(() => need(first, last), [need, first, last])

  const move = (to: number) => {
    const at = Math.max(0, Math.min(windows.reachable - 1, to))
    // Enter and space belong to a link or button that has the focus; whoever moves in the list means the list.
    box.current?.focus({ preventScroll: true })
    props.onActive(at)
    virtual.scrollToIndex(at)
  }
  const page = Math.max(1, last - first - 14)
  const withActive = (f: (row: Row) => void) => {
    const row = windows.row(props.active)
    if (row) f(row)
  }
  const open = () => withActive(props.onOpen)
  useKeys({
    j: () => move(props.active + 1),
    k: () => move(props.active - 1),
    arrowdown: () => move(props.active + 1),
    arrowup: () => move(props.active - 1),
    pagedown: () => move(props.active + page),
    pageup: () => move(props.active - page),
    home: () => move(0),
    end: () => move(windows.reachable - 1),
    ...(enterOpens ? { enter: open } : {}),
    ...(props.onPeek ? { space: () => withActive((row) => props.onPeek?.(row)) } : {}),
    ...(selection
      ? {
          x: () => withActive((row) => selection.toggle(props.active, props.id(row))),
          X: () => selection.reach(props.active),
        }
      : {}),
  })
  const press = useLatest((at: number, target: HTMLElement) => {
    const row = windows.row(at)
    const box = target.closest('[data-select]') !== null
    if (box && row) {
      selection?.toggle(at, props.id(row))
      return
    }
    props.onActive(at)
    if (row && !target.closest('a')) props.onOpen(row)
  })

  const tracks = columns.map((column) => column.width).join(' ')
  // Headings and rows are grids of their own: they agree as long as both are at least as wide as all columns need.
  const least = columns.reduce((sum, column) => sum + Number(/(\d+)px/.exec(column.width)?.[1] ?? 0), 0)
  const total = windows.more ? -1 : (windows.total ?? -1)
  return (
    <div
      ref={box}
      className={css.wrap}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total < 0 ? -1 : total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={windows.row(props.active) ? `${name}-${props.active}` : undefined}
      tabIndex={0}
      style={{ ['--columns' as string]: tracks, ['--least' as string]: `${least}px`, ['--row' as string]: `${rowHeight}px` }}
    >
      <div role="rowgroup" className={props.headless ? 'hidden' : css.head}>
        <div role="row" aria-rowindex={1} style={{ display: 'contents' }}>
          {columns.map((column) => (
            <Heading key={column.name} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }}>
        {shown.map((item) => {
          const row = windows.row(item.index)
          const id = row ? props.id(row) : ''
          return (
            <GridRow
              key={item.index}
              row={row}
              columns={columns as Column<unknown>[]}
              name={`${name}-${item.index}`}
              at={item.index}
              start={item.start}
              active={item.index === props.active}
              changed={row !== undefined && Date.now() - windows.changedAt(id) < 1000}
              selected={selection ? row !== undefined && selection.has(id) : undefined}
              label={id}
              press={press}
            />
          )
        })}
      </div>
    </div>
  )
}

interface RowProps {
  row: unknown
  columns: Column<unknown>[]
  name: string
  at: number
  start: number
  active: boolean
  changed: boolean
  /// Nothing: this list has no selection.
  selected: boolean | undefined
  label: string
  press(at: number, target: HTMLElement): void
}

/// Painted again only when something of it has changed: a list that scrolls while a hundred orders change in a second
/// has no time for more.
const GridRow = memo(function GridRow(props: RowProps) {
  const { row, columns, at, selected } = props
  return (
    <div
      id={props.name}
      role="row"
      aria-rowindex={at + 2}
      aria-selected={props.active}
      className={css.row}
      data-active={props.active || undefined}
      data-chosen={selected || undefined}
      data-changed={props.changed || undefined}
      style={{ transform: `translateY(${props.start}px)` }}
      onClick={(event) => props.press(at, event.target as HTMLElement)}
    >
      {columns.map((column, place) => (
        <div key={column.name} role="gridcell" className={`${css.cell} ${column.end ? css.end : ''}`}>
          {place === 0 && selected !== undefined ? (
            <span
              data-select
              role="checkbox"
              aria-checked={selected}
              aria-label={`Select ${props.label}`}
              className={css.box}
              tabIndex={-1}
            >
              {selected ? '✓' : ''}
            </span>
          ) : null}
          {row ? column.cell(row) : <i className={css.bone} />}
        </div>
      ))}
    </div>
  )
})

/// The newest closure behind a function that stays the same.
export function useLatest<Arguments extends unknown[]>(told: (...given: Arguments) => void): (...given: Arguments) => void {
  const box = useRef(told)
  box.current = told
  return useRef((...given: Arguments) => box.current(...given)).current
}

function Heading<Row>(props: { column: Column<Row>; sort?: string; onSort?(sort: string): void }) {
  const { column, sort, onSort } = props
  const sorts = column.sorts ?? []
  const at = sorts.findIndex(({ name }) => name === sort)
  const direction = sorts[at]?.direction
  const next = sorts[(at + 1) % sorts.length]
  return (
    <div role="columnheader" aria-sort={direction} className={`${css.th} ${column.end ? css.end : ''}`}>
      {next && onSort ? (
        <button type="button" tabIndex={-1} onClick={() => onSort(next.name)}>
          {column.title}
          <span aria-hidden="true">{direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : ''}</span>
        </button>
      ) : (
        column.title
      )}
    </div>
  )
}
