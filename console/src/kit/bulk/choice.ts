/// Which rows of a list are chosen for an act on many: some by name, or all that match.
import { useEffect, useRef, useState } from 'react'
import { useKeys } from '@/frame/keys'
import { type Selection, useLatest } from '@/kit/Grid'
import type { Windows } from '@/kit/windows'

export interface Choice extends Selection {
  names: ReadonlySet<string>
  all: boolean
  many: number
  takeAll(): void
  clear(): void
}

/// `key` is that of the list: another filter begins with nothing chosen.
export function useChoice<Row>(key: string, windows: Windows<Row>, nameOf: (row: Row) => string): Choice {
  const [state, setState] = useState({ key, names: new Set<string>(), all: false })
  const last = useRef(0)
  const { names, all } = state.key === key ? state : { names: new Set<string>(), all: false }
  const take = (next: Set<string>) => setState({ key, names: next, all: false })
  const choice: Choice = {
    names,
    all,
    many: all ? (windows.total ?? 0) : names.size,
    has: (name) => all || names.has(name),
    toggle: (at, name) => {
      const next = new Set(all ? [] : names)
      if (!next.delete(name)) next.add(name)
      last.current = at
      take(next)
    },
    reach: (at) => {
      const next = new Set(all ? [] : names)
      for (let row = Math.min(last.current, at); row <= Math.max(last.current, at); ++row) {
        const held = windows.row(row)
        if (held) next.add(nameOf(held))
      }
      last.current = at
      take(next)
    },
    takeAll: () => setState({ key, names: new Set(), all: true }),
    clear: () => take(new Set()),
  }
  useTakeAll(choice.takeAll)
  useKeys(choice.many > 0 ? { escape: choice.clear } : {})
  return choice
}

/// Ctrl A outside of fields and dialogs; there it selects text, as always.
function useTakeAll(takeAll: () => void): void {
  const latest = useLatest(takeAll)
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const elsewhere = event.target instanceof Element && event.target.closest('input,textarea,select,[contenteditable],[role=dialog]')
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'a' || elsewhere) return
      event.preventDefault()
      latest()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [latest])
}
