/// The server's time. A demonstration plays days in minutes, so the browser's own clock says nothing about what is due.
import { useSyncExternalStore } from 'react'

/// The server's time at a moment of this browser, and how fast it has run since.
let serverAt = Date.now()
let browserAt = Date.now()
let rate = 1
let current = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

export function setServerTime(time: string): void {
  const at = Date.parse(time)
  if (Number.isNaN(at)) return
  serverAt = at
  browserAt = Date.now()
  current = at
  for (const each of listeners) each()
}

/// Seconds of the server in one real second: 60 in a demonstration, 0 while it is paused.
export function setServerSpeed(speed: number): void {
  if (!(speed >= 0) || speed === rate) return
  serverAt = now()
  browserAt = Date.now()
  rate = speed
}

export function now(): number {
  return serverAt + (Date.now() - browserAt) * rate
}

function tick(): void {
  current = now()
  for (const each of listeners) each()
}

function subscribe(told: () => void): () => void {
  listeners.add(told)
  timer ??= setInterval(tick, 1000)
  return () => {
    listeners.delete(told)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/// Ticks every second while somebody looks.
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => current)
}
