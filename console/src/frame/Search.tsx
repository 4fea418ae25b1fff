/// The search box on top: an order by whatever is known of it, a document by its code, a page or a site by its name.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { readOrders } from '@/api/reads'
import { words } from '@/kit/format'
import { Kbd } from '@/kit/parts'
import css from './frame.module.css'
import { useKeys } from './keys'
import { type Place, placesFor } from './places'
import { useOverview } from './overview'

/// Typing is over for the moment.
const restTime = 150

function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restTime)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

function useFound(typed: string, open: boolean): Place[] {
  const { data: overview } = useOverview()
  const q = useRested(typed.trim())
  const orders = useQuery({
    queryKey: ['orders', 'find', q],
    queryFn: ({ signal }) => readOrders({ q, limit: 5 }, signal),
    enabled: open && q.length >= 2,
  })
  if (!open || typed.trim() === '') return []
  const sites = [...new Set((overview?.matrix ?? []).map((cell) => cell.site))].filter((site) => site !== '')
  const rows = q.length >= 2 && typed.trim() === q ? (orders.data?.items ?? []) : []
  return [
    ...placesFor(typed, sites),
    ...rows.map((row) => ({
      title: row.number,
      note: `${words(row.status)} · ${row.customer.name ?? row.customer.code}`,
      to: `/o/${encodeURIComponent(row.number)}`,
    })),
  ]
}

export function Search() {
  const navigate = useNavigate()
  const { history } = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const found = useFound(typed, open)
  const active = found[at]
  const focus = () => {
    input.current?.focus()
    input.current?.select()
  }
  useKeys({ '/': focus, 'ctrl+k': focus })

  const go = (place: Place) => {
    input.current?.blur()
    setTyped('')
    history.push(place.to)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const q = typed.trim()
    if (active) return go(active)
    if (q === '') return
    const exact = found.find(({ title }) => title.toLowerCase() === q.toLowerCase() || title === q.toUpperCase().replace(' ', '-'))
    if (exact) return go(exact)
    input.current?.blur()
    const list = await readOrders({ q, limit: 2 }).catch(() => undefined)
    const row = list?.items[0]
    const one = row && (list.items.length === 1 || row.number.toLowerCase() === q.toLowerCase())
    if (one) void navigate({ to: '/o/$number', params: { number: row.number } })
    else void navigate({ to: '/orders', search: { q } })
  }
  const move = (by: number) => setAt((before) => Math.max(-1, Math.min(found.length - 1, before + by)))

  return (
    <form className={css.search} role="search" onSubmit={(event) => void submit(event)}>
      <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
        <circle cx="6" cy="6" r="4" />
        <path d="M9 9l3.5 3.5" strokeLinecap="round" />
      </svg>
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label="Find an order or a page"
        aria-expanded={found.length > 0}
        aria-controls="found"
        aria-autocomplete="list"
        aria-activedescendant={active ? `found-${at}` : undefined}
        autoComplete="off"
        placeholder="Order, purchase order, customer, item, page"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(-1)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          move(event.key === 'ArrowDown' ? 1 : -1)
        }}
      />
      <Kbd>/</Kbd>
      <ul id="found" role="listbox" aria-label="Found" className={css.found} hidden={found.length === 0}>
        {found.map((place, index) => (
          <li
            key={`${place.to} ${index}`}
            id={`found-${index}`}
            role="option"
            aria-selected={index === at}
            // Before the box loses the focus, and the list with it.
            onMouseDown={(event) => {
              event.preventDefault()
              go(place)
            }}
          >
            <span>{place.title}</span>
            <small>{place.note}</small>
          </li>
        ))}
      </ul>
    </form>
  )
}
