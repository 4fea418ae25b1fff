/// The board of one warehouse: what it was sent and how far it is, the next cut-off, what is off plan there.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Problem } from '@/api/client'
import { readCases, readDocuments, readOrder, readOrders, readSites } from '@/api/reads'
import type { CaseRow, OrderRow, ReleaseRow, Windowed } from '@/api/types'
import { useOverview } from '@/frame/Shell'
import { useKeys } from '@/frame/keys'
import { useNow } from '@/kit/clock'
import { clockTime, count, integer, money, span, words } from '@/kit/format'
import kit from '@/kit/kit.module.css'
import { Ago, Due, Panel, Pill } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import css from './board.module.css'

const lanes: [stage: string, title: string][] = [
  ['sent', 'Sent, not confirmed'],
  ['acknowledged', 'Confirmed'],
  ['in_work', 'Picking'],
  ['packed', 'Packed'],
  ['partly_shipped', 'Partly shipped'],
]
const cardsShown = 40

export function SiteBoard() {
  const { code } = useParams({ from: '/site/{-$code}' })
  const sites = useQuery({ queryKey: ['sites'], queryFn: ({ signal }) => readSites(signal), staleTime: 300_000 })
  const { data: overview } = useOverview()
  const active = (overview?.cutoffs ?? []).map((cutoff) => cutoff.site)
  const inMatrix = (overview?.matrix ?? []).map((cell) => cell.site)
  const known = [...new Set([...active, ...inMatrix, ...(code ? [code] : [])])].filter((site) => site !== '').sort()
  const offered = known.length > 0 ? known : (sites.data ?? []).map((site) => site.code).slice(0, 12)
  const site = code ?? offered[0]
  if (!site) {
    if (sites.error) return <Failure fault={sites.error} retry={() => void sites.refetch()} />
    if (sites.isPending) return <Loading />
    return (
      <Empty title="No sites yet.">
        <p>Sites come with the master data.</p>
      </Empty>
    )
  }
  return <Board key={site} site={site} offered={offered} />
}

function Board({ site, offered }: { site: string; offered: string[] }) {
  const navigate = useNavigate()
  const releases = useQuery({
    queryKey: ['site', 'releases', site],
    queryFn: ({ signal }) => readDocuments('releases', { site, status: lanes.map(([stage]) => stage).join(','), limit: 500 }, signal),
  })
  const go = (step: number) => {
    const to = offered[offered.indexOf(site) + step]
    if (to) void navigate({ to: '/site/{-$code}', params: { code: to } })
  }
  useKeys({ '[': () => go(-1), ']': () => go(1) })
  const open = (releases.data?.items ?? []).filter((release) => lanes.some(([stage]) => stage === release.stage))
  const more = releases.data?.next_cursor !== undefined
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>{site}</h1>
        <nav className={css.sites} aria-label="Sites">
          {offered.map((each) => (
            <Link key={each} to="/site/{-$code}" params={{ code: each }} className={css.site}>
              {each}
            </Link>
          ))}
        </nav>
        <Scanner />
        <CutOffClock site={site} />
      </div>
      {releases.error && !releases.data ? (
        <Failure fault={releases.error} retry={() => void releases.refetch()} />
      ) : releases.isPending ? (
        <Loading />
      ) : open.length === 0 ? (
        <Panel title="Releases">
          <Empty title="Nothing to pick.">
            <NextCutOff site={site} />
          </Empty>
        </Panel>
      ) : (
        <div className={css.lanes}>
          {lanes
            .map(([stage, title]) => ({ title, rows: open.filter((release) => release.stage === stage) }))
            .filter((lane, at) => at < 4 || lane.rows.length > 0)
            .map((lane) => (
              <Lane key={lane.title} title={lane.title} rows={lane.rows} more={more} />
            ))}
        </div>
      )}
      <div className={css.three}>
        <Wave site={site} />
        <Held site={site} />
        <OffPlan site={site} shorts />
      </div>
      <OffPlan site={site} />
    </div>
  )
}

function Lane({ title, rows, more }: { title: string; rows: ReleaseRow[]; more: boolean }) {
  const sorted = [...rows].sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
  return (
    <section className={css.lane} aria-label={title}>
      <h2>
        {title} <small>{`${integer(rows.length)}${more ? '+' : ''}`}</small>
      </h2>
      <ul>
        {sorted.slice(0, cardsShown).map((release) => (
          <li key={release.code}>
            <Link to="/o/$number" params={{ number: release.order ?? '' }} className={css.card} data-late={release.overdue || undefined}>
              <span className={css.cardTop}>
                <b>{release.order}</b>
                <span className="faint">{release.code}</span>
              </span>
              <span className={css.cardBottom}>
                {count(release.lines?.length ?? 0, 'line')}
                {release.asked_back ? (
                  <Pill tone="warn" glyph="stop">
                    asked to stop
                  </Pill>
                ) : null}
                <span>{release.due ? <Due at={release.due} /> : <Ago at={release.sent_at} />}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {rows.length > cardsShown ? <p className="faint">and {integer(rows.length - cardsShown)} more</p> : null}
      {rows.length === 0 ? <p className="faint">None.</p> : null}
    </section>
  )
}

/// A scanner types and ends with Enter. The field takes the focus back when nothing else wants it.
function Scanner() {
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  useKeys({ s: () => input.current?.focus() })
  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const q = input.current?.value.trim() ?? ''
    if (q === '') return
    if (input.current) input.current.value = ''
    try {
      // The very number first: SO-17 is also a part of SO-170.
      const exact = await readOrder(q).catch((fault) => {
        if (fault instanceof Problem && fault.status === 404) return undefined
        throw fault
      })
      const found = exact ? { items: [] } : await readOrders({ q, limit: 2 })
      const number = exact?.number ?? (found.items.length === 1 ? found.items[0]?.number : undefined)
      if (number) void navigate({ to: '/o/$number', params: { number } })
      else setSaid(found.items.length === 0 ? `✗ Nothing is known as ${q}.` : `✗ ${q} fits more than one order.`)
    } catch (fault) {
      setSaid(`✗ ${fault instanceof Error ? fault.message : String(fault)}`)
    }
  }
  return (
    <form className={css.scanner} onSubmit={(event) => void submit(event)}>
      <input
        ref={input}
        className={kit.input}
        aria-label="Scan an order"
        placeholder="Scan or type an order"
        autoComplete="off"
        onChange={() => setSaid('')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <span role="alert" className={css.said}>
        {said}
      </span>
    </form>
  )
}

function useCutOff(site: string) {
  const { data } = useOverview()
  return (data?.cutoffs ?? []).find((cutoff) => cutoff.site === site && Boolean(cutoff.at))
}

function CutOffClock({ site }: { site: string }) {
  const now = useNow()
  const next = useCutOff(site)
  if (!next) return null
  const left = Date.parse(next.at) - now
  return (
    <p className={css.clock} data-near={left < 3_600_000 || undefined}>
      <small>Cut-off {clockTime(next.at)}</small>
      <b>{left < 0 ? 'passed' : span(left)}</b>
      <small>{count(next.waiting_lines, 'line')} waiting</small>
    </p>
  )
}

function NextCutOff({ site }: { site: string }) {
  const next = useCutOff(site)
  return next ? <p>Next cut-off {clockTime(next.at)}.</p> : null
}

const openStatuses = 'accepted,held,in_fulfilment,partially_shipped'

/// The orders that the next wave takes along.
function Wave({ site }: { site: string }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['site', 'wave', site],
    queryFn: ({ signal }) => readOrders({ wave: site, sort: 'requested', limit: 25 }, signal),
  })
  const next = useCutOff(site)
  return (
    <Orders
      title="In the next wave"
      empty="No order waits for a wave."
      search={{ wave: site, sort: 'requested' }}
      note={next?.at && data?.items.length ? `leaves at ${clockTime(next.at)}` : undefined}
      read={{ data, error, isPending, refetch }}
      says={(row) => count(row.lines, 'line')}
    />
  )
}

function Held({ site }: { site: string }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['site', 'held', site],
    queryFn: ({ signal }) => readOrders({ site, hold: 'true', status: openStatuses, limit: 25 }, signal),
  })
  return (
    <Orders
      title="On hold here"
      empty="No order here is on hold."
      search={{ site, hold: 'true', status: openStatuses }}
      read={{ data, error, isPending, refetch }}
      says={(row) => words(row.holds?.[0] ?? '')}
    />
  )
}

function Orders(props: {
  title: string
  empty: string
  note?: string
  search: Record<string, string>
  read: { data: Windowed<OrderRow> | undefined; error: unknown; isPending: boolean; refetch(): unknown }
  says(row: OrderRow): string
}) {
  const { data, error, isPending, refetch } = props.read
  const many = data?.total ?? data?.items.length ?? 0
  return (
    <Panel
      title={props.title}
      note={props.note}
      tools={
        many > 0 ? (
          <Link to="/orders" search={props.search}>
            {count(many, 'order')}
          </Link>
        ) : null
      }
    >
      {error && !data ? (
        <Failure fault={error} retry={() => void refetch()} />
      ) : isPending ? (
        <Loading rows={3} />
      ) : many === 0 ? (
        <Empty title={props.empty} />
      ) : (
        <ul className={css.short}>
          {data?.items.slice(0, 8).map((row) => (
            <li key={row.number}>
              <Link to="/o/$number" params={{ number: row.number }}>
                {row.number}
              </Link>
              <span>{row.customer.name ?? row.customer.code}</span>
              <span className="faint">{props.says(row)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/// What a person at the shelf must hear of first.
const shortCategories = 'short_pick,stock_short,incomplete_shipment,damaged_before_issue,lost_before_issue,misship,over_pick,recall_refused,release_rejected,release_overdue'

function OffPlan({ site, shorts = false }: { site: string; shorts?: boolean }) {
  const category = shorts ? shortCategories : undefined
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['cases', 'site', site, shorts],
    queryFn: ({ signal }) => readCases({ site, category, sort: 'due', limit: 100 }, signal),
  })
  const rows: CaseRow[] = data?.items ?? []
  return (
    <Panel
      title={shorts ? 'Shorts and damage' : 'Off plan here'}
      note={data ? `${integer(data.total ?? rows.length)} open` : undefined}
      tools={
        <Link to="/inbox" search={{ site, ...(category ? { category } : {}) }}>
          Work inbox
        </Link>
      }
    >
      {error && !data ? (
        <Failure fault={error} retry={() => void refetch()} />
      ) : isPending ? (
        <Loading rows={3} />
      ) : rows.length === 0 ? (
        <Empty title={shorts ? 'Nothing is short or damaged.' : 'Nothing is off plan here.'} />
      ) : (
        <ul className={shorts ? css.short : css.off}>
          {rows.slice(0, shorts ? 8 : 25).map((row) => (
            <li key={row.code}>
              <Link to="/inbox" search={{ site, case: row.code }}>
                {words(row.category)}
              </Link>
              <span>{row.sentence}</span>
              {shorts ? null : <span className="num">{money(row.value)}</span>}
              <span className="num">
                <Due at={row.due} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
