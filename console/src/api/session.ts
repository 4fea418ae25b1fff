/// Who is logged in, for all that shows it.
import { useSyncExternalStore } from 'react'
import type { Session } from './types'

let current: Session | undefined
const listeners = new Set<() => void>()

export function keepSession(session: Session | undefined): void {
  current = session
  for (const told of listeners) told()
}

export function session(): Session | undefined {
  return current
}

function subscribe(told: () => void): () => void {
  listeners.add(told)
  return () => listeners.delete(told)
}

export function useSession(): Session | undefined {
  return useSyncExternalStore(subscribe, session)
}

/// He may change users and keys; the server asks again anyway.
export function useAdministers(): boolean {
  const who = useSession()
  return Boolean(who?.is_operator || who?.roles?.includes('administrator'))
}
