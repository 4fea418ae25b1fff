import { expect, it } from 'vitest'
import { askFor, reachableOf, Store, take, windowSize } from './windows'

interface Row {
  name: string
  version: number
}
const source = { id: (row: Row) => row.name, version: (row: Row) => row.version, jumps: true }
const rows = (from: number, many: number): Row[] => Array.from({ length: many }, (_, at) => ({ name: `r${from + at}`, version: 1 }))

it('a list that jumps is as long as the server counted, and finds a window from the end of the first one', () => {
  const store = new Store<Row>()
  expect(askFor(store, 0, true)).toEqual({ count: 'exact' })
  expect(askFor(store, 300, true)).toBeUndefined()
  take(store, source, 0, { items: rows(0, windowSize), next_cursor: 'c', total: 50_000 })
  expect(reachableOf(store, true)).toBe(50_000)
  expect(askFor(store, 300, true)).toEqual({ cursor: 'c', skip: 299 * windowSize })
  // A later window counts no further than it must: that is no news about the length.
  take(store, source, 300, { items: rows(30_000, windowSize), next_cursor: 'd', total: 10_000, more: true })
  expect(reachableOf(store, true)).toBe(50_000)
})

it('a list that got shorter ends where its last window ends', () => {
  const store = new Store<Row>()
  take(store, source, 0, { items: rows(0, windowSize), next_cursor: 'c', total: 250 })
  take(store, source, 2, { items: rows(200, 12) })
  expect(reachableOf(store, true)).toBe(212)
})

it('a list without jumps is reached window by window', () => {
  const plain = { ...source, jumps: false }
  const store = new Store<Row>()
  take(store, plain, 0, { items: rows(0, windowSize), next_cursor: 'c', total: 10_000, more: true })
  expect(reachableOf(store, false)).toBe(2 * windowSize)
  expect(askFor(store, 1, false)).toEqual({ cursor: 'c' })
  expect(askFor(store, 2, false)).toBeUndefined()
})

it('a changed row is put in its old place, and others stay', () => {
  const store = new Store<Row>()
  take(store, source, 0, { items: rows(0, 3), total: 3 })
  take(store, source, 0, { items: [{ name: 'new', version: 9 }, { name: 'r0', version: 2 }, { name: 'r1', version: 1 }], total: 4 })
  expect(store.windows.get(0)?.rows).toEqual([
    { name: 'r0', version: 2 },
    { name: 'r1', version: 1 },
    { name: 'r2', version: 1 },
  ])
  expect(store.changed.has('r0')).toBe(true)
  expect(store.changed.has('r1')).toBe(false)
})
