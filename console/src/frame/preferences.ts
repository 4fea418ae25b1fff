/// What a person chose for this browser: theme, time zone, single-key shortcuts.
import { useSyncExternalStore } from 'react'

export interface Preferences {
  theme: 'system' | 'light' | 'dark'
  zone: 'mine' | 'utc'
  keys: boolean
  /// The tour of a demonstration is shown.
  tour: boolean
}

const place = 'truefill.preferences'
const defaults: Preferences = { theme: 'system', zone: 'mine', keys: true, tour: true }
const listeners = new Set<() => void>()
let current = load()

function load(): Preferences {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>) }
  } catch {
    return defaults
  }
}

export function preferences(): Preferences {
  return current
}

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(place, JSON.stringify(current))
  } catch {
    // Private windows may refuse: the choice then lasts as long as the page.
  }
  applyTheme()
  for (const told of listeners) told()
}

export function applyTheme(): void {
  if (current.theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = current.theme
}

function subscribe(told: () => void): () => void {
  listeners.add(told)
  return () => listeners.delete(told)
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current)
}
