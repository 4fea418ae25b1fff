/// Invoices of one kind: the server filters and cuts the list; one or many of them are acted on from here.
import { Link } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { Change } from '@/api/feed'
import { useChanges } from '@/api/live'
import { readDocuments } from '@/api/reads'
import type { InvoiceRow, Money } from '@/api/types'
import { useKeys } from '@/frame/keys'
import { useBulk } from '@/kit/bulk/useBulk'
import desk from '@/kit/desk.module.css'
import { downloadList } from '@/kit/download'
import { calendarDay, count, integer, money } from '@/kit/format'
import { type Column, Grid } from '@/kit/Grid'
import { Button, Due, Status } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import { useWindows, windowSize } from '@/kit/windows'
import { invoicesAtOnce } from './bulk'
import css from './desk.module.css'

/// Nothing is no amount to look at.
function some(amount: Money | undefined) {
  return amount && /[1-9]/.test(amount.amount) ? money(amount) : <span className="faint">–</span>
}

const all: Column<InvoiceRow>[] = [
  { name: 'code', title: 'Invoice', width: '110px', cell: (row) => <b>{row.code}</b> },
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
  { name: 'open', title: 'Open', width: '110px', end: true, cell: (row) => <b>{some(row.open)}</b> },
  { name: 'credited', title: 'Credited', width: '100px', end: true, cell: (row) => some(row.credited) },
  { name: 'due', title: 'To be paid', width: '120px', cell: (row) => <span>{calendarDay(row.due)}</span> },
  { name: 'check', title: 'To be posted', width: '130px', cell: (row) => <Due at={row.check_at} /> },
  { name: 'shipment', title: 'Shipment', width: '100px', cell: (row) => <span className="faint">{row.shipment ?? '–'}</span> },
  { name: 'number', title: 'Finance has', width: '120px', cell: (row) => <span>{row.number ?? '–'}</span> },
]
/// What finance has not booked has no day for payment, and nothing credited; what it has booked waits for no posting.
const unposted = all.filter(({ name }) => !['due', 'credited', 'open'].includes(name))
const posted = all.filter(({ name }) => name !== 'check')
/// Beside an open invoice there is room for what tells the rows apart.
const beside = all.filter(({ name }) => ['code', 'customer', 'total'].includes(name))

const codeOf = (row: InvoiceRow) => row.code

interface Props {
  status: string
  title: string
  empty: string
  /// Filters that came with a link: customer, order.
  narrowed: Record<string, string>
  chosen: string | undefined
  onOpen(invoice: string | undefined): void
}

export function Invoices({ status, title, empty, narrowed, chosen, onOpen }: Props) {
  const parameters = { status, ...narrowed }
  const key = JSON.stringify(parameters)
  const windows = useWindows<InvoiceRow>({
    key,
    read: (cursor, signal) => readDocuments('invoices', { ...parameters, limit: windowSize, cursor }, signal),
    id: codeOf,
    version: () => 0,
  })
  const { restart } = windows
  const [active, setActive] = useState(0)
  const [changed, setChanged] = useState(false)
  const touched = useCallback((change: Change) => {
    if (change.gap || change.types.some((type) => type.startsWith('billing.'))) setChanged(true)
  }, [])
  useChanges(2000, touched)
  const again = () => {
    setChanged(false)
    restart()
  }
  const subject = useMemo(() => invoicesAtOnce(status), [status])
  const bulk = useBulk({ key, windows, nameOf: codeOf, subject, active, parameters, onDone: again })
  const download = () => downloadList('/v1/invoices', parameters)
  useKeys({ e: download })
  // With an invoice open, moving through the list shows each.
  const move = (at: number) => {
    setActive(at)
    const row = windows.row(at)
    if (chosen && row) onOpen(row.code)
  }
  if (windows.fault && windows.reachable === 0) return <Failure fault={windows.fault} retry={restart} />
  if (windows.loading) return <Loading rows={12} />
  return (
    <div className={desk.list}>
      {bulk.bar ?? (
        <div className={css.count}>
          <span className="faint" aria-live="polite">
            {windows.total === undefined ? '' : windows.more ? `${integer(windows.total)}+ invoices` : count(windows.total, 'invoice')}
          </span>
          {changed ? (
            <Button look="quiet" onPress={again}>
              Changed: show
            </Button>
          ) : null}
          <Button look="quiet" onPress={download} isDisabled={windows.reachable === 0} aria-label="Export as CSV">
            CSV
          </Button>
        </div>
      )}
      {windows.reachable === 0 ? (
        <Empty title={empty} />
      ) : (
        <Grid
          label={`Invoices: ${title}`}
          windows={windows}
          columns={chosen ? beside : status === 'posted' || status === 'paid' ? posted : unposted}
          id={codeOf}
          active={active}
          onActive={move}
          onOpen={(row) => onOpen(row.code)}
          onPeek={(row) => onOpen(row.code === chosen ? undefined : row.code)}
          selection={subject.acts.length > 0 ? bulk.choice : undefined}
        />
      )}
      {bulk.dialog}
    </div>
  )
}
