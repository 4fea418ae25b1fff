/// The key figures on top; 1 to 9 open the list behind each.
import { Link, useNavigate } from '@tanstack/react-router'
import type { Kpi } from '@/api/types'
import { useKeys } from '@/frame/keys'
import { figure } from '@/kit/format'
import { pageOf } from './lists'
import css from './tower.module.css'

/// Every figure opens its list: the server names the list, as a path of the console.
export function Kpis({ kpis }: { kpis: Kpi[] }) {
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
