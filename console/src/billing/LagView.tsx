/// What has left and is not billed: by age, and then shipment by shipment with the reason.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { knownOf } from '@/api/acts'
import { count, integer, money } from '@/kit/format'
import { type Asked, CommandDialog } from '@/kit/CommandDialog'
import { Ago, Button, Pill } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import { ageWord } from '@/kit/words'
import { type Lag, type LagRow, readLag } from './reads'
import css from './desk.module.css'

export function LagView({ blocked }: { blocked: boolean }) {
  const search = useSearch({ from: '/finance' })
  const { data: lag, error, refetch } = useQuery({ queryKey: ['finance', 'lag'], queryFn: ({ signal }) => readLag(undefined, signal) })
  const [asked, setAsked] = useState<Asked>()
  if (error && !lag) return <Failure fault={error} retry={() => void refetch()} />
  if (!lag) return <Loading rows={10} />
  const rows = lag.items.filter((row) => (!blocked || row.blocked) && (!search.age || row.age === search.age))
  const many = lag.ages.reduce((sum, age) => sum + (blocked ? age.blocked : age.shipments), 0)
  if (many === 0)
    return blocked ? (
      <Empty title="Nothing is blocked: whatever left is on its way to finance." />
    ) : (
      <Empty title="Everything that left is billed." />
    )
  return (
    <div className={css.lag}>
      <Ages lag={lag} blocked={blocked} />
      {lag.more ? <p className="faint">The {integer(lag.items.length)} oldest are shown; the sums above are of all {integer(lag.total)}.</p> : null}
      {rows.length === 0 ? (
        <Empty title="None of this age." />
      ) : (
        <div className={css.scroll} role="region" aria-label="Shipped and not billed" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Shipment</th>
                <th scope="col">Order</th>
                <th scope="col">Customer</th>
                <th scope="col">Site</th>
                <th scope="col">Left</th>
                <th scope="col" className="num">Units</th>
                <th scope="col" className="num">Value</th>
                <th scope="col">Why it is not billed</th>
                <th scope="col">
                  <span className="hidden">Acts</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.shipment} row={row} ask={setAsked} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <CommandDialog asked={asked} onClose={() => setAsked(undefined)} />
    </div>
  )
}

function Ages({ lag, blocked }: { lag: Lag; blocked: boolean }) {
  const search = useSearch({ from: '/finance' })
  const navigate = useNavigate()
  const most = Math.max(1, ...lag.ages.map((age) => age.shipments))
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

function Row({ row, ask }: { row: LagRow; ask(asked: Asked): void }) {
  const search = useSearch({ from: '/finance' })
  const bill = { command: 'billing.prepare_invoice', title: `Bill ${row.shipment}`, allowed: true }
  return (
    <tr>
      <td>
        <b>{row.shipment}</b>
      </td>
      <td>
        <Link to="/o/$number" params={{ number: row.order }}>
          {row.order}
        </Link>
      </td>
      <td>{row.customer?.name ?? row.customer?.code ?? '–'}</td>
      <td>{row.site}</td>
      <td>
        <Ago at={row.issued_at} />
      </td>
      <td className="num">{integer(row.units)}</td>
      <td className="num">{money(row.value)}</td>
      <td>
        {row.blocked ? (
          <Pill tone="bad" glyph="stop">
            Blocked
          </Pill>
        ) : (
          <Pill tone="info" glyph="clock">
            On its way
          </Pill>
        )}{' '}
        {row.why}
      </td>
      <td>
        {row.invoice ? (
          <Link to="/finance" search={{ ...search, invoice: row.invoice }}>
            Look at {row.invoice}
          </Link>
        ) : (
          <Button
            aria-label={`Bill ${row.shipment} now`}
            onPress={() => ask({ command: bill.command, title: bill.title, known: { ...knownOf(bill), shipment: Number(row.shipment.replace('SH-', '')) } })}
          >
            Bill it now
          </Button>
        )}
      </td>
    </tr>
  )
}
