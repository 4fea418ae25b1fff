/// The small parts that every screen is made of.
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import type { Act, Time } from '@/api/types'
import { usePreferences } from '@/frame/preferences'
import { useNow } from './clock'
import { exactly, moment, span, words } from './format'
import css from './kit.module.css'
import { type Glyph, lookOf, type Tone } from './words'

export function Button({ look = '', ...rest }: ButtonProps & { look?: '' | 'primary' | 'quiet' }) {
  return <AriaButton {...rest} className={`${css.button} ${look === '' ? '' : css[look]}`} />
}

function Sign({ glyph }: { glyph: Glyph }) {
  const ring = <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
  let inside: ReactNode = null
  if (typeof glyph === 'number') {
    // A quarter of the disc for each step.
    const turn = (glyph / 4) * 2 * Math.PI
    const x = 6 + 2.8 * Math.sin(turn)
    const y = 6 - 2.8 * Math.cos(turn)
    inside =
      glyph === 4 ? (
        <circle cx="6" cy="6" r="2.8" fill="currentColor" />
      ) : glyph === 0 ? null : (
        <path d={`M6 6V3.2A2.8 2.8 0 ${glyph > 2 ? 1 : 0} 1 ${x} ${y}Z`} fill="currentColor" />
      )
  }
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.7, strokeLinecap: 'round' } as const
  if (glyph === 'done') inside = <path d="M3.6 6.2l1.7 1.7 3.1-3.5" {...line} strokeWidth={1.4} />
  if (glyph === 'stop') inside = <path d="M4.7 4.4v3.2M7.3 4.4v3.2" {...line} strokeWidth={1.4} />
  if (glyph === 'cross') inside = <path d="M4.3 4.3l3.4 3.4M7.7 4.3L4.3 7.7" {...line} strokeWidth={1.4} />
  if (glyph === 'clock') inside = <path d="M6 3.6V6l1.6 1" {...line} strokeWidth={1.3} />
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {glyph === 'alert' ? (
        <>
          <path d="M6 1.4l5 9H1z" {...line} strokeWidth={1.4} strokeLinejoin="round" />
          <path d="M6 5v2.2M6 8.8v.1" {...line} strokeWidth={1.3} />
        </>
      ) : glyph === 'dot' ? (
        <circle cx="6" cy="6" r="2.5" fill="currentColor" />
      ) : (
        <>
          {ring}
          {inside}
        </>
      )}
    </svg>
  )
}

/// With a `title` it ends with an ellipsis where there is no room for all of it, and the hover gives it in full.
export function Pill({ tone, glyph = 'dot', title, children }: { tone: Tone; glyph?: Glyph; title?: string; children: ReactNode }) {
  return (
    <span className={`${css.pill} ${css[tone]}`} title={title}>
      <Sign glyph={glyph} />
      <span>{children}</span>
    </span>
  )
}

export function Status({ status, title }: { status: string; title?: string }) {
  const look = lookOf(status)
  return (
    <Pill tone={look.tone} glyph={look.glyph} title={title}>
      {words(status)}
    </Pill>
  )
}

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={css.kbd}>{children}</kbd>
}

export function Panel(props: { title: string; note?: string; id?: string; tools?: ReactNode; children: ReactNode }) {
  const heading = props.id ? `${props.id}-title` : undefined
  return (
    <section className={css.panel} id={props.id} aria-labelledby={heading} aria-label={heading ? undefined : props.title}>
      <div className={css.panelHead}>
        <h2 id={heading}>
          {props.title}
          {props.note ? <small>{props.note}</small> : null}
        </h2>
        {props.tools}
      </div>
      {props.children}
    </section>
  )
}

/// A name and its value, in a `<dl>`.
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/// What may not be done now, each with the server's reason.
export function NotNow({ acts }: { acts: readonly Act[] }) {
  const forbidden = acts.filter((act) => !act.allowed)
  if (forbidden.length === 0) return null
  return (
    <details className={css.notNow}>
      <summary>Not now: {forbidden.map((act) => act.title.toLowerCase()).join(', ')}</summary>
      <ul>
        {forbidden.map((act) => (
          <li key={`${act.command} ${act.title}`}>
            <b>{act.title}:</b> {act.reason}.
          </li>
        ))}
      </ul>
    </details>
  )
}

/// A time as the person wants it; the hover gives it in full.
export function Moment({ at }: { at: Time | undefined }) {
  usePreferences()
  if (!at) return <span className="faint">–</span>
  return (
    <time dateTime={at} title={exactly(at)}>
      {moment(at)}
    </time>
  )
}

/// "in 2 h 5 min", "3 d 4 h late".
export function Due({ at, done = false }: { at: Time | undefined; done?: boolean }) {
  const now = useNow()
  if (!at) return <span className="faint">–</span>
  const left = Date.parse(at) - now
  return (
    <time dateTime={at} title={exactly(at)} className={left < 0 && !done ? css.late : undefined}>
      {left < 0 ? `${span(left)} late` : `in ${span(left)}`}
    </time>
  )
}

export function Ago({ at }: { at: Time | undefined }) {
  const now = useNow()
  if (!at) return <span className="faint">–</span>
  return (
    <time dateTime={at} title={exactly(at)}>
      {span(now - Date.parse(at))} ago
    </time>
  )
}
