/// A card beside the pages: four people of the company, what each of them has to do today, and the clock of the day.
/// Steps check themselves off; the card can be put away and fetched back.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { prefer } from '@/frame/preferences'
import { useNow } from '@/kit/clock'
import { clockTime, day } from '@/kit/format'
import { Button } from '@/kit/parts'
import { Failure, Loading } from '@/kit/states'
import { type Demo, type Persona, setDemo, speeds, speedWords, type Step, useTour } from './demo'
import css from './tour.module.css'

export function TourCard({ demo }: { demo: Demo }) {
  const { tour, fault, again } = useTour()
  const [told, setTold] = useState('')
  const done = useRef<Set<string>>(undefined)
  useEffect(() => {
    if (!tour) return
    const steps = tour.personas.flatMap((persona) => persona.steps).filter((step) => step.done)
    const fresh = steps.filter((step) => done.current && !done.current.has(step.id))
    done.current = new Set(steps.map((step) => step.id))
    if (fresh.length > 0) setTold(`Done: ${fresh.map((step) => step.title).join('; ')}`)
  }, [tour])

  return (
    <aside className={css.card} aria-label="Tour of the demo">
      <div className={css.head}>
        <h2>A day at the distributor</h2>
        <Button look="quiet" aria-label="Put the tour away" onPress={() => prefer({ tour: false })}>
          ×
        </Button>
      </div>
      <Clock demo={demo} />
      <p className="hidden" role="status">
        {told}
      </p>
      {fault && !tour ? (
        <Failure fault={fault} retry={again} />
      ) : !tour ? (
        <Loading rows={5} />
      ) : (
        <div className={css.body}>
          <div className={css.progress}>
            <span>
              {tour.done} of {tour.total} done
            </span>
            <progress max={Math.max(1, tour.total)} value={tour.done} aria-label="Steps of the tour that are done" />
          </div>
          {tour.done === tour.total && tour.total > 0 ? <p className={css.all}>All done. See what the day would have cost.</p> : null}
          {tour.personas.map((persona, at) => (
            <PersonaSteps key={persona.id} persona={persona} first={at === 0} />
          ))}
        </div>
      )}
      <div className={css.foot}>
        <Link to="/score">{demo.ended ? 'The score of the day' : 'The score so far'}</Link>
      </div>
    </aside>
  )
}

function PersonaSteps({ persona, first }: { persona: Persona; first: boolean }) {
  const done = persona.steps.filter((step) => step.done).length
  return (
    <details className={css.persona} open={first || undefined}>
      <summary>
        <b>{persona.title}</b>
        <span className={css.count} data-all={done === persona.steps.length || undefined}>
          {done}/{persona.steps.length}
          <span className="hidden"> done</span>
        </span>
        <small>{persona.who}</small>
      </summary>
      <ol>
        {persona.steps.map((step) => (
          <OneStep key={step.id} step={step} />
        ))}
      </ol>
    </details>
  )
}

function OneStep({ step }: { step: Step }) {
  const state = step.done ? 'done' : step.ready ? 'ready' : 'later'
  return (
    <li className={css.step} data-state={state}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6">
        <circle cx="8" cy="8" r="6.2" strokeDasharray={state === 'later' ? '2 2' : undefined} />
        {step.done ? <path d="M5 8.3l2.2 2.2L11.2 6" strokeLinecap="round" /> : null}
      </svg>
      <div>
        <span className={css.title}>
          {step.title}
          <span className="hidden">{step.done ? ' (done)' : state === 'later' ? ' (not yet)' : ''}</span>
        </span>
        {step.done ? (
          <small>{step.done_at ? `Done at ${clockTime(step.done_at)}` : 'Done'}</small>
        ) : (
          <small>{state === 'later' ? 'Not yet: it has not happened.' : step.hint}</small>
        )}
        {step.ready && !step.done && step.where ? <Go where={step.where} title={step.title} /> : null}
      </div>
    </li>
  )
}

function Go({ where, title }: { where: string; title: string }) {
  const { pathname, searchParams } = new URL(where, window.location.origin)
  return (
    <Link to={pathname} search={Object.fromEntries(searchParams)} className={css.go}>
      Show me<span className="hidden"> where: {title}</span>
    </Link>
  )
}

function Clock({ demo }: { demo: Demo }) {
  const client = useQueryClient()
  const now = useNow()
  const [fault, setFault] = useState<unknown>()
  const change = async (to: { paused?: boolean; speed?: number }) => {
    try {
      client.setQueryData(['demo', 'clock'], await setDemo(to))
      setFault(undefined)
    } catch (problem) {
      setFault(problem)
    }
  }
  const at = new Date(Math.min(now, Date.parse(demo.until))).toISOString()
  const whole = Math.max(1, Date.parse(demo.until) - Date.parse(demo.from))
  const gone = Math.max(0, Math.min(1, (Date.parse(at) - Date.parse(demo.from)) / whole))
  const choices = [...new Set([...speeds, demo.speed])].sort((a, b) => a - b)
  return (
    <div className={css.clock}>
      <div className={css.time}>
        <b>{clockTime(at)}</b>
        <span>{demo.ended ? 'The day is over' : demo.paused ? 'Paused' : day(at)}</span>
      </div>
      <div className={css.dayline} aria-hidden="true">
        <i style={{ inlineSize: `${(gone * 100).toFixed(1)}%` }} />
      </div>
      {demo.ended ? null : (
        <div className={css.controls}>
          <Button onPress={() => void change({ paused: !demo.paused })}>{demo.paused ? 'Go on' : 'Pause'}</Button>
          <select
            aria-label="Speed of the day"
            value={String(demo.speed)}
            onChange={(event) => void change({ speed: Number(event.target.value) })}
          >
            {choices.map((speed) => (
              <option key={speed} value={String(speed)}>
                {speedWords(speed)}
              </option>
            ))}
          </select>
        </div>
      )}
      {fault ? <Failure fault={fault} /> : null}
    </div>
  )
}
