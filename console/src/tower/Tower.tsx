/// The control tower: how it goes, what waits where and for how long, what is off plan, what must leave next.
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { CaseGroup, CutOff, Incident, Kpi, MatrixCell, Overview } from '@/api/types'
import { useOverview } from '@/frame/Shell'
import { useKeys } from '@/frame/keys'
import { setServerTime, useNow } from '@/kit/clock'
import { clockTime, count, figure, integer, money, span, words } from '@/kit/format'
import { Moment, Panel, Pill } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import { ages, ageWord, orderStatuses } from '@/kit/words'
import { pageOf } from './lists'
import css from './tower.module.css'

export function Tower() {
  const { data, error, refetch } = useOverview()
  useEffect(() => {
    if (data?.now) setServerTime(data.now)
  }, [data?.now])
  if (!data) return error ? <Failure fault={error} retry={() => void refetch()} /> : <Loading rows={10} />
  const empty = data.position === 0 || (data.matrix.length === 0 && (data.counts.orders ?? data.counts.orders_open ?? 0) === 0)
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>Control tower</h1>
        <p className="faint">
          As of <Moment at={data.now} />
        </p>
      </div>
      {error ? <Failure fault={error} kept="You see what was read last." retry={() => void refetch()} /> : null}
      {empty ? (
        <Empty title="No orders yet. Run the demo day or connect a channel.">
          <code>truefill demo</code>
        </Empty>
      ) : (
        <Filled overview={data} />
      )}
    </div>
  )
}

function Filled({ overview }: { overview: Overview }) {
  return (
    <>
      <Kpis kpis={overview.kpis} />
      <Matrices matrix={overview.matrix} />
      <div className={css.two}>
        <Clusters cases={overview.cases} />
        <div className={css.stack}>
          <CutOffs cutoffs={overview.cutoffs} />
          <Incidents incidents={overview.incidents} />
        </div>
      </div>
    </>
  )
}

/// Every figure opens its list: the server names the list, as a path of the console.
function Kpis({ kpis }: { kpis: Kpi[] }) {
  const navigate = useNavigate()
  const keys: Record<string, () => void> = {}
  kpis.slice(0, 9).forEach((kpi, at) => {
    const list = pageOf(kpi.list)
    if (list) keys[String(at + 1)] = () => void navigate(list)
  })
  useKeys(keys)
  if (kpis.length === 0) return null
  return (
    <ul className={css.kpis} aria-label="Key figures">
      {kpis.map((kpi) => (
        <li key={kpi.name}>
          <KpiTile kpi={kpi} />
        </li>
      ))}
    </ul>
  )
}

/// Other units are said by the title.
const unitSigns: Record<string, string> = { percent: '%', hours: 'h', minutes: 'min', days: 'd' }

function KpiTile({ kpi }: { kpi: Kpi }) {
  const inside = (
    <>
      <span className={css.kpiTitle}>{kpi.title}</span>
      <span className={css.kpiValue}>
        {figure(kpi.value, kpi.unit)}
        {kpi.unit && unitSigns[kpi.unit] ? <small>{unitSigns[kpi.unit]}</small> : null}
      </span>
      {kpi.target === undefined ? (
        <span className={css.target}>&nbsp;</span>
      ) : (
        <span className={css.target} data-good={kpi.good ?? false}>
          {kpi.good ? '✓ ' : '✗ '}
          target {figure(kpi.target, kpi.unit)}
          {unitSigns[kpi.unit ?? ''] ?? ''}
        </span>
      )}
    </>
  )
  const list = pageOf(kpi.list)
  return list ? (
    <Link className={css.kpi} {...list}>
      {inside}
    </Link>
  ) : (
    <div className={css.kpi}>{inside}</div>
  )
}

function Matrices({ matrix }: { matrix: MatrixCell[] }) {
  // Orders that no site has yet come last.
  const sites = [...new Set(matrix.map((cell) => cell.site))].sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b))
  const greatest = Math.max(1, ...matrix.map((cell) => cell.orders))
  return (
    <div className={css.matrices}>
      {sites.map((site) => (
        <Matrix key={site} site={site} cells={matrix.filter((cell) => cell.site === site)} greatest={greatest} />
      ))}
    </div>
  )
}

/// Older cells are warmer, fuller cells are stronger; the number stands in each.
function heat(age: number, orders: number, greatest: number): React.CSSProperties {
  const strength = 12 + 48 * Math.sqrt(orders / greatest)
  const hue = ['--info', '--info', '--accent', '--b-backordered', '--b-lost'][age] ?? '--info'
  return { background: `color-mix(in srgb, var(${hue}) ${Math.round(strength * 0.62)}%, var(--surface))` }
}

function Matrix({ site, cells, greatest }: { site: string; cells: MatrixCell[]; greatest: number }) {
  const rank = (status: string) => {
    const at = (orderStatuses as readonly string[]).indexOf(status)
    return at < 0 ? 99 : at
  }
  const statuses = [...new Set(cells.map((cell) => cell.status))].sort((a, b) => rank(a) - rank(b))
  const search = (status: string) => ({ status, ...(site === '' ? {} : { site }) })
  return (
    <Panel
      title={site === '' ? 'No site yet' : site}
      tools={
        site === '' ? null : (
          <Link to="/site/{-$code}" params={{ code: site }}>
            Board
          </Link>
        )
      }
    >
      <table className={css.matrix}>
        <caption className="hidden">Orders by status and age{site === '' ? '' : ` at ${site}`}</caption>
        <thead>
          <tr>
            <td />
            {ages.map((age) => (
              <th key={age} scope="col">
                {ageWord(age)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statuses.map((status) => (
            <tr key={status}>
              <th scope="row">
                <Link to="/orders" search={search(status)}>
                  {words(status)}
                </Link>
              </th>
              {ages.map((age, at) => {
                const cell = cells.find((one) => one.status === status && one.age === age)
                if (!cell || cell.orders === 0) {
                  return (
                    <td key={age} className={css.none}>
                      ·
                    </td>
                  )
                }
                const said = `${count(cell.orders, 'order')}, ${count(cell.lines, 'line')}, ${words(status)}, ${ageWord(age)}`
                return (
                  <td key={age}>
                    <Link
                      {...(pageOf(cell.list) ?? { to: '/orders', search: search(status) })}
                      className={css.cell}
                      style={heat(at, cell.orders, greatest)}
                      aria-label={said}
                      title={said}
                    >
                      {integer(cell.orders)}
                    </Link>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function Clusters({ cases }: { cases: CaseGroup[] }) {
  const sorted = [...cases].filter((group) => group.open > 0).sort((a, b) => b.overdue - a.overdue || b.open - a.open)
  return (
    <Panel title="Off plan" note="open cases by category" tools={<Link to="/inbox">Work inbox</Link>}>
      {sorted.length === 0 ? (
        <Empty title="Nothing is off plan." />
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">Category</th>
              <th scope="col">Owner</th>
              <th scope="col" className="num">
                Open
              </th>
              <th scope="col" className="num">
                Overdue
              </th>
              <th scope="col" className="num">
                At risk
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((group) => (
              <tr key={`${group.category}${group.owner}`}>
                <th scope="row">
                  <Link {...(pageOf(group.list) ?? { to: '/inbox', search: { category: group.category } })}>
                    {words(group.category)}
                  </Link>
                </th>
                <td className="faint">{words(group.owner)}</td>
                <td className="num">{integer(group.open)}</td>
                <td className="num">
                  {group.overdue > 0 ? (
                    <Pill tone="bad" glyph="clock">
                      {integer(group.overdue)}
                    </Pill>
                  ) : (
                    '–'
                  )}
                </td>
                <td className="num">{money(group.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function CutOffs({ cutoffs }: { cutoffs: CutOff[] }) {
  const now = useNow()
  const sorted = [...cutoffs].sort((a, b) => a.at.localeCompare(b.at))
  return (
    <Panel title="Next cut-offs">
      {sorted.length === 0 ? (
        <Empty title="No cut-off is known." />
      ) : (
        <ul className={css.cutoffs}>
          {sorted.map((cutoff) => {
            const left = Date.parse(cutoff.at) - now
            return (
              <li key={`${cutoff.site}${cutoff.at}`}>
                <Link to="/site/{-$code}" params={{ code: cutoff.site }}>
                  <b>{cutoff.site}</b>
                  <span>
                    {clockTime(cutoff.at)}
                  </span>
                  <span className={css.clock} data-near={left < 3_600_000 || undefined}>
                    {left < 0 ? 'passed' : span(left)}
                  </span>
                  <span className="num">{count(cutoff.waiting_lines, 'line')} waiting</span>
                </Link>
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}

function Incidents({ incidents }: { incidents: Incident[] }) {
  if (incidents.length === 0) return null
  return (
    <Panel title="Incidents" note="cases of one cause">
      <ul className={css.incidents}>
        {[...incidents]
          .sort((a, b) => b.open - a.open)
          .slice(0, 8)
          .map((incident) => (
            <li key={incident.code}>
              <Link to="/inbox" search={{ category: incident.category, ...(incident.site ? { site: incident.site } : {}) }}>
                {words(incident.category)}
              </Link>
              <span className="faint">
                {[incident.site, incident.destination].filter((part) => part).join(' · ')}
              </span>
              <span className="num">{count(incident.open, 'case')}</span>
            </li>
          ))}
      </ul>
    </Panel>
  )
}
