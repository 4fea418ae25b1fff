/// What is off plan: open cases by category, where they cluster, and those with one cause.
import { Link } from '@tanstack/react-router'
import type { CaseGroup } from '@/api/types'
import { count, integer, money, words } from '@/kit/format'
import { Panel, Pill } from '@/kit/parts'
import { Empty } from '@/kit/states'
import { overdueOf, pageOf } from './lists'
import css from './tower.module.css'
import type { Cluster, ListedIncident } from './types'

/// What both tables count of their cases.
function Figures() {
  return ['Open', 'Overdue', 'At risk'].map((title) => (
    <th key={title} scope="col" className="num">
      {title}
    </th>
  ))
}

export function OffPlan({ cases }: { cases: CaseGroup[] }) {
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
              <Figures />
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

const clusterWords = { site: 'Site', family: 'Item family', carrier: 'Carrier' } as const

export function Clusters({ clusters }: { clusters: Cluster[] }) {
  const kinds = (Object.keys(clusterWords) as (keyof typeof clusterWords)[]).filter((by) => clusters.some((one) => one.by === by))
  if (kinds.length === 0) return null
  return (
    <Panel title="Where cases cluster">
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Of one</th>
            <th scope="col">Name</th>
            <Figures />
          </tr>
        </thead>
        {kinds.map((by) => (
          <tbody key={by}>
            {clusters
              .filter((one) => one.by === by)
              .map((one) => (
                <tr key={one.key}>
                  <td className="faint">{clusterWords[by]}</td>
                  <th scope="row">
                    <Link {...(pageOf(one.list) ?? { to: '/inbox' })}>{one.key}</Link>
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

export function Incidents({ incidents }: { incidents: ListedIncident[] }) {
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
              <Link
                className="num"
                {...(pageOf(incident.list) ?? { to: '/inbox', search: { category: incident.category } })}
                aria-label={`${count(incident.open, 'case')} of ${incident.code}`}
              >
                {count(incident.open, 'case')}
              </Link>
            </li>
          ))}
      </ul>
    </Panel>
  )
}
