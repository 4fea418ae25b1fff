/// Releases, shipments, invoices, credits and returns of an order, each as a short row.
import type { ReactNode } from 'react'
import type { OrderPage } from '@/api/types'
import { calendarDay, count, money, spoken, words } from '@/kit/format'
import { Due, Moment, Panel, Status } from '@/kit/parts'
import css from './page.module.css'

interface Row {
  code: string
  status: string
  facts: (string | undefined)[]
  amount?: string
  at: ReactNode
}

interface Kind {
  title: string
  rows: Row[]
  none: string
}

function kindsOf(order: OrderPage): Kind[] {
  return [
    {
      title: 'Releases',
      none: 'Nothing has been sent to a site yet.',
      rows: (order.releases ?? []).map((row) => ({
        code: row.code,
        status: row.stage,
        facts: [
          row.site,
          row.lines ? count(row.lines.length, 'line') : undefined,
          row.asked_back ? `${count(row.asked_back, 'unit')} asked to stop, not confirmed` : undefined,
        ],
        at: row.overdue ? <Due at={row.due} /> : <Moment at={row.acknowledged_at ?? row.sent_at} />,
      })),
    },
    {
      title: 'Shipments',
      none: 'Nothing has left yet.',
      rows: (order.shipments ?? []).map((row) => ({
        code: row.code,
        status: row.status,
        facts: [row.site, row.carrier, row.tracking, row.last_word],
        at: row.overdue ? <Due at={row.due} /> : <Moment at={row.delivered_at ?? row.issued_at} />,
      })),
    },
    {
      title: 'Invoices',
      none: 'Nothing is billed: billing follows the goods issue.',
      rows: (order.invoices ?? []).map((row) => ({
        code: row.code,
        status: row.status,
        facts: [row.number ? `no. ${row.number}` : undefined, row.shipment, row.total ? 'with tax' : undefined, row.open ? `${money(row.open)} open` : undefined],
        amount: money(row.total),
        at: row.due ? `due ${calendarDay(row.due)}` : '',
      })),
    },
    {
      title: 'Credits',
      none: '',
      rows: (order.credits ?? []).map((row) => ({
        code: row.code,
        status: row.status,
        facts: [row.number ? `no. ${row.number}` : undefined, `on ${row.invoice}`, words(row.kind), spoken(row.reason)],
        amount: money(row.total),
        at: '',
      })),
    },
    {
      title: 'Returns',
      none: '',
      rows: (order.returns ?? []).map((row) => ({
        code: row.code,
        status: row.status,
        facts: [
          `${row.item}${row.line ? `, line ${row.line}` : ''}`,
          row.authorized ? `${count(row.authorized, 'unit')} allowed` : undefined,
          row.received ? `${row.received} received` : undefined,
          row.inspected ? `${row.inspected} inspected` : undefined,
          spoken(row.reason),
        ],
        at: <Moment at={row.inspect_by ?? row.expires_at} />,
      })),
    },
  ]
}

export function Documents({ order }: { order: OrderPage }) {
  return (
    <Panel title="Documents" id="documents">
      {kindsOf(order)
        .filter((kind) => kind.none !== '' || kind.rows.length > 0)
        .map((kind) => (
          <section key={kind.title} className={css.kind} aria-label={kind.title}>
            <h3>{kind.title}</h3>
            {kind.rows.length > 0 ? (
              <ul>
                {kind.rows.map((row) => (
                  <li key={row.code} className={css.document}>
                    <b>{row.code}</b>
                    <span>
                      <Status status={row.status} />
                    </span>
                    <span className={css.facts}>{row.facts.filter((fact) => fact).join(' · ')}</span>
                    <span className="num">{row.amount}</span>
                    <span className="num faint">{row.at}</span>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="faint">{kind.none}</p>
            )}
          </section>
        ))}
    </Panel>
  )
}
