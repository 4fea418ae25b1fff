/// What a person needs to decide a case, and the outcomes to choose from: Enter takes it, 1 to 9 end it.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { knownOf } from '@/api/acts'
import { readCase, readCases } from '@/api/reads'
import type { Act, CaseRow } from '@/api/types'
import { useKeys } from '@/frame/keys'
import { type Asked, CommandDialog } from '@/kit/CommandDialog'
import { clockTime, count, day, integer, money, plain, words } from '@/kit/format'
import kit from '@/kit/kit.module.css'
import { Ago, Button, Due, Kbd, Panel, Status } from '@/kit/parts'
import { Failure, Loading } from '@/kit/states'
import { byBucket, isSettled, placesOf } from '@/orders/ledger'
import { useOrder } from '@/orders/OrderPage'
import { story } from '@/orders/timeline'
import { useTimeline } from '@/orders/Timeline'
import css from './inbox.module.css'

interface Outcome extends Asked {
  key: string
}

const resolutions: [code: string, title: string][] = [
  ['accepted', 'Accept as it is'],
  ['corrected', 'Corrected'],
  ['counted', 'Counted'],
  ['resent', 'Sent again'],
  ['cancelled', 'Cancelled'],
]

/// What may be done, each with its key: Enter begins the work, 1 to 9 are the rest.
export function outcomesOf(acts: Act[], incident?: string): Outcome[] {
  const outcomes: Outcome[] = []
  const add = (title: string, act: Act, more: Record<string, unknown> = {}) => {
    const key = act.command === 'cases.start_case' ? 'Enter' : String(outcomes.filter((one) => one.key !== 'Enter').length + 1)
    outcomes.push({ key, title, command: act.command, known: { ...knownOf(act), ...more } })
  }
  const first = ['cases.start_case', 'cases.resolve_case']
  const rank = (act: Act) => (first.includes(act.command) ? first.indexOf(act.command) : first.length)
  for (const act of acts.filter((one) => one.allowed).sort((a, b) => rank(a) - rank(b))) {
    if (act.command === 'cases.resolve_case') {
      for (const [resolution, title] of resolutions) add(title, act, { resolution })
    } else {
      add(act.title, act)
    }
  }
  // One cause, one answer: whoever may resolve the case may resolve those of its incident, too.
  const number = incidentNumber(incident)
  if (number && acts.some((act) => act.allowed && act.command === 'cases.resolve_case')) {
    const act = { command: 'cases.resolve_incident', title: `Resolve every case of ${incident}`, allowed: true }
    add(act.title, act, { incident: number })
  }
  return outcomes
}

/// "INC-12" as commands name it.
function incidentNumber(code: string | undefined): number | undefined {
  const number = /^INC-(\d{1,9})$/.exec(code ?? '')?.[1]
  return number ? Number(number) : undefined
}

export function Evidence({ row: seen, onDone }: { row: CaseRow; onDone(): void }) {
  const [asked, setAsked] = useState<Asked>()
  const detail = useQuery({
    queryKey: ['cases', 'one', seen.code],
    queryFn: ({ signal }) => readCase(seen.code, signal),
    placeholderData: undefined,
  })
  const row = detail.data ?? seen
  const acts = row.acts ?? []
  const outcomes = outcomesOf(acts, row.incident)
  const forbidden = acts.filter((act) => !act.allowed)
  const bindings: Record<string, () => void> = {}
  for (const outcome of outcomes) bindings[outcome.key.toLowerCase()] = () => setAsked(outcome)
  useKeys(bindings)
  return (
    <article className={css.evidence} aria-label={`Case ${row.code}`}>
      <header>
        <div className={css.caseTitle}>
          <h2>{words(row.category)}</h2>
          <Status status={row.status} />
          <Due at={row.due} />
        </div>
        <p className={`sentence ${css.sentence}`}>{plain(row.sentence)}</p>
        {row.action ? <p className={css.advice}>{row.action}</p> : null}
        <dl className={css.facts}>
          <Fact name="Case" value={row.code} />
          <Fact name="Owner" value={`${words(row.owner)}${row.assignee ? `, ${row.assignee}` : ''}`} />
          <Fact name="At risk" value={money(row.value)} />
          <Fact name="Opened" value={<Ago at={row.opened_at} />} />
          {row.item ? <Fact name="Item" value={<span className="mono">{row.item}</span>} /> : null}
          {row.site ? (
            <Fact
              name="Site"
              value={
                <Link to="/site/{-$code}" params={{ code: row.site }}>
                  {row.site}
                </Link>
              }
            />
          ) : null}
          {row.times && row.times > 1 ? <Fact name="Happened" value={count(row.times, 'time')} /> : null}
        </dl>
      </header>
      <div className={css.outcomes} role="group" aria-label="Outcomes">
        {outcomes.map((outcome, at) => (
          <Button key={outcome.title} look={at === 0 ? 'primary' : ''} onPress={() => setAsked(outcome)}>
            {outcome.title} <Kbd>{outcome.key}</Kbd>
          </Button>
        ))}
        {detail.isPending ? <span className="faint">Asking what may be done…</span> : null}
      </div>
      {forbidden.length > 0 ? (
        <details className={css.forbidden}>
          <summary>Not now: {forbidden.map((act) => act.title.toLowerCase()).join(', ')}</summary>
          <ul>
            {forbidden.map((act) => (
              <li key={act.command}>
                <b>{act.title}:</b> {act.reason}.
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {row.order ? <OrderEvidence number={row.order} line={row.line} item={row.item} /> : null}
      <Similar row={row} />
      <CommandDialog
        asked={asked}
        onClose={(done) => {
          const ended = asked !== undefined && ['cases.resolve_case', 'cases.resolve_incident', 'cases.close_case'].includes(asked.command)
          setAsked(undefined)
          if (done && ended) onDone()
        }}
      />
    </article>
  )
}

function Fact({ name, value }: { name: string; value: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function OrderEvidence({ number, line: about, item }: { number: string; line?: number; item?: string }) {
  const { data: order, error } = useOrder(number)
  const timeline = useTimeline(number)
  if (error) return <Failure fault={error} />
  if (!order) return <Loading rows={4} />
  const lines = order.lines
    .filter((line) => (about ? line.number === about : item ? line.item === item : !isSettled(line)))
    .slice(0, 5)
  const last = story(timeline.data?.items ?? []).slice(-6).reverse()
  return (
    <>
      <Panel
        title={`Order ${number}`}
        note={order.customer.name ?? order.customer.code}
        tools={
          <Link to="/o/$number" params={{ number }}>
            Open
          </Link>
        }
      >
        <div className={css.orderBody}>
          <p>
            <Status status={order.status} /> {order.why}
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

function Similar({ row }: { row: CaseRow }) {
  const { data } = useQuery({
    queryKey: ['cases', 'similar', row.category],
    queryFn: ({ signal }) =>
      readCases({ category: row.category, status: 'closed', limit: 5 }, signal),
    staleTime: 60_000,
  })
  const rows = (data?.items ?? []).filter((one) => one.id !== row.id)
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
