/// The evidence of a decision: the order and its lines, what happened last, the stock of the item, how others ended.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { readCases, readStock } from '@/api/reads'
import { clockTime, day, integer, plain, words } from '@/kit/format'
import kit from '@/kit/kit.module.css'
import { Panel, Status } from '@/kit/parts'
import { shown, useShown } from '@/kit/shown'
import { Acts } from '@/orders/Acts'
import { byBucket, isSettled, placesOf } from '@/orders/ledger'
import { useOrder } from '@/orders/OrderPage'
import { story } from '@/orders/timeline'
import { useTimeline } from '@/orders/Timeline'
import css from './inbox.module.css'
import type { Work } from './work'

export function AboutOrder({ number, line: about, item }: { number: string; line?: number; item?: string }) {
  const { data: order, instead, stale } = shown(useOrder(number), 4)
  const timeline = useTimeline(number)
  if (!order) return instead
  const lines = order.lines
    .filter((line) => (about ? line.number === about : item ? line.item === item : !isSettled(line)))
    .slice(0, 5)
  const last = story(timeline.data?.items ?? []).slice(-6).reverse()
  return (
    <>
      {stale}
      <Panel
        title={`Order ${number}`}
        note={order.customer.name ?? order.customer.code}
        tools={
          <>
            <Acts order={order} short />
            <Link to="/o/$number" params={{ number }}>
              Open
            </Link>
          </>
        }
      >
        <div className={css.orderBody}>
          <p>
            <Status status={order.status} /> {plain(order.why ?? '')}
          </p>
          {lines.map((line) => (
            <div key={line.number} className={css.line}>
              <span>
                <b className="mono">{line.item}</b> <span className="faint">{line.description}</span>
              </span>
              <div className={kit.meter} aria-hidden="true">
                {byBucket(line.quantities).map((group) => (
                  <i key={group.bucket} style={{ flex: `${group.quantity} 0 0`, background: `var(--b-${group.bucket})` }} />
                ))}
              </div>
              <span className={css.lineSays}>
                {byBucket(line.quantities)
                  .map((group) => `${integer(group.quantity)} ${words(group.bucket).toLowerCase()} ${placesOf(group)}`.trim())
                  .join(' · ')}
              </span>
            </div>
          ))}
        </div>
      </Panel>
      {last.length > 0 ? (
        <Panel title="What happened last">
          <ul className={css.last}>
            {last.map(({ chapter, events }) => (
              <li key={chapter.position}>
                <span className="faint">
                  {day(chapter.at)} {clockTime(chapter.at)}
                </span>
                <span>{events.map((event) => plain(event.text)).join(' ')}</span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  )
}

/// What the books and the sites have of the item there.
export function AboutStock({ item, site }: { item: string; site: string }) {
  const { data, instead, stale } = useShown(['cases', 'stock', item, site], (stop) => readStock({ item, site, limit: 5 }, stop), { rows: 2 })
  return (
    <Panel title={`Stock of ${item}`} note={`at ${site}`}>
      {stale}
      {instead}
      <ul className={css.last}>
        {data?.items.map((row) =>
          Object.entries(row.buckets).map(([bucket, units]) => (
            <li key={`${row.lot ?? ''}${bucket}`}>
              <span className="faint">{[words(bucket), row.lot].filter(Boolean).join(', lot ')}</span>
              <span>{integer(units)}</span>
            </li>
          )),
        )}
      </ul>
    </Panel>
  )
}

export function Similar({ row }: { row: Work }) {
  const { data } = useQuery({
    queryKey: ['cases', 'similar', row.category],
    queryFn: ({ signal }) =>
      readCases({ category: row.category, status: 'closed', limit: 5 }, signal),
    staleTime: 60_000,
  })
  const rows = (data?.items ?? []).filter((one) => one.code !== row.code)
  if (rows.length === 0) return null
  return (
    <Panel title="How the last ones ended">
      <ul className={css.last}>
        {rows.map((one) => (
          <li key={one.id}>
            <span className="faint">{one.code}</span>
            <span>
              {plain(one.sentence)} {one.resolution ? <b>{words(one.resolution)}.</b> : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
