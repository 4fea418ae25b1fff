/// A tab's end of the live stream: what state it is in, and what has changed.
import { useEffect, useSyncExternalStore } from 'react'
import { newestPosition, onFirstPosition } from './client'
import { type Change, Feed, type FeedMessage, type FeedRequest, type LiveState } from './feed'

let current: { state: LiveState; since: number } = { state: 'off', since: Date.now() }
const stateListeners = new Set<() => void>()
const changeListeners = new Set<(change: Change) => void>()
let request: ((message: FeedRequest) => void) | undefined
/// While a tab is hidden nothing is read again; what was missed is one gap when it comes back.
let missed = false

function hear(message: FeedMessage): void {
  if (message.kind === 'state') {
    current = { state: message.state, since: message.since }
    for (const told of stateListeners) told()
    return
  }
  if (document.hidden) {
    missed = true
    return
  }
  for (const told of changeListeners) told(message.change)
}

function connectWorker(): (message: FeedRequest) => void {
  const worker = new SharedWorker(new URL('./live_worker.ts', import.meta.url), { type: 'module', name: 'truefill' })
  worker.port.onmessage = (event: MessageEvent<FeedMessage>) => hear(event.data)
  worker.port.start()
  window.addEventListener('pagehide', () => worker.port.postMessage({ kind: 'bye' } satisfies FeedRequest))
  return (message) => worker.port.postMessage(message)
}

/// Without shared workers the tab that holds the lock reads the stream and tells the others.
function connectLeader(): (message: FeedRequest) => void {
  const channel = new BroadcastChannel('truefill-live')
  channel.onmessage = (event: MessageEvent<FeedMessage>) => hear(event.data)
  const feed = new Feed((message) => {
    channel.postMessage(message)
    hear(message)
  })
  let leading = !navigator.locks
  let waiting: FeedRequest | undefined
  void navigator.locks?.request('truefill-live', () => {
    leading = true
    if (waiting) feed.handle(waiting)
    return new Promise(() => undefined)
  })
  return (message) => {
    if (leading) feed.handle(message)
    else if (message.kind === 'start') waiting = message
  }
}

export function startLive(): void {
  if (request) return
  request = typeof SharedWorker === 'undefined' ? connectLeader() : connectWorker()
  onFirstPosition((after) => request?.({ kind: 'start', after }))
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return
    request?.({ kind: 'wake' })
    if (!missed) return
    missed = false
    const change = { position: newestPosition(), subjects: [], types: [], created: [], general: true, gap: true }
    for (const told of changeListeners) told(change)
  })
  window.addEventListener('online', () => request?.({ kind: 'wake' }))
}

/// After a new log-in: the stream is tried again at once.
export function wakeLive(): void {
  request?.({ kind: 'wake' })
}

function subscribe(told: () => void): () => void {
  stateListeners.add(told)
  return () => stateListeners.delete(told)
}

export function useLiveState(): { state: LiveState; since: number } {
  return useSyncExternalStore(subscribe, () => current)
}

export function onChange(told: (change: Change) => void): () => void {
  changeListeners.add(told)
  return () => changeListeners.delete(told)
}

/// Calls back with what changed since the last call, at most once in `every` milliseconds.
export function useChanges(every: number, told: (change: Change) => void): void {
  useEffect(() => {
    let held: Change | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = 0
    const flush = () => {
      timer = undefined
      last = Date.now()
      const change = held
      held = undefined
      if (change) told(change)
    }
    const stop = onChange((change) => {
      held = held ? merge(held, change) : change
      timer ??= setTimeout(flush, Math.max(0, last + every - Date.now()))
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [every, told])
}

export function merge(first: Change, second: Change): Change {
  return {
    position: Math.max(first.position, second.position),
    subjects: [...new Set([...first.subjects, ...second.subjects])],
    types: [...new Set([...first.types, ...second.types])],
    created: [...new Set([...first.created, ...second.created])],
    general: first.general || second.general,
    gap: first.gap || second.gap,
  }
}
