/// A grid of windowed rows: only what is seen is in the page. Arrows or j and k move, Enter opens.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useId, useRef } from 'react'
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
}

const denseRow = 32

export function Grid<Row>(props: Props<Row>) {
  const { windows, columns, rowHeight = denseRow, enterOpens = true } = props
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
    props.onActive(at)
    virtual.scrollToIndex(at)
  }
  const page = Math.max(1, last - first - 14)
  const open = () => {
    const row = windows.row(props.active)
    if (row) props.onOpen(row)
  }
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
  })

  const tracks = columns.map((column) => column.width).join(' ')
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
      style={{ ['--columns' as string]: tracks, ['--row' as string]: `${rowHeight}px` }}
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
          const changed = row ? Date.now() - windows.changedAt(props.id(row)) < 1000 : false
          return (
            <div
              key={item.index}
              id={`${name}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={item.index === props.active}
              className={css.row}
              data-active={item.index === props.active || undefined}
              data-changed={changed || undefined}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={(event) => {
                props.onActive(item.index)
                if (row && !(event.target as HTMLElement).closest('a')) props.onOpen(row)
              }}
            >
              {columns.map((column) => (
                <div key={column.name} role="gridcell" className={`${css.cell} ${column.end ? css.end : ''}`}>
                  {row ? column.cell(row) : <i className={css.bone} />}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
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
