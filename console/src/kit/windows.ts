/// A long list as windows that the server cuts: the browser holds what was looked at lately, never the whole list.
/// Rows keep their place while they change; new ones are counted, and come in when the person asks.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Windowed } from '@/api/types'

export const windowSize = 100
/// Windows kept beside those in view; a window of orders is about 40 KiB.
const windowsKept = 12

export interface Source<Row> {
  /// One list has one key: filters and sort.
  key: string
  read(cursor: string | undefined, signal: AbortSignal): Promise<Windowed<Row>>
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

class Store<Row> {
  windows = new Map<number, Held<Row>>()
  cursors: (string | undefined)[] = [undefined]
  ended = false
  total: number | undefined
  more = false
  fault: unknown
  busy = new Map<number, AbortController>()
  changed = new Map<string, number>()
  view: [number, number] = [0, 0]
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
      if (at >= store.cursors.length || store.busy.has(at) || (!again && store.windows.has(at))) return
      const stop = new AbortController()
      store.busy.set(at, stop)
      try {
        const answer = await latest.current.read(store.cursors[at], stop.signal)
        if (stop.signal.aborted) return
        take(store, latest.current, at, answer)
        store.fault = undefined
      } catch (fault) {
        if (stop.signal.aborted) return
        store.fault = fault
      } finally {
        store.busy.delete(at)
        paint((n) => n + 1)
      }
    },
    [store],
  )

  useEffect(() => {
    void load(0, false)
    return () => {
      for (const stop of store.busy.values()) stop.abort()
    }
  }, [load, store])

  const need = useCallback(
    (first: number, last: number) => {
      store.view = [Math.floor(first / windowSize), Math.floor(last / windowSize)]
      for (let at = store.view[0]; at <= store.view[1]; ++at) {
        const held = store.windows.get(at)
        if (held) held.usedAt = Date.now()
        else if (store.fault === undefined) void load(at, false)
      }
      drop(store)
    },
    [load, store],
  )

  const known = store.ended ? lengthOf(store) : store.cursors.length * windowSize
  const reachable = store.total === undefined || store.more ? known : Math.min(known, store.total)
  return {
    reachable: store.windows.size === 0 ? 0 : reachable,
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

function lengthOf<Row>(store: Store<Row>): number {
  const last = store.cursors.length - 1
  const held = store.windows.get(last)
  return last * windowSize + (held ? held.rows.length : windowSize)
}

function take<Row>(store: Store<Row>, source: Source<Row>, at: number, answer: Windowed<Row>): void {
  const before = store.windows.get(at)
  if (answer.total !== undefined) store.total = answer.total
  store.more = answer.more ?? false
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
  if (at + 1 === store.cursors.length) {
    if (answer.next_cursor && answer.items.length > 0) store.cursors.push(answer.next_cursor)
    else store.ended = true
  }
}

function drop<Row>(store: Store<Row>): void {
  if (store.windows.size <= windowsKept) return
  const far = [...store.windows.entries()]
    .filter(([at]) => at < store.view[0] - 1 || at > store.view[1] + 1)
    .sort(([, a], [, b]) => a.usedAt - b.usedAt)
  for (const [at] of far.slice(0, store.windows.size - windowsKept)) store.windows.delete(at)
}
