/// What must leave next, and whether it will.
import { Link } from '@tanstack/react-router'
import { useNow } from '@/kit/clock'
import { clockTime, count, integer, span } from '@/kit/format'
import { Panel } from '@/kit/parts'
import { drawing, height, width } from './burn'
import { pageOf } from './lists'
import css from './tower.module.css'
import type { BurningCutOff } from './types'

/// What must leave next: the clock, what waits for the wave, and how the work of the site goes down towards it.
export function BurnDowns({ cutoffs }: { cutoffs: BurningCutOff[] }) {
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
          <Link
            to="/site/{-$code}"
            params={{ code: cutoff.site }}
            className={css.target}
            data-good={(cutoff.expected_left ?? 0) === 0}
          >
            {(cutoff.expected_left ?? 0) === 0 ? '✓ all out in time' : `✗ ${integer(cutoff.expected_left ?? 0)} will be left`}
          </Link>
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
