/// The list of orders: the server filters and sorts, the page shows windows of it.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { Change } from '@/api/feed'
import { useChanges } from '@/api/live'
import { readOrders } from '@/api/reads'
import type { OrderRow } from '@/api/types'
import { useKeys } from '@/frame/keys'
import { calendarDay, count, integer, money, words } from '@/kit/format'
import { type Column, Grid } from '@/kit/Grid'
import { Button, Moment, Pill, Status } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import { useWindows, windowSize } from '@/kit/windows'
import { FilterBar } from './FilterBar'
import css from './orders.module.css'
import { csvOf, readAll, rowsMax, save } from './csv'
import { countOf, type Filters, fromSearch, toSearch } from './filters'
import { rememberList } from './records'

const columns: Column<OrderRow>[] = [
  {
    name: 'number',
    title: 'Order',
    width: '92px',
    cell: (row) => (
      <Link to="/o/$number" params={{ number: row.number }} className={css.number} tabIndex={-1}>
        {row.number}
      </Link>
    ),
  },
  { name: 'status', title: 'Status', width: '148px', cell: (row) => <Status status={row.status} /> },
  {
    name: 'customer',
    title: 'Customer',
    width: 'minmax(130px, 1fr)',
    cell: (row) => <span title={row.customer.code}>{row.customer.name ?? row.customer.code}</span>,
  },
  {
    name: 'sites',
    title: 'Sites',
    width: '118px',
    cell: (row) => <span className="faint">{(row.sites ?? []).join(', ') || '–'}</span>,
  },
  {
    name: 'flags',
    title: 'Holds and cases',
    width: 'minmax(130px, 0.7fr)',
    sorts: [{ name: 'cases', direction: 'descending' }],
    cell: (row) => (
      <>
        {(row.holds ?? []).slice(0, 1).map((hold) => (
          <Pill key={hold} tone="warn" glyph="stop">
            {words(hold)}
          </Pill>
        ))}
        {row.open_cases ? (
          <Pill tone={row.overdue_cases ? 'bad' : 'warn'} glyph="alert">
            {count(row.open_cases, 'open case')}
          </Pill>
        ) : null}
      </>
    ),
  },
  { name: 'lines', title: 'Lines', width: '60px', end: true, cell: (row) => integer(row.lines) },
  { name: 'units', title: 'Units', width: '70px', end: true, cell: (row) => integer(row.units) },
  { name: 'value', title: 'Value', width: '100px', end: true, sorts: [{ name: 'value', direction: 'descending' }], cell: (row) => money(row.value) },
  { name: 'promised', title: 'Due', width: '106px', sorts: [{ name: 'requested', direction: 'ascending' }], cell: (row) => <span>{calendarDay(row.promised ?? row.requested)}</span> },
  {
    name: 'ordered',
    title: 'Ordered',
    width: '138px',
    sorts: [
      { name: 'newest', direction: 'descending' },
      { name: 'oldest', direction: 'ascending' },
    ],
    cell: (row) => <Moment at={row.ordered_at} />,
  },
]

export function parametersOf(filters: Filters): Record<string, string> {
  return { ...toSearch(filters), sort: filters.sort }
}

export function OrderList() {
  const search = useSearch({ from: '/orders' })
  const navigate = useNavigate()
  const filters = useMemo(() => fromSearch(search), [search])
  const parameters = parametersOf(filters)
  const key = JSON.stringify(parameters)
  const [active, setActive] = useState({ key, at: 0 })
  const [fresh, setFresh] = useState({ key, many: 0 })

  const windows = useWindows<OrderRow>({
    key,
    read: (cursor, signal) => readOrders({ ...parameters, limit: windowSize, cursor }, signal),
    id: (row) => row.number,
    version: (row) => row.last_position,
  })

  const { refresh } = windows
  const touched = (change: Change) => {
    const held = new Set(windows.held().map((row) => row.number))
    if (change.gap || change.subjects.some((number) => held.has(number))) refresh()
    const created = change.created.filter((number) => !held.has(number)).length
    if (created > 0) setFresh((before) => ({ key, many: (before.key === key ? before.many : 0) + created }))
  }
  const latest = useLatest(touched)
  useChanges(1000, latest)

  const show = (next: Filters) => void navigate({ to: '/orders', search: toSearch(next) })
  const open = (row: OrderRow) => {
    rememberList(
      windows.held().map((one) => one.number),
      toSearch(filters),
    )
    void navigate({ to: '/o/$number', params: { number: row.number } })
  }
  const [saving, setSaving] = useState('')
  const exportRows = async () => {
    if (saving !== '') return
    try {
      setSaving('Reading…')
      const rows = await readAll(parameters, (many) => setSaving(`Reading… ${integer(many)}`))
      save('orders.csv', csvOf(rows))
      setSaving('')
    } catch (fault) {
      setSaving(`Not exported: ${fault instanceof Error ? fault.message : String(fault)}`)
      setTimeout(() => setSaving(''), 6000)
    }
  }
  useKeys({ e: () => void exportRows() })

  const many = fresh.key === key ? fresh.many : 0
  return (
    <div className={css.list}>
      <div className={css.listHead}>
        <h1>Orders</h1>
        <p className="faint" aria-live="polite">
          {windows.total === undefined ? '' : `${integer(windows.total)}${windows.more ? '+' : ''}`}
        </p>
        {many > 0 ? (
          <Button
            look="primary"
            onPress={() => {
              setFresh({ key, many: 0 })
              windows.restart()
            }}
          >
            {many} new
          </Button>
        ) : null}
        <FilterBar filters={filters} onChange={show} />
        <span className={css.export}>
          <span className="faint" role="status">
            {saving}
          </span>
          <Button
            look="quiet"
            onPress={() => void exportRows()}
            isDisabled={saving !== '' || windows.reachable === 0}
            aria-label={windows.more ? `Export the first ${integer(rowsMax)} as CSV` : 'Export as CSV'}
          >
            {windows.more ? `CSV, first ${integer(rowsMax)}` : 'CSV'}
          </Button>
        </span>
      </div>
      {windows.fault && windows.reachable === 0 ? (
        <Failure fault={windows.fault} retry={windows.restart} />
      ) : windows.loading ? (
        <Loading rows={14} />
      ) : windows.reachable === 0 ? (
        <Nothing filters={filters} clear={() => show({ ...filters, q: '', chosen: {} })} />
      ) : (
        <Grid
          label="Orders"
          windows={windows}
          columns={columns}
          id={(row) => row.number}
          active={active.key === key ? active.at : 0}
          onActive={(at) => setActive({ key, at })}
          onOpen={open}
          sort={filters.sort}
          onSort={(sort) => show({ ...filters, sort })}
        />
      )}
    </div>
  )
}

function Nothing({ filters, clear }: { filters: Filters; clear(): void }) {
  const many = countOf(filters)
  if (many > 0) {
    return (
      <Empty title={`No order matches. ${count(many, 'filter is', 'filters are')} active.`}>
        <Button onPress={clear}>Clear filters</Button>
      </Empty>
    )
  }
  return (
    <Empty title="No orders yet.">
      <p>A shop sends them over the API, or you bring them in from a file:</p>
      <code>truefill import orders.csv --journal truefill.tf</code>
    </Empty>
  )
}

/// The newest closure behind a callback that stays the same.
function useLatest<Argument>(told: (argument: Argument) => void): (argument: Argument) => void {
  const [box] = useState({ told })
  box.told = told
  return useCallback((argument: Argument) => box.told(argument), [box])
}
