/// Reads again what a change on the server touched. Lists that keep their rows in place do it themselves.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useChanges } from '@/api/live'
import type { Change } from '@/api/feed'

/// First words of query keys, and the events after which they are read again.
const heeds: [key: string, prefixes: string[]][] = [
  ['overview', ['']],
  ['cases', ['cases.', 'orders.hold_', 'inventory.count_', 'inventory.stock_counted', 'returns.']],
  ['site', ['warehouse.', 'shipping.', 'inventory.']],
  ['finance', ['billing.']],
]

export function useReadAgain(): void {
  const client = useQueryClient()
  const touched = useCallback(
    (change: Change) => {
      for (const [key, prefixes] of heeds) {
        const hit = change.gap || change.types.some((type) => prefixes.some((prefix) => type.startsWith(prefix)))
        if (hit) void client.invalidateQueries({ queryKey: [key] })
      }
      const subjects = new Set(change.subjects)
      void client.invalidateQueries({
        predicate: ({ queryKey: [kind, name] }) =>
          (kind === 'order' || kind === 'timeline') && (change.gap || change.general || subjects.has(String(name))),
      })
    },
    [client],
  )
  useChanges(1000, touched)
}
