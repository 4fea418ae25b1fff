/// An order beside the list: what one asks first, without leaving the list.
import { Link } from '@tanstack/react-router'
import { useKeys } from '@/frame/keys'
import { calendarDay, count, integer, money, plain, words } from '@/kit/format'
import kit from '@/kit/kit.module.css'
import { Button, Due, Kbd, Moment, Pill, Status } from '@/kit/parts'
import { Failure, Loading } from '@/kit/states'
import css from './peek.module.css'
import { byBucket, isSettled, placesOf } from './ledger'
import { useOrder } from './OrderPage'

const linesShown = 8

export function Peek({ number, onClose }: { number: string; onClose(): void }) {
  const { data: order, error, refetch } = useOrder(number)
  useKeys({ escape: onClose })
  return (
    <aside className={css.peek} aria-label={`Preview of order ${number}`}>
      <div className={css.peekHead}>
        <h2>
          <Link to="/o/$number" params={{ number }}>
            {number}
          </Link>
        </h2>
        {order ? <Status status={order.status} /> : null}
        <Button look="quiet" onPress={onClose} aria-label="Close the preview">
          <Kbd>Esc</Kbd>
        </Button>
      </div>
      {error ? <Failure fault={error} retry={() => void refetch()} /> : null}
      {!order ? (
        error ? null : (
          <Loading rows={6} />
        )
      ) : (
        <>
          <p className="sentence">{plain(order.why ?? '')}</p>
          {order.next && order.next.length > 0 ? (
            <>
              <h3>What happens next</h3>
              <ul>
                {order.next.slice(0, 4).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </>
          ) : null}
          <dl className={css.facts}>
            <dt>Customer</dt>
            <dd>{order.customer.name ?? order.customer.code}</dd>
            <dt>Value (net)</dt>
            <dd>{money(order.money?.value)}</dd>
            <dt>Ordered</dt>
            <dd>
              <Moment at={order.ordered_at} />
            </dd>
            <dt>Due</dt>
            <dd>{calendarDay(order.promised ?? order.requested)}</dd>
          </dl>
          {order.holds?.map((hold) => (
            <p key={`${hold.reason}${hold.id ?? ''}`}>
              <Pill tone="warn" glyph="stop">
                {words(hold.reason)}
              </Pill>
            </p>
          ))}
          <CasesOf cases={order.cases ?? []} />
          <h3>Where the units are</h3>
          <ul>
            {[...order.lines]
              .sort((a, b) => Number(isSettled(a)) - Number(isSettled(b)))
              .slice(0, linesShown)
              .map((line) => (
                <li key={line.number} className={css.line}>
                  <span>
                    <b className="mono">{line.item}</b> <span className="faint">{line.description}</span>
                  </span>
                  <span className="num">{integer(line.ordered)}</span>
                  <div className={kit.meter} aria-hidden="true">
                    {byBucket(line.quantities).map((group) => (
                      <i key={group.bucket} style={{ flex: `${group.quantity} 0 0`, background: `var(--b-${group.bucket})` }} />
                    ))}
                  </div>
                  <small className="faint">
                    {byBucket(line.quantities)
                      .map((group) => `${integer(group.quantity)} ${words(group.bucket).toLowerCase()} ${placesOf(group)}`.trim())
                      .join(' · ')}
                  </small>
                </li>
              ))}
          </ul>
          {order.lines.length > linesShown ? <p className="faint">and {count(order.lines.length - linesShown, 'more line')}</p> : null}
        </>
      )}
    </aside>
  )
}

function CasesOf({ cases }: { cases: { code: string; category: string; status: string; due?: string; sentence: string }[] }) {
  const open = cases.filter((one) => !['resolved', 'closed'].includes(one.status))
  if (open.length === 0) return null
  return (
    <>
      <h3>Open cases</h3>
      <ul>
        {open.slice(0, 4).map((one) => (
          <li key={one.code}>
            <Link to="/inbox" search={{ case: one.code }}>
              {words(one.category)}
            </Link>{' '}
            <Due at={one.due} />
            <br />
            <small className="faint">{plain(one.sentence)}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
