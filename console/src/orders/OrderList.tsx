/// The list of orders: the server filters and sorts, the page shows windows of it.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Change } from '@/api/feed'
import { useChanges } from '@/api/live'
import { readOrders } from '@/api/reads'
import type { OrderRow } from '@/api/types'
import { useKeys } from '@/frame/keys'
import { useOverview } from '@/frame/overview'
import { calendarDay, count, figure, integer, money, someOf, words } from '@/kit/format'
import { downloadList } from '@/kit/download'
import { useBulk } from '@/kit/bulk/useBulk'
import { type Column, Grid, useLatest } from '@/kit/Grid'
import { Button, Moment, Pill, Status } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import { useWindows, windowSize } from '@/kit/windows'
import { pageOf } from '@/tower/lists'
import { FilterBar } from './FilterBar'
import { ordersAtOnce } from './bulk'
import { countOf, type Filters, fromSearch, parametersOf, toSearch } from './filters'
import css from './orders.module.css'
import { Peek } from './Peek'
import peeking from './peek.module.css'
import { rememberList } from './records'

const columns: Column<OrderRow>[] = [
  {
    name: 'number',
    title: 'Order',
    width: '122px',
    cell: (row) => (
      <Link to="/o/$number" params={{ number: row.number }} className={css.number} tabIndex={-1}>
        {row.number}
      </Link>
    ),
  },
  { name: 'status', title: 'Status', width: '160px', cell: (row) => <Status status={row.status} title={words(row.status)} /> },
  {
    name: 'customer',
    title: 'Customer',
    width: 'minmax(150px, 1.4fr)',
    cell: (row) => <span title={row.customer.code}>{row.customer.name ?? row.customer.code}</span>,
  },
  {
    name: 'sites',
    title: 'Sites',
    width: 'minmax(152px, 0.3fr)',
    cell: (row) => (
      <span className="faint" title={(row.sites ?? []).join(', ')}>
        {someOf(row.sites ?? [], 2) || '–'}
      </span>
    ),
  },
  {
    name: 'flags',
    title: 'Holds and cases',
    width: 'minmax(180px, 0.6fr)',
    sorts: [{ name: 'cases', direction: 'descending' }],
    cell: (row) => (
      <>
        {row.open_cases ? (
          <span className={css.firm}>
            <Pill tone={row.overdue_cases ? 'bad' : 'warn'} glyph="alert">
              {count(row.open_cases, 'case')}
            </Pill>
          </span>
        ) : null}
        {row.holds && row.holds.length > 0 ? (
          <Pill tone="warn" glyph="stop" title={row.holds.map(words).join(', ')}>
            {someOf(row.holds.map(words), 1)}
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
    width: '142px',
    sorts: [
      { name: 'newest', direction: 'descending' },
      { name: 'oldest', direction: 'ascending' },
    ],
    cell: (row) => <Moment at={row.ordered_at} />,
  },
]

/// What is left of a row when an order is shown beside the list.
const besideColumns = columns.filter((column) => ['number', 'status', 'customer', 'flags', 'value'].includes(column.name))

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
    jumps: true,
    read: (_, signal, ask) => readOrders({ ...parameters, limit: windowSize, ...ask }, signal),
    id: (row) => row.number,
    version: (row) => row.last_position,
  })
  const at = active.key === key ? active.at : 0
  const { refresh } = windows
  const touched = useLatest((change: Change) => {
    const held = new Set(windows.held().map((row) => row.number))
    if (change.gap || change.subjects.some((number) => held.has(number))) refresh()
    const created = change.created.filter((number) => !held.has(number)).length
    if (created > 0) setFresh((before) => ({ key, many: (before.key === key ? before.many : 0) + created }))
  })
  useChanges(1000, touched)

  const show = (next: Filters, replace = false) => void navigate({ to: '/orders', search: toSearch(next), replace })
  const open = (row: OrderRow) => {
    rememberList(
      windows.held().map((one) => one.number),
      toSearch(filters),
    )
    void navigate({ to: '/o/$number', params: { number: row.number } })
  }
  const peek = (number: string | undefined) => show({ ...filters, peek: number }, true)
  const bulk = useBulk({ key, windows, nameOf: numberOf, subject: ordersAtOnce, active: at, parameters, onDone: refresh })
  const download = () => downloadList('/v1/orders', parameters)
  useKeys({ e: download })

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
        <Alerts />
        <span className={css.export}>
          <Button look="quiet" onPress={download} isDisabled={windows.reachable === 0} aria-label="Export as CSV">
            CSV
          </Button>
        </span>
      </div>
      {bulk.bar}
      {windows.fault && windows.reachable === 0 ? (
        <Failure fault={windows.fault} retry={windows.restart} />
      ) : windows.loading ? (
        <Loading rows={14} />
      ) : windows.reachable === 0 ? (
        <Nothing filters={filters} clear={() => show({ ...filters, q: '', chosen: {} })} />
      ) : (
        <div className={peeking.split}>
          <Grid
            label="Orders"
            windows={windows}
            columns={filters.peek ? besideColumns : columns}
            id={numberOf}
            active={at}
            onActive={(next) => {
              setActive({ key, at: next })
              const row = windows.row(next)
              if (filters.peek && row) peek(row.number)
            }}
            onOpen={open}
            onPeek={(row) => peek(filters.peek === row.number ? undefined : row.number)}
            selection={bulk.choice}
            sort={filters.sort}
            onSort={(sort) => show({ ...filters, sort })}
          />
          {filters.peek ? <Peek number={filters.peek} onClose={() => peek(undefined)} /> : null}
        </div>
      )}
      {bulk.dialog}
    </div>
  )
}

/// What is wrong with some orders, each a list; what is wrong with none is not said.
function Alerts() {
  const { data } = useOverview()
  const alerts = (data?.kpis ?? []).filter((kpi) => kpi.unit === 'orders' && kpi.name !== 'orders_open' && /[1-9]/.test(kpi.value))
  return (
    <span className={css.alerts}>
      {alerts.map((kpi) => (
        <Link key={kpi.name} {...(pageOf(kpi.list) ?? { to: '/orders' })}>
          <Pill tone="warn" glyph="alert">
            {figure(kpi.value, kpi.unit)} {kpi.title.toLowerCase().replace(/^orders /, '')}
          </Pill>
        </Link>
      ))}
    </span>
  )
}

const numberOf = (row: OrderRow) => row.number

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
