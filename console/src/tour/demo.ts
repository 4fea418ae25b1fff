/// The demonstration: its clock, its tour and its score. A server that is no demo has none of it, and nothing is shown.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { methods, read, send } from '@/api/client'
import { useChanges } from '@/api/live'
import type { Schemas, With } from '@/api/types'
import { setServerSpeed, setServerTime } from '@/kit/clock'

/// `speed`: seconds of the world in one real second.
export type Demo = Schemas['DemoStatus']
export type Step = Schemas['TourStep']
export type Persona = Schemas['Persona']
export type Tour = Pick<Schemas['Tour'], 'personas' | 'done' | 'total'>
/// `planted`: else it comes later in the day. `code` is that of its case.
export type Planted = With<Schemas['FoundFault'], 'minutes'>
export type Deviation = Schemas['ScoredCase']
export type Score = Omit<Schemas['Score'], 'position' | 'planted'> & { planted: Planted[] }

/// Empty members are left out by the server.
export function wholeTour(said: Partial<Tour>): Tour {
  const personas = (said.personas ?? []).map((persona) => ({
    ...persona,
    steps: (persona.steps ?? []).map((step) => ({
      ...step,
      hint: step.hint ?? '',
      where: step.where ?? '',
      ready: step.ready ?? false,
      done: step.done ?? false,
    })),
  }))
  const steps = personas.flatMap((persona) => persona.steps)
  return { personas, done: steps.filter((step) => step.done).length, total: steps.length }
}

export function wholeScore(said: Partial<Score>): Score {
  return {
    from: '',
    now: '',
    ...said,
    ended: said.ended ?? false,
    planted: (said.planted ?? []).map((one) => ({ ...one, planted: one.planted ?? false, found: one.found ?? false, minutes: one.minutes ?? 0, solved: one.solved ?? false })),
    deviations: (said.deviations ?? []).map((one) => ({ ...one, solved: one.solved ?? false })),
    cases: said.cases ?? 0,
    owned: said.owned ?? 0,
    solved: said.solved ?? 0,
  }
}

export type Verdict = 'not_due' | 'not_yet' | 'missed'

/// Of a planted fault that nobody has noticed: nothing is missed as long as no answer is owed.
export function verdictOf(fault: Pick<Planted, 'due'>, now: string, ended: boolean): Verdict {
  if (fault.due && Date.parse(now) < Date.parse(fault.due)) return 'not_due'
  return ended ? 'missed' : 'not_yet'
}

/// Undefined when the server is no demo.
export function useDemo(): Demo | undefined {
  const asked = useQuery({ queryKey: ['methods'], queryFn: methods, staleTime: 60_000 })
  const { data } = useQuery({
    queryKey: ['demo', 'clock'],
    queryFn: ({ signal }) => read<Demo>('/v1/demo', undefined, signal),
    enabled: asked.data?.demo ?? false,
    staleTime: 1000,
    refetchInterval: 5000,
  })
  useEffect(() => {
    if (!data) return
    setServerTime(data.now)
    setServerSpeed(data.paused || data.ended ? 0 : data.speed)
  }, [data])
  return data
}

/// Steps check themselves off: the tour is read again when something happens on the server.
export function useTour(): { tour: Tour | undefined; fault: unknown; again(): void } {
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['demo', 'tour'],
    queryFn: async ({ signal }) => wholeTour(await read<Partial<Tour>>('/v1/demo/tour', undefined, signal)),
    refetchInterval: 10_000,
  })
  useChanges(
    2000,
    useCallback(() => void client.invalidateQueries({ queryKey: ['demo', 'tour'] }), [client]),
  )
  return { tour: data, fault: error, again: () => void refetch() }
}

export async function readScore(signal?: AbortSignal): Promise<Score> {
  return wholeScore(await read<Partial<Score>>('/v1/demo/score', undefined, signal))
}

export async function setDemo(change: { paused?: boolean; speed?: number }): Promise<Demo> {
  return send<Demo>('POST', '/v1/demo', change, crypto.randomUUID())
}

/// "1 min is 1 h": what a speed means to a person.
export function speedWords(speed: number): string {
  if (speed >= 60 && speed % 60 === 0) return `1 min is ${speed / 60} h`
  return `1 s is ${speed} s`
}

export const speeds = [1, 30, 60, 120, 300, 600] as const
