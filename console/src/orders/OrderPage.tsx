/// The order page: where every unit is, why it is there, what happens next, who disagrees, what can be done.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Problem } from '@/api/client'
import { readOrder } from '@/api/reads'
import type { CaseRow, Hold, Money, OrderPage as Order, SystemClaim } from '@/api/types'
import { useKeys } from '@/frame/keys'
import { calendarDay, count, exactly, money, plain, systemName, words } from '@/kit/format'
import { Button, Due, Kbd, Moment, Panel, Pill, Status } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import { Acts } from './Acts'
import { Documents } from './Documents'
import { Lines } from './Lines'
import { Notices } from './Notices'
import css from './page.module.css'
import { listSearch, neighbours } from './records'
import { Timeline } from './Timeline'
import { zoomOf } from './timeline'

export function useOrder(number: string | undefined) {
  return useQuery({
    queryKey: ['order', number],
    queryFn: ({ signal }) => readOrder(number ?? '', signal),
    enabled: number !== undefined,
    placeholderData: (before) => (before?.number === number ? before : undefined),
  })
}

export function OrderPage() {
  const { number } = useParams({ from: '/o/$number' })
  const search = useSearch({ from: '/o/$number' })
  const navigate = useNavigate()
  const { data: order, error, refetch } = useOrder(number)
  const { previous, next } = neighbours(number)
  const go = (to: string | undefined) => {
    if (to) void navigate({ to: '/o/$number', params: { number: to }, search: { zoom: search.zoom } })
  }
  const back = () => void navigate({ to: '/orders', search: listSearch() })
  useKeys({ '[': () => go(previous), ']': () => go(next), escape: back })
  useEffect(() => {
    document.title = `${number} · Truefill`
    return () => {
      document.title = 'Truefill'
    }
  }, [number])

  const change = (part: { zoom?: string; line?: string }) =>
    void navigate({ to: '/o/$number', params: { number }, search: { ...search, ...part }, replace: true })

  if (!order) {
    if (error instanceof Problem && error.status === 404) {
      return (
        <Empty title={`There is no order ${number}.`}>
          <p>
            <Link to="/orders" search={{ q: number }}>
              Search the orders for “{number}”
            </Link>
          </p>
        </Empty>
      )
    }
    return error ? <Failure fault={error} retry={() => void refetch()} /> : <Loading rows={12} />
  }
  return (
    <article className={css.page} aria-label={`Order ${number}`}>
      <nav className={css.crumbs} aria-label="Records">
        <Link to="/orders" search={listSearch()}>
          Orders
        </Link>
        <span aria-hidden="true">/</span>
        <span>{number}</span>
        <span className={css.pager}>
          <Button look="quiet" isDisabled={!previous} onPress={() => go(previous)} aria-label="Previous order">
            <Kbd>[</Kbd>
          </Button>
          <Button look="quiet" isDisabled={!next} onPress={() => go(next)} aria-label="Next order">
            <Kbd>]</Kbd>
          </Button>
        </span>
      </nav>
      <Head order={order} />
      {error ? <Failure fault={error} kept="You see what was read last." retry={() => void refetch()} /> : null}
      <Agreement systems={order.systems} />
      <div className={css.columns}>
        <div className={css.column}>
          <Lines
            lines={order.lines}
            open={search.line ? Number.parseInt(search.line, 10) : undefined}
            onOpen={(line) => change({ line: line === undefined ? undefined : String(line) })}
          />
          <Documents order={order} />
          <Notices number={number} />
        </div>
        <div className={css.column}>
          <Cases cases={order.cases ?? []} />
          <Holds holds={order.holds ?? []} />
          <Timeline number={number} zoom={zoomOf(search.zoom)} onZoom={(zoom) => change({ zoom })} />
        </div>
      </div>
    </article>
  )
}

/// What is ours comes without tax; what is finance’s comes with it. Unlabelled, they look like an overpayment.
const moneyWords = [
  ['value', 'Value (net)'],
  ['earned', 'Shipped for (net)'],
  ['billed', 'Billed (net)'],
  ['credited', 'Credited (with tax)'],
  ['paid', 'Paid (with tax)'],
  ['open', 'Still to be paid (with tax)'],
] as const

/// What is nothing yet is only worth a place where one would look for it.
function shows(name: string, amount: Money | undefined): boolean {
  if (!amount) return false
  return !['credited', 'paid', 'open'].includes(name) || /[1-9]/.test(amount.amount)
}

function Head({ order }: { order: Order }) {
  return (
    <header className={css.head}>
      <div className={css.titleRow}>
        <h1>{order.number}</h1>
        <Status status={order.status} />
        <Link className={css.customer} to="/orders" search={{ customer: order.customer.code }}>
          {order.customer.name ?? order.customer.code}
        </Link>
        <Acts order={order} />
      </div>
      {order.why || order.next?.length ? (
        <div className={css.why}>
          {order.why ? <p className={css.whyText}>{plain(order.why)}</p> : null}
          {order.next && order.next.length > 0 ? (
            <ul aria-label="What happens next">
              {order.next.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      <dl className={css.factsRow}>
        <div>
          <dt>Ordered</dt>
          <dd>
            <Moment at={order.ordered_at} />
          </dd>
        </div>
        <div>
          <dt>Promised</dt>
          <dd>
            {calendarDay(order.promised ?? order.requested)}
          </dd>
        </div>
        <div>
          <dt>Size</dt>
          <dd>
            {count(order.lines.length, 'line')}
            {order.ship_complete ? ', ships complete' : ''}
          </dd>
        </div>
        <div>
          <dt>Sites</dt>
          <dd>{order.sites?.join(', ') || '–'}</dd>
        </div>
        {order.purchase_order ? (
          <div>
            <dt>Their number</dt>
            <dd>{order.purchase_order}</dd>
          </div>
        ) : null}
        {moneyWords.map(([name, title]) =>
          shows(name, order.money?.[name]) ? (
            <div key={name}>
              <dt>{title}</dt>
              <dd>{money(order.money?.[name])}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </header>
  )
}

/// How old a word is, and since when it is another than ours.
function asOf(system: SystemClaim): string | undefined {
  const parts = [system.as_of ? `said ${exactly(system.as_of)}` : '', system.since ? `so since ${exactly(system.since)}` : '']
  return parts.filter((part) => part !== '').join('; ') || undefined
}

function Agreement({ systems }: { systems: SystemClaim[] | undefined }) {
  if (!systems || systems.length === 0) return null
  const off = systems.filter((system) => !system.agrees).length
  return (
    <section className={css.agreement} aria-label="What the other systems say">
      <h2>{off === 0 ? 'All systems agree' : `${count(off, 'system')} ${off === 1 ? 'says' : 'say'} something else`}</h2>
      <ul>
        {systems.map((system) => (
          <li key={`${system.system}${system.line ?? ''}${system.says}`} data-off={!system.agrees || undefined}>
            <Pill
              tone={system.agrees ? 'good' : system.verdict === 'in_flight' ? 'info' : 'bad'}
              glyph={system.agrees ? 'done' : system.verdict === 'in_flight' ? 'clock' : 'alert'}
            >
              {systemName(system.system)}
            </Pill>
            <span title={asOf(system)}>{system.says}</span>
            <span className="hidden">{system.agrees ? 'agrees' : 'disagrees'}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Cases({ cases }: { cases: CaseRow[] }) {
  const open = cases.filter((one) => !['resolved', 'closed'].includes(one.status))
  if (cases.length === 0) return null
  return (
    <Panel title="Cases" id="cases" note={open.length === 0 ? 'all closed' : `${open.length} open`}>
      <ul className={css.cases}>
        {cases.map((one) => (
          <li key={one.code}>
            <div className={css.caseHead}>
              <Link to="/inbox" search={{ case: one.code }}>
                {words(one.category)}
              </Link>
              <Status status={one.status} />
              <span className="num">{open.includes(one) ? <Due at={one.due} /> : null}</span>
            </div>
            <p className="sentence">{plain(one.sentence)}</p>
            <small className="faint">
              {one.code} · {words(one.owner)}
              {one.assignee ? `, ${one.assignee}` : ''}
              {one.value ? ` · ${money(one.value)} at risk` : ''}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Holds({ holds }: { holds: Hold[] }) {
  if (holds.length === 0) return null
  return (
    <Panel title="Holds" id="holds" note={count(holds.length, 'hold')}>
      <ul className={css.cases}>
        {holds.map((hold) => (
            <li key={`${hold.reason}${hold.id ?? ''}`}>
              <div className={css.caseHead}>
                <Pill tone="warn" glyph="stop">
                  {words(hold.reason)}
                </Pill>
                <span className="num faint">
                  <Moment at={hold.placed_at} />
                </span>
              </div>
              <small className="faint">
                {[
                  hold.scope ? `on the ${hold.scope}` : '',
                  hold.blocks?.length ? `blocks ${hold.blocks.map((one) => one.replace(/_/g, ' ')).join(', ')}` : '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
            </li>
        ))}
      </ul>
    </Panel>
  )
}
