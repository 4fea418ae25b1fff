/// The control tower: how it goes, what waits where and for how long, what is off plan, what must leave next.
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { CaseGroup, Kpi, MatrixCell } from '@/api/types'
import { useOverview } from '@/frame/Shell'
import { useKeys } from '@/frame/keys'
import { setServerTime, useNow } from '@/kit/clock'
import { clockTime, count, figure, integer, money, span, words } from '@/kit/format'
import { Moment, Panel, Pill } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import { ages, ageWord, orderStatuses } from '@/kit/words'
import { drawing, height, width } from './burn'
import { pageOf, withSearch } from './lists'
import css from './tower.module.css'
import type { BurningCutOff, Cluster, ListedIncident, TowerOverview } from './types'

export function Tower() {
  const { data: read, error, refetch } = useOverview()
  const data = read as TowerOverview | undefined
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

function Filled({ overview }: { overview: TowerOverview }) {
  return (
    <>
      <Kpis kpis={overview.kpis} />
      <BurnDowns cutoffs={overview.cutoffs} />
      <Matrices matrix={overview.matrix} />
      <div className={css.two}>
        <OffPlan cases={overview.cases} />
        <div className={css.stack}>
          <Clusters clusters={overview.clusters ?? []} />
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

function OffPlan({ cases }: { cases: CaseGroup[] }) {
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
                <td className="num">
                  <Link {...(pageOf(group.list) ?? { to: '/inbox' })} aria-label={`${count(group.open, 'open case')}, ${words(group.category)}`}>
                    {integer(group.open)}
                  </Link>
                </td>
                <td className="num">
                  {group.overdue > 0 ? (
                    <Link {...overdueOf(group.list)} aria-label={`${count(group.overdue, 'overdue case')}, ${words(group.category)}`}>
                      <Pill tone="bad" glyph="clock">
                        {integer(group.overdue)}
                      </Pill>
                    </Link>
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

function overdueOf(list: string | undefined) {
  return withSearch(list, { overdue: 'true' }) ?? { to: '/inbox', search: { overdue: 'true' } }
}

/// What must leave next: the clock, what waits for the wave, and how the work of the site goes down towards it.
function BurnDowns({ cutoffs }: { cutoffs: BurningCutOff[] }) {
  const busy = cutoffs.filter((one) => (one.points?.length ?? 0) > 0 || (one.waiting_orders ?? 0) > 0)
  if (busy.length === 0) return null
  const sorted = [...busy].sort((a, b) => (a.at ?? '9').localeCompare(b.at ?? '9'))
  return (
    <Panel title="To the next cut-off" note="releases at the site, hour by hour, and where the pace of the last two hours leads">
      <ul className={css.burns}>
        {sorted.map((cutoff) => (
          <li key={cutoff.site}>
            <BurnDown cutoff={cutoff} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function BurnDown({ cutoff }: { cutoff: BurningCutOff }) {
  const now = useNow()
  const left = cutoff.at ? Date.parse(cutoff.at) - now : undefined
  const drawn = drawing(cutoff)
  const waiting = cutoff.waiting_orders ?? 0
  const list = pageOf(cutoff.list)
  const open = cutoff.open_releases ?? 0
  return (
    <>
      <p className={css.burnHead}>
        <Link to="/site/{-$code}" params={{ code: cutoff.site }}>
          <b>{cutoff.site}</b>
        </Link>
        {left === undefined ? null : (
          <span className={css.clock} data-near={left < 3_600_000 || undefined}>
            {left < 0 ? 'passed' : `${span(left)} to ${clockTime(cutoff.at)}`}
          </span>
        )}
      </p>
      {drawn ? (
        <svg viewBox={`0 0 ${width} ${height}`} className={css.burn} aria-hidden="true" preserveAspectRatio="none">
          <polygon points={drawn.area} />
          <polyline points={drawn.line} />
          {drawn.ahead ? <polyline points={drawn.ahead} data-ahead /> : null}
        </svg>
      ) : (
        <p className={`faint ${css.burn}`}>Nothing is at work here.</p>
      )}
      <p className={css.burnSays}>
        <Link to="/site/{-$code}" params={{ code: cutoff.site }}>
          {count(open, 'release')} open
        </Link>
        {cutoff.left_lately ? <span>{integer(cutoff.left_lately)} left in 2 h</span> : null}
        {open > 0 && left !== undefined && left > 0 ? (
          <span className={css.target} data-good={(cutoff.expected_left ?? 0) === 0}>
            {(cutoff.expected_left ?? 0) === 0 ? '✓ all out in time' : `✗ ${integer(cutoff.expected_left ?? 0)} will be left`}
          </span>
        ) : null}
        {waiting > 0 && list ? (
          <Link {...list}>
            {count(waiting, 'order')} in the wave
          </Link>
        ) : null}
      </p>
      {drawn ? (
        <table className="hidden">
          <caption>Releases open at {cutoff.site}</caption>
          <tbody>
            {(cutoff.points ?? []).map((point) => (
              <tr key={point.at}>
                <th scope="row">{clockTime(point.at)}</th>
                <td>{integer(point.open ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  )
}

const clusterWords = { site: 'Site', family: 'Item family', carrier: 'Carrier' } as const

function Clusters({ clusters }: { clusters: Cluster[] }) {
  const kinds = (Object.keys(clusterWords) as (keyof typeof clusterWords)[]).filter((by) => clusters.some((one) => one.by === by))
  if (kinds.length === 0) return null
  return (
    <Panel title="Where cases cluster">
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Of one</th>
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
        {kinds.map((by) => (
          <tbody key={by}>
            {clusters
              .filter((one) => one.by === by)
              .map((one) => (
                <tr key={one.key}>
                  <th scope="row">
                    <small className="faint">{clusterWords[by]}</small> <Link {...(pageOf(one.list) ?? { to: '/inbox' })}>{one.key}</Link>
                  </th>
                  <td className="num">
                    <Link {...(pageOf(one.list) ?? { to: '/inbox' })} aria-label={`${count(one.open, 'open case')}, ${one.key}`}>
                      {integer(one.open)}
                    </Link>
                  </td>
                  <td className="num">
                    {one.overdue ? (
                      <Link {...overdueOf(one.list)} aria-label={`${count(one.overdue, 'overdue case')}, ${one.key}`}>
                        {integer(one.overdue)}
                      </Link>
                    ) : (
                      '–'
                    )}
                  </td>
                  <td className="num">{money(one.value)}</td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </Panel>
  )
}

function Incidents({ incidents }: { incidents: ListedIncident[] }) {
  if (incidents.length === 0) return null
  return (
    <Panel title="Incidents" note="cases of one cause">
      <ul className={css.incidents}>
        {[...incidents]
          .sort((a, b) => b.open - a.open)
          .slice(0, 8)
          .map((incident) => (
            <li key={incident.code}>
              <Link {...(pageOf(incident.list) ?? { to: '/inbox', search: { category: incident.category } })}>
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
