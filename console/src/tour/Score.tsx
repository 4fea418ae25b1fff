/// The score of the day: every deviation, when it was noticed, who owned it, and what it would have cost.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Problem } from '@/api/client'
import { count, integer, moment, money, plain, span, words } from '@/kit/format'
import { Moment, Panel, Pill } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import { type Deviation, type Planted, readScore, type Verdict, verdictOf } from './demo'
import css from './tour.module.css'

export function Score() {
  const { data: score, error, refetch } = useQuery({
    queryKey: ['demo', 'score'],
    queryFn: ({ signal }) => readScore(signal),
    refetchInterval: ({ state }) => (state.data?.ended ? false : 5000),
  })
  if (error instanceof Problem && error.status === 404)
    return (
      <Empty title="This server is no demonstration.">
        <p>
          A day with planted faults, and its score, come with <code>truefill demo</code>.
        </p>
      </Empty>
    )
  if (error && !score) return <Failure fault={error} retry={() => void refetch()} />
  if (!score) return <Loading rows={10} />
  const planted = score.planted.filter((one) => one.planted)
  const found = planted.filter((one) => one.found).length
  return (
    <div className={css.score}>
      <h1>{score.ended ? 'The score of the day' : 'The score so far'}</h1>
      <p className={css.lead}>
        {planted.length === 0
          ? 'Nothing has been planted yet.'
          : `${found} of ${count(planted.length, 'planted fault')} noticed, ${count(score.cases, 'case')} opened, ${integer(score.owned)} of them with a person, ${integer(score.solved)} solved.`}
      </p>
      <div className={css.figures}>
        <Figure value={`${found}/${planted.length}`} what="planted faults noticed" />
        <Figure value={integer(score.cases)} what="cases opened" />
        <Figure value={integer(score.solved)} what="solved" />
        <Figure value={money(score.value_at_risk)} what="it would have cost" />
        <Figure value={money(score.value_open)} what="still open" />
      </div>
      <Panel title="Planted faults" id="planted">
        {score.planted.length === 0 ? <Empty title="Not yet: the day has begun just now." /> : <PlantedTable rows={score.planted} now={score.now} ended={score.ended} />}
      </Panel>
      <Panel title="Every deviation" id="deviations" note={integer(score.deviations.length)}>
        {score.deviations.length === 0 ? <Empty title="Nothing has gone wrong." /> : <DeviationTable rows={score.deviations} />}
      </Panel>
    </div>
  )
}

function Figure({ value, what }: { value: string; what: string }) {
  return (
    <div className={css.figure}>
      <b>{value}</b>
      <span>{what}</span>
    </div>
  )
}

function Order({ number }: { number: string | undefined }) {
  return number ? (
    <Link to="/o/$number" params={{ number }}>
      {number}
    </Link>
  ) : (
    <span className="faint">–</span>
  )
}

function Solved({ solved }: { solved: boolean }) {
  return (
    <Pill tone={solved ? 'good' : 'warn'} glyph={solved ? 'done' : 'alert'}>
      {solved ? 'Solved' : 'Open'}
    </Pill>
  )
}

function minutes(many: number): string {
  return many === 0 ? 'at once' : `after ${span(many * 60_000)}`
}

function Site({ code }: { code: string }) {
  return (
    <Link to="/site/{-$code}" params={{ code }}>
      {code}
    </Link>
  )
}

function Waiting({ verdict, due }: { verdict: Verdict; due: string | undefined }) {
  if (verdict === 'not_due')
    return (
      <Pill tone="calm" glyph="clock">
        Not due yet, until {moment(due)}
      </Pill>
    )
  return verdict === 'missed' ? (
    <Pill tone="bad" glyph="alert">
      Missed
    </Pill>
  ) : (
    <Pill tone="warn" glyph="clock">
      Not yet
    </Pill>
  )
}

function PlantedTable({ rows, now, ended }: { rows: Planted[]; now: string; ended: boolean }) {
  return (
    <div className={css.table} role="region" aria-label="Table of planted faults" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">What was planted</th>
            <th scope="col">Order or site</th>
            <th scope="col">Planted</th>
            <th scope="col">Noticed</th>
            <th scope="col">Owner</th>
            <th scope="col">State</th>
            <th scope="col" className="num">
              It would have cost
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.fault}>
              <td>
                <span>{row.title}</span>
                {row.unnoticed ? (
                  <>
                    <br />
                    <span className="sentence">Unnoticed: {row.unnoticed}</span>
                  </>
                ) : null}
              </td>
              <td>{row.order || !row.site ? <Order number={row.order} /> : <Site code={row.site} />}</td>
              <td>
                {row.planted ? <Moment at={row.planted_at} /> : <span className="faint">Later today</span>}
              </td>
              <td>
                {!row.planted ? (
                  <span className="faint">–</span>
                ) : row.found ? (
                  <>
                    {row.code ? (
                      <Link to="/inbox" search={{ case: row.code }}>
                        {row.code}
                      </Link>
                    ) : null}{' '}
                    {minutes(row.minutes)}
                  </>
                ) : (
                  <Waiting verdict={verdictOf(row, now, ended)} due={row.due} />
                )}
              </td>
              <td>
                {row.found && row.owner ? words(row.owner) : '–'}
                {row.person ? `, ${row.person}` : ''}
              </td>
              <td>{row.found ? <Solved solved={row.solved} /> : <span className="faint">–</span>}</td>
              <td className="num">{money(row.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DeviationTable({ rows }: { rows: Deviation[] }) {
  return (
    <div className={css.table} role="region" aria-label="Table of deviations" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">What happened</th>
            <th scope="col">Order</th>
            <th scope="col">Noticed</th>
            <th scope="col">Owner</th>
            <th scope="col">State</th>
            <th scope="col" className="num">
              It would have cost
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <td>
                <Link to="/inbox" search={{ case: row.code }}>
                  {row.code}
                </Link>
              </td>
              <td>
                <b>{words(row.category)}</b>
                <br />
                <span className="sentence">{plain(row.sentence)}</span>
                {row.unnoticed ? (
                  <>
                    <br />
                    <span className="sentence faint">Unnoticed: {row.unnoticed}</span>
                  </>
                ) : null}
              </td>
              <td>
                <Order number={row.order} />
              </td>
              <td>
                <Moment at={row.noticed_at} />
              </td>
              <td>
                {words(row.owner)}
                {row.person ? `, ${row.person}` : ''}
              </td>
              <td>
                <Solved solved={row.solved} />
              </td>
              <td className="num">{money(row.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
