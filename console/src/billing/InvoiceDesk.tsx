/// The invoice desk: what left and is not billed, what finance booked otherwise, what is not paid.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { Change } from '@/api/feed'
import { useChanges } from '@/api/live'
import { readDocuments } from '@/api/reads'
import type { InvoiceRow } from '@/api/types'
import { useOverview } from '@/frame/Shell'
import { calendarDay, count, integer, money, words } from '@/kit/format'
import { type Column, Grid } from '@/kit/Grid'
import { Button, Due, Pill, Status } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import { useWindows, windowSize } from '@/kit/windows'
import { InvoicePanel } from './InvoicePanel'
import { LagView } from './LagView'
import css from './desk.module.css'

const columns: Column<InvoiceRow>[] = [
  { name: 'code', title: 'Invoice', width: '90px', cell: (row) => <b>{row.code}</b> },
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
  { name: 'customer', title: 'Customer', width: 'minmax(100px, 1fr)', cell: (row) => <span>{row.customer}</span> },
  { name: 'total', title: 'Total', width: '110px', end: true, cell: (row) => money(row.total) },
  { name: 'open', title: 'Open', width: '110px', end: true, cell: (row) => <b>{money(row.open)}</b> },
  { name: 'due', title: 'To be paid', width: '112px', cell: (row) => <span>{calendarDay(row.due)}</span> },
  {
    name: 'check',
    title: 'To be posted',
    width: '120px',
    cell: (row) => (['pending', 'matched'].includes(row.status) ? <Due at={row.check_at} /> : <span className="faint">–</span>),
  },
  { name: 'shipment', title: 'Shipment', width: '90px', cell: (row) => <span className="faint">{row.shipment ?? '–'}</span> },
  { name: 'number', title: 'Finance has', width: '110px', cell: (row) => <span>{row.number ?? '–'}</span> },
  { name: 'credited', title: 'Credited', width: '100px', end: true, cell: (row) => money(row.credited) },
]

const tabs: [status: string, title: string, empty: string][] = [
  ['pending,matched', 'To post', 'All invoices are posted.'],
  ['match_failed', 'Mismatched', 'Finance has booked every invoice as we have it.'],
  ['blocked', 'Blocked', ''],
  ['lag', 'Shipped, not billed', ''],
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
  const groups = (overview?.cases ?? []).filter((group) => billingCases.includes(group.category) && group.open > 0)
  const open = (invoice: string | undefined) => {
    const { invoice: _, ...rest } = search
    void navigate({ to: '/finance', search: invoice ? { ...rest, invoice } : rest, replace: true })
  }
  return (
    <div className={css.desk}>
      <div className={css.head}>
        <h1>Invoice desk</h1>
        <nav className={css.tabs} aria-label="Invoices">
          {tabs.map(([status, title]) => (
            <Link
              key={status}
              to="/finance"
              search={{ status }}
              className={css.tab}
              data-on={status === key || undefined}
              aria-current={status === key ? 'page' : undefined}
              activeProps={{}}
            >
              {title}
            </Link>
          ))}
        </nav>
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
      <div className={css.split} data-open={search.invoice ? true : undefined}>
        {key === 'lag' || key === 'blocked' ? (
          <LagView blocked={key === 'blocked'} />
        ) : (
          <Invoices key={key} status={key} title={tab[1]} empty={tab[2]} chosen={search.invoice} onOpen={open} />
        )}
        {search.invoice ? <InvoicePanel key={search.invoice} code={search.invoice} onClose={() => open(undefined)} /> : null}
      </div>
    </div>
  )
}

interface ListProps {
  status: string
  title: string
  empty: string
  chosen: string | undefined
  onOpen(invoice: string): void
}

function Invoices({ status, title, empty, chosen, onOpen }: ListProps) {
  const windows = useWindows<InvoiceRow>({
    key: status,
    read: (cursor, signal) => readDocuments('invoices', { status, limit: windowSize, cursor }, signal),
    id: (row) => row.code,
    version: () => 0,
  })
  const { restart } = windows
  const [active, setActive] = useState(0)
  const [changed, setChanged] = useState(false)
  const touched = useCallback((change: Change) => {
    if (change.gap || change.types.some((type) => type.startsWith('billing.'))) setChanged(true)
  }, [])
  useChanges(2000, touched)
  // With an invoice open, moving through the list shows each.
  const move = (at: number) => {
    setActive(at)
    const row = windows.row(at)
    if (chosen && row) onOpen(row.code)
  }
  const again = () => {
    setChanged(false)
    restart()
  }
  if (windows.fault && windows.reachable === 0) return <Failure fault={windows.fault} retry={restart} />
  if (windows.loading) return <Loading rows={12} />
  return (
    <div className={css.list}>
      <p className={css.count}>
        <span className="faint" aria-live="polite">
          {windows.total === undefined ? '' : windows.more ? `${integer(windows.total)}+ invoices` : count(windows.total, 'invoice')}
        </span>
        {changed ? (
          <Button look="quiet" onPress={again}>
            Changed: show
          </Button>
        ) : null}
      </p>
      {windows.reachable === 0 ? (
        <Empty title={empty} />
      ) : (
        <Grid
          label={`Invoices: ${title}`}
          windows={windows}
          columns={columns}
          id={(row) => row.code}
          active={active}
          onActive={move}
          onOpen={(row) => onOpen(row.code)}
        />
      )}
    </div>
  )
}
