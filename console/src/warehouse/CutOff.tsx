/// The clock to the next cut-off of a site.
import { useOverview } from '@/frame/overview'
import { useNow } from '@/kit/clock'
import { clockTime, count, span } from '@/kit/format'
import css from './board.module.css'

export function useCutOff(site: string) {
  const { data } = useOverview()
  return (data?.cutoffs ?? []).find((cutoff) => cutoff.site === site && Boolean(cutoff.at))
}

export function CutOffClock({ site }: { site: string }) {
  const now = useNow()
  const next = useCutOff(site)
  if (!next) return null
  const left = Date.parse(next.at) - now
  return (
    <p className={css.clock} data-near={left < 3_600_000 || undefined}>
      <small>Cut-off {clockTime(next.at)}</small>
      <b>{left < 0 ? 'passed' : span(left)}</b>
      <small>{count(next.waiting_lines, 'line')} waiting</small>
    </p>
  )
}

export function NextCutOff({ site }: { site: string }) {
  const next = useCutOff(site)
  return next ? <p>Next cut-off {clockTime(next.at)}.</p> : null
}
