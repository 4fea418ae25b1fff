/// The line of a burn-down as points of a drawing. Counts become places only: no number that is shown is made here.
import type { BurningCutOff } from './types'

export interface Drawing {
  /// Releases that were here, up to now.
  line: string
  /// From now to the cut-off, at the pace of the last hours.
  ahead: string
  /// The area under the line.
  area: string
  now: number
  greatest: number
}

export const width = 220
export const height = 44

export function drawing(cutoff: BurningCutOff): Drawing | undefined {
  const points = cutoff.points ?? []
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last || points.length < 2) return undefined
  const from = Date.parse(first.at)
  const now = Date.parse(last.at)
  // Without a cut-off the line fills the drawing.
  const end = Math.max(cutoff.at ? Date.parse(cutoff.at) : now, now)
  const greatest = Math.max(1, cutoff.expected_left ?? 0, ...points.map((point) => point.open ?? 0))
  const x = (at: number) => round((width * (at - from)) / (end - from))
  const y = (many: number) => round(2 + (height - 4) * (1 - many / greatest))
  const line = points.map((point) => `${x(Date.parse(point.at))},${y(point.open ?? 0)}`).join(' ')
  return {
    line,
    ahead: end > now ? `${x(now)},${y(last.open ?? 0)} ${x(end)},${y(cutoff.expected_left ?? 0)}` : '',
    area: `${x(from)},${height} ${line} ${x(now)},${height}`,
    now: x(now),
    greatest,
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
