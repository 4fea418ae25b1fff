/// What a panel shows when it has no rows to show: loading, empty of three kinds, and a problem.
import type { ReactNode } from 'react'
import { Problem } from '@/api/client'
import css from './kit.module.css'
import { Button } from './parts'

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={css.state}>
      <h2>{title}</h2>
      {children}
    </div>
  )
}

export function Loading({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Loading" style={{ padding: '12px' }}>
      {Array.from({ length: rows }, (_, at) => (
        <span
          key={at}
          className={css.skeleton}
          style={{ width: `${90 - ((at * 37) % 50)}%`, margin: '6px 0 16px' }}
          aria-hidden="true"
        />
      ))}
    </div>
  )
}

export function Failure({ fault, retry, kept }: { fault: unknown; retry?: () => void; kept?: string }) {
  const problem = fault instanceof Problem ? fault : undefined
  const title = problem?.heading ?? 'This part could not be shown.'
  const detail = problem?.body.detail ?? (problem ? undefined : String(fault))
  const trace = problem?.body.trace_id
  return (
    <div className={`${css.state} ${css.problem}`} role="alert">
      <h2>{title}</h2>
      {detail && detail !== title ? <p>{detail}</p> : null}
      {problem?.body.errors?.map((error) => (
        <p key={error.pointer}>
          <code>{error.pointer}</code> {error.detail}
        </p>
      ))}
      {kept ? <p>{kept}</p> : null}
      {problem?.offline ? <p>Nothing is lost: what was answered is on the server’s disk.</p> : null}
      <div className={css.stateRow}>
        {retry ? <Button onPress={retry}>Try again</Button> : null}
        {trace ? (
          <Button look="quiet" onPress={() => void navigator.clipboard?.writeText(trace)}>
            Copy trace {trace.slice(0, 8)}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
