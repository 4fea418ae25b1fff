/// A long list as windows that the server cuts: the browser holds what was looked at lately, never the whole list.
/// Rows keep their place while they change; new ones are counted, and come in when the person asks.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Windowed } from '@/api/types'

export const windowSize = 100
/// Windows kept beside those in view; a window of orders is about 40 KiB.
const windowsKept = 12
/// A window that is far from all others is asked for when the person has stopped there.
const restTime = 70

export interface Ask {
  cursor?: string
  /// Rows to pass over from the cursor on; only of lists that jump.
  skip?: number
  /// The first window of a list that jumps asks for its whole length.
  count?: 'exact'
}

export interface Source<Row> {
  /// One list has one key: filters and sort.
  key: string
  /// The server finds a window in the middle by itself (`skip`), so that the whole length can be scrolled at once.
  jumps?: boolean
  read(cursor: string | undefined, signal: AbortSignal, ask: Ask): Promise<Windowed<Row>>
  id(row: Row): string
  /// Rises when the row changes.
  version(row: Row): number
}

interface Held<Row> {
  rows: Row[]
  usedAt: number
}

export interface Windows<Row> {
  /// Rows that can be scrolled to now, and how many there are in all.
  reachable: number
  total: number | undefined
  more: boolean
  row(at: number): Row | undefined
  changedAt(id: string): number
  need(first: number, last: number): void
  loading: boolean
  fault: unknown
  /// Reads the windows in view again and puts changed rows in their old places.
  refresh(): void
  /// Reads the list anew from its start.
  restart(): void
  held(): Row[]
}

export class Store<Row> {
  windows = new Map<number, Held<Row>>()
  cursors: (string | undefined)[] = [undefined]
  ended = false
  total: number | undefined
  more = false
  fault: unknown
  busy = new Map<number, AbortController>()
  changed = new Map<string, number>()
  view: [number, number] = [0, 0]
  resting: ReturnType<typeof setTimeout> | undefined
}

/// How a window is asked for; nothing when it cannot be found yet. A list that jumps counts from the end of its first
/// window, so that new rows at its head move none of the others.
export function askFor(store: Pick<Store<unknown>, 'cursors'>, at: number, jumps: boolean): Ask | undefined {
  if (at === 0) return jumps ? { count: 'exact' } : {}
  if (jumps) return store.cursors[1] === undefined ? undefined : { cursor: store.cursors[1], skip: (at - 1) * windowSize }
  return at < store.cursors.length ? { cursor: store.cursors[at] } : undefined
}

export function useWindows<Row>(source: Source<Row>): Windows<Row> {
  const [, paint] = useState(0)
  const [round, setRound] = useState(0)
  const store = useMemo(() => {
    void source.key
    void round
    return new Store<Row>()
  }, [source.key, round])
  const latest = useRef(source)
  latest.current = source

  const load = useCallback(
    async (at: number, again: boolean) => {
      const ask = askFor(store, at, latest.current.jumps ?? false)
      if (!ask || store.busy.has(at) || (!again && store.windows.has(at))) return
      const stop = new AbortController()
      store.busy.set(at, stop)
      try {
        const answer = await latest.current.read(ask.cursor, stop.signal, ask)
        if (stop.signal.aborted) return
        take(store, latest.current, at, answer)
        store.fault = undefined
      } catch (fault) {
        if (stop.signal.aborted) return
        store.fault = fault
      } finally {
        if (store.busy.get(at) === stop) store.busy.delete(at)
        if (!stop.signal.aborted) paint((n) => n + 1)
      }
    },
    [store],
  )

  useEffect(() => {
    void load(0, false)
    return () => {
      clearTimeout(store.resting)
      for (const stop of store.busy.values()) stop.abort()
    }
  }, [load, store])

  const need = useCallback(
    (first: number, last: number) => {
      store.view = [Math.floor(first / windowSize), Math.floor(last / windowSize)]
      clearTimeout(store.resting)
      let far = false
      for (let at = store.view[0]; at <= store.view[1]; ++at) {
        const held = store.windows.get(at)
        if (held) held.usedAt = Date.now()
        else if (store.fault !== undefined) continue
        else if (store.windows.has(at - 1) || store.windows.has(at + 1)) void load(at, false)
        else far = true
      }
      if (far) {
        store.resting = setTimeout(() => {
          for (let at = store.view[0]; at <= store.view[1]; ++at) void load(at, false)
        }, restTime)
      }
      leave(store)
      drop(store)
    },
    [load, store],
  )

  return {
    reachable: store.windows.size === 0 ? 0 : reachableOf(store, source.jumps ?? false),
    total: store.total,
    more: store.more,
    row: (at) => store.windows.get(Math.floor(at / windowSize))?.rows[at % windowSize],
    changedAt: (id) => store.changed.get(id) ?? 0,
    need,
    loading: store.windows.size === 0 && store.fault === undefined,
    fault: store.fault,
    refresh: () => {
      for (let at = store.view[0]; at <= store.view[1]; ++at) void load(at, true)
    },
    restart: () => setRound((n) => n + 1),
    held: () => [...store.windows.entries()].sort(([a], [b]) => a - b).flatMap(([, held]) => held.rows),
  }
}

export function reachableOf(store: Store<unknown>, jumps: boolean): number {
  if (jumps && store.total !== undefined && !store.more) return store.total
  const known = store.ended ? lengthOf(store) : store.cursors.length * windowSize
  return store.total === undefined || store.more ? known : Math.min(known, store.total)
}

function lengthOf<Row>(store: Store<Row>): number {
  const last = store.cursors.length - 1
  const held = store.windows.get(last)
  return last * windowSize + (held ? held.rows.length : windowSize)
}

export function take<Row>(store: Store<Row>, source: Pick<Source<Row>, 'id' | 'version' | 'jumps'>, at: number, answer: Windowed<Row>): void {
  const before = store.windows.get(at)
  // Only the first window of a list that jumps counts it to its end.
  if (answer.total !== undefined && (!source.jumps || at === 0)) {
    store.total = answer.total
    store.more = answer.more ?? false
  }
  if (before) {
    // In place: a row that is no longer in this window stays as it was last seen.
    const fresh = new Map(answer.items.map((row) => [source.id(row), row]))
    before.rows = before.rows.map((row) => {
      const next = fresh.get(source.id(row))
      if (!next || source.version(next) === source.version(row)) return row
      store.changed.set(source.id(row), Date.now())
      return next
    })
    return
  }
  store.windows.set(at, { rows: answer.items, usedAt: Date.now() })
  if (source.jumps) {
    if (at === 0) store.cursors[1] = answer.next_cursor
    // Rows that have left the list since it was counted are missed at its end.
    else if (answer.items.length < windowSize && !answer.next_cursor) store.total = at * windowSize + answer.items.length
    return
  }
  if (at + 1 === store.cursors.length) {
    if (answer.next_cursor && answer.items.length > 0) store.cursors.push(answer.next_cursor)
    else store.ended = true
  }
}

/// Nobody waits for windows that were scrolled past.
function leave<Row>(store: Store<Row>): void {
  for (const [at, stop] of store.busy) {
    if (at !== 0 && (at < store.view[0] - 1 || at > store.view[1] + 1)) {
      stop.abort()
      store.busy.delete(at)
    }
  }
}

function drop<Row>(store: Store<Row>): void {
  if (store.windows.size <= windowsKept) return
  const far = [...store.windows.entries()]
    .filter(([at]) => at < store.view[0] - 1 || at > store.view[1] + 1)
    .sort(([, a], [, b]) => a.usedAt - b.usedAt)
  for (const [at] of far.slice(0, store.windows.size - windowsKept)) store.windows.delete(at)
}

/// A short list that is all here already, for what shows windows.
export function windowsOf<Row>(rows: readonly Row[], restart: () => void): Windows<Row> {
  return {
    reachable: rows.length,
    total: rows.length,
    more: false,
    row: (at) => rows[at],
    changedAt: () => 0,
    need: () => undefined,
    loading: false,
    fault: undefined,
    refresh: restart,
    restart,
    held: () => [...rows],
  }
}
