/// What has left and is not billed: by age, and then shipment by shipment with the reason.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useBulk } from '@/kit/bulk/useBulk'
import { count, integer, money } from '@/kit/format'
import { type Column, Grid } from '@/kit/Grid'
import { Ago, Kbd, Pill } from '@/kit/parts'
import { useShown } from '@/kit/shown'
import { Empty } from '@/kit/states'
import { windowsOf } from '@/kit/windows'
import { ageWord } from '@/kit/words'
import { rowsOf, shipmentsAtOnce } from './bulk'
import css from './desk.module.css'
import { type Lag, type LagRow, readLag } from './reads'

const columns: Column<LagRow>[] = [
  { name: 'shipment', title: 'Shipment', width: '110px', cell: (row) => <b>{row.shipment}</b> },
  {
    name: 'order',
    title: 'Order',
    width: '110px',
    cell: (row) => (
      <Link to="/o/$number" params={{ number: row.order }} tabIndex={-1}>
        {row.order}
      </Link>
    ),
  },
  { name: 'customer', title: 'Customer', width: 'minmax(110px, 0.6fr)', cell: (row) => <span>{row.customer?.name ?? row.customer?.code ?? '–'}</span> },
  { name: 'site', title: 'Site', width: '90px', cell: (row) => <span>{row.site}</span> },
  { name: 'left', title: 'Left', width: '130px', cell: (row) => <Ago at={row.issued_at} /> },
  { name: 'units', title: 'Units', width: '70px', end: true, cell: (row) => integer(row.units) },
  { name: 'value', title: 'Value', width: '110px', end: true, cell: (row) => money(row.value) },
  {
    name: 'why',
    title: 'Why it is not billed',
    width: 'minmax(240px, 1.4fr)',
    cell: (row) => (
      <>
        <span className={css.firm}>
          {row.blocked ? (
            <Pill tone="bad" glyph="stop">
              Blocked
            </Pill>
          ) : (
            <Pill tone="info" glyph="clock">
              On its way
            </Pill>
          )}
        </span>
        <span title={row.why}>{row.why}</span>
      </>
    ),
  },
]
/// Beside an open invoice there is room for what tells the rows apart.
const beside = columns.filter(({ name }) => ['shipment', 'order', 'value', 'why'].includes(name))

const shipmentOf = (row: LagRow) => row.shipment

interface Props {
  blocked: boolean
  chosen: string | undefined
  onOpen(invoice: string | undefined): void
}

export function LagView(props: Props) {
  const { data: lag, instead, stale } = useShown(['finance', 'lag'], (stop) => readLag(undefined, stop), { rows: 10 })
  if (!lag) return instead
  const many = lag.ages.reduce((sum, age) => sum + (props.blocked ? age.blocked : age.shipments), 0)
  const nothing = props.blocked ? 'Nothing is blocked: whatever left is on its way to finance.' : 'Everything that left is billed.'
  return (
    <div className={css.lag}>
      {stale}
      {many === 0 ? null : <Ages lag={lag} blocked={props.blocked} />}
      {lag.more ? <p className="faint">The {integer(lag.items.length)} oldest are shown; the sums above are of all {integer(lag.total)}.</p> : null}
      <Rows lag={lag} nothing={many === 0 ? nothing : 'None of this age.'} {...props} />
    </div>
  )
}

function Rows({ lag, nothing, blocked, chosen, onOpen }: Props & { lag: Lag; nothing: string }) {
  const search = useSearch({ from: '/finance' })
  const [active, setActive] = useState(0)
  const rows = rowsOf(lag, { blocked, age: search.age })
  const windows = windowsOf(rows, () => undefined)
  const parameters = { blocked: String(blocked), ...(search.age ? { age: search.age } : {}) }
  // What is sent is read again by itself: every read of the desk is.
  const bulk = useBulk({ key: JSON.stringify(parameters), windows, nameOf: shipmentOf, subject: shipmentsAtOnce, active, parameters, onDone: () => undefined })
  // A shipment without an invoice has nothing to open: it is to be billed.
  const open = (row: LagRow) => (row.invoice ? onOpen(row.invoice) : bulk.ask('billing.prepare_invoice', [row.shipment]))
  // The dialog keeps its place: what was done is still told when it has emptied the list.
  return (
    <>
      {rows.length === 0 ? (
        <Empty title={nothing} />
      ) : (
        <>
          {bulk.bar ?? (
            <p className="faint">
              <Kbd>Enter</Kbd> opens the invoice, or bills what has none.
            </p>
          )}
          <Grid
            label="Shipped and not billed"
            windows={windows}
            columns={chosen ? beside : columns}
            id={shipmentOf}
            active={Math.min(active, rows.length - 1)}
            onActive={setActive}
            onOpen={open}
            onPeek={(row) => row.invoice && onOpen(row.invoice === chosen ? undefined : row.invoice)}
            selection={bulk.choice}
          />
        </>
      )}
      {bulk.dialog}
    </>
  )
}

function Ages({ lag, blocked }: { lag: Lag; blocked: boolean }) {
  const search = useSearch({ from: '/finance' })
  const navigate = useNavigate()
  const most = Math.max(1, ...lag.ages.map((age) => (blocked ? age.blocked : age.shipments)))
  return (
    <div className={css.ages} role="group" aria-label="By age">
      {lag.ages.map((age) => {
        const many = blocked ? age.blocked : age.shipments
        const on = search.age === age.age
        return (
          <button
            key={age.age}
            type="button"
            className={css.age}
            aria-pressed={on}
            onClick={() => {
              const { age: _, ...rest } = search
              void navigate({ to: '/finance', search: on ? rest : { ...rest, age: age.age }, replace: true })
            }}
          >
            <span>{ageWord(age.age)}</span>
            <b>{integer(many)}</b>
            <i aria-hidden="true" style={{ inlineSize: `${((100 * many) / most).toFixed(0)}%` }} />
            <small>
              {blocked ? count(many, 'shipment') : age.values.map(money).join(' + ') || 'nothing'}
              {!blocked && age.blocked > 0 ? `, ${integer(age.blocked)} blocked` : ''}
            </small>
          </button>
        )
      })}
    </div>
  )
}
