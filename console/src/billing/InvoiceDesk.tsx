/// The invoice desk: what is to be billed, what finance booked otherwise, what is not paid.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { Change } from '@/api/feed'
import { useChanges } from '@/api/live'
import { readDocuments } from '@/api/reads'
import type { InvoiceRow } from '@/api/types'
import { useOverview } from '@/frame/Shell'
import { calendarDay, integer, money, words } from '@/kit/format'
import { type Column, Grid } from '@/kit/Grid'
import { Button, Due, Pill, Status } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import { useWindows, windowSize } from '@/kit/windows'
import css from './desk.module.css'

const columns: Column<InvoiceRow>[] = [
  { name: 'code', title: 'Invoice', width: '100px', cell: (row) => <b>{row.code}</b> },
  { name: 'status', title: 'Status', width: '130px', cell: (row) => <Status status={row.status} /> },
  {
    name: 'order',
    title: 'Order',
    width: '110px',
    cell: (row) =>
      row.order ? (
        <Link to="/o/$number" params={{ number: row.order }} tabIndex={-1}>
          {row.order}
        </Link>
      ) : (
        '–'
      ),
  },
  { name: 'customer', title: 'Customer', width: 'minmax(150px, 1fr)', cell: (row) => <span>{row.customer}</span> },
  { name: 'shipment', title: 'Shipment', width: '100px', cell: (row) => <span className="faint">{row.shipment ?? '–'}</span> },
  { name: 'number', title: 'Finance has', width: '110px', cell: (row) => <span>{row.number ?? '–'}</span> },
  { name: 'total', title: 'Total', width: '110px', end: true, cell: (row) => money(row.total) },
  { name: 'credited', title: 'Credited', width: '100px', end: true, cell: (row) => money(row.credited) },
  { name: 'open', title: 'Open', width: '110px', end: true, cell: (row) => <b>{money(row.open)}</b> },
  { name: 'due', title: 'To be paid', width: '112px', cell: (row) => <span>{calendarDay(row.due)}</span> },
  {
    name: 'check',
    title: 'To be posted',
    width: '120px',
    cell: (row) => (['pending', 'matched'].includes(row.status) ? <Due at={row.check_at} /> : <span className="faint">–</span>),
  },
]

const tabs: [status: string, title: string, empty: string][] = [
  ['pending,matched', 'To post', 'All shipments are invoiced and posted.'],
  ['match_failed', 'Mismatched', 'Finance has booked every invoice as we have it.'],
  ['posted', 'Waiting for money', 'Everything that was billed is paid.'],
  ['paid', 'Paid', 'Nothing has been paid yet.'],
]
const billingCases = ['invoice_mismatch', 'invoice_unposted', 'credit_mismatch', 'credit_unposted', 'price_mismatch', 'payment_overdue']

export function InvoiceDesk() {
  const search = useSearch({ from: '/finance' })
  const navigate = useNavigate()
  const { data: overview } = useOverview()
  const tab = tabs.find(([status]) => status === search.status) ?? (tabs[0] as (typeof tabs)[0])
  const key = tab[0]
  const windows = useWindows<InvoiceRow>({
    key,
    read: (cursor, signal) => readDocuments('invoices', { status: key, limit: windowSize, cursor }, signal),
    id: (row) => row.code,
    version: () => 0,
  })
  const { restart } = windows
  const [active, setActive] = useState({ key, at: 0 })
  const [changed, setChanged] = useState(false)
  const touched = useCallback((change: Change) => {
    if (change.gap || change.types.some((type) => type.startsWith('billing.'))) setChanged(true)
  }, [])
  useChanges(2000, touched)
  const groups = (overview?.cases ?? []).filter((group) => billingCases.includes(group.category) && group.open > 0)
  return (
    <div className={css.desk}>
      <div className={css.head}>
        <h1>Invoice desk</h1>
        <nav className={css.tabs} aria-label="Invoices">
          {tabs.map(([status, title]) => (
            <Link key={status} to="/finance" search={{ status }} className={css.tab} data-on={status === key || undefined} aria-current={status === key ? 'page' : undefined}>
              {title}
              {status === key && windows.total !== undefined ? (
                <small>
                  {integer(windows.total)}
                  {windows.more ? '+' : ''}
                </small>
              ) : null}
            </Link>
          ))}
        </nav>
        {changed ? (
          <Button
            look="quiet"
            onPress={() => {
              setChanged(false)
              restart()
            }}
          >
            Changed: show
          </Button>
        ) : null}
        <span className={css.cases}>
          {groups.map((group) => (
            <Link key={group.category} to="/inbox" search={{ category: group.category }}>
              <Pill tone={group.overdue > 0 ? 'bad' : 'warn'} glyph="alert">
                {integer(group.open)} {words(group.category).toLowerCase()}
              </Pill>
            </Link>
          ))}
        </span>
      </div>
      {windows.fault && windows.reachable === 0 ? (
        <Failure fault={windows.fault} retry={restart} />
      ) : windows.loading ? (
        <Loading rows={12} />
      ) : windows.reachable === 0 ? (
        <Empty title={tab[2]} />
      ) : (
        <Grid
          label={`Invoices: ${tab[1]}`}
          windows={windows}
          columns={columns}
          id={(row) => row.code}
          active={active.key === key ? active.at : 0}
          onActive={(at) => setActive({ key, at })}
          onOpen={(row) => row.order && void navigate({ to: '/o/$number', params: { number: row.order } })}
        />
      )}
    </div>
  )
}
