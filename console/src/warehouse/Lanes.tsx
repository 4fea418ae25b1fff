/// The releases of a site by how far they are, the most urgent first.
import { Link } from '@tanstack/react-router'
import { readDocuments } from '@/api/reads'
import type { ReleaseRow } from '@/api/types'
import { count, integer } from '@/kit/format'
import { Ago, Due, Panel, Pill } from '@/kit/parts'
import { useShown } from '@/kit/shown'
import { Empty } from '@/kit/states'
import css from './board.module.css'
import { NextCutOff } from './CutOff'

const lanes: [stage: string, title: string][] = [
  ['sent', 'Sent, not confirmed'],
  ['acknowledged', 'Confirmed'],
  ['in_work', 'Picking'],
  ['packed', 'Packed'],
  ['partly_shipped', 'Partly shipped'],
]
const cardsShown = 40

export function Lanes({ site }: { site: string }) {
  const status = lanes.map(([stage]) => stage).join(',')
  const { data, instead, stale } = useShown(['site', 'releases', site], (stop) => readDocuments('releases', { site, status, limit: 500 }, stop))
  if (!data) return instead
  const open = data.items.filter((release) => lanes.some(([stage]) => stage === release.stage))
  if (open.length === 0) {
    return (
      <Panel title="Releases">
        <Empty title="Nothing to pick.">
          <NextCutOff site={site} />
        </Empty>
      </Panel>
    )
  }
  const shown = lanes
    .map(([stage, title]) => ({ title, rows: open.filter((release) => release.stage === stage) }))
    .filter((lane, at) => at < 4 || lane.rows.length > 0)
  return (
    <>
      {stale}
      <div className={css.lanes} style={{ ['--lanes' as string]: shown.map((lane) => widthOf(lane.rows.length)).join(' ') }}>
        {shown.map((lane) => (
          <Lane key={lane.title} title={lane.title} rows={lane.rows} more={data.next_cursor !== undefined} />
        ))}
      </div>
    </>
  )
}

/// A lane without releases needs room for its title only; one with many has more cards beside each other.
function widthOf(many: number): string {
  return many === 0 ? 'minmax(130px, 0.5fr)' : `minmax(210px, ${many > 12 ? 2 : 1}fr)`
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
