/// The server's time. A demonstration plays days in minutes, so the browser's own clock says nothing about what is due.
import { useSyncExternalStore } from 'react'

let offset = 0
let current = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

export function setServerTime(time: string): void {
  const at = Date.parse(time)
  if (Number.isNaN(at)) return
  offset = at - Date.now()
  current = at
}

export function now(): number {
  return Date.now() + offset
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
