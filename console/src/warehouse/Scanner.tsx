/// The field that belongs to the scanner.
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Problem } from '@/api/client'
import { readOrder, readOrders } from '@/api/reads'
import { useKeys } from '@/frame/keys'
import kit from '@/kit/kit.module.css'
import css from './board.module.css'

/// A scanner types and ends with Enter. The field takes the focus back when nothing else wants it.
export function Scanner() {
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  useKeys({ s: () => input.current?.focus() })
  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const q = input.current?.value.trim() ?? ''
    if (q === '') return
    if (input.current) input.current.value = ''
    try {
      // The very number first: SO-17 is also a part of SO-170.
      const exact = await readOrder(q).catch((fault) => {
        if (fault instanceof Problem && fault.status === 404) return undefined
        throw fault
      })
      const found = exact ? { items: [] } : await readOrders({ q, limit: 2 })
      const number = exact?.number ?? (found.items.length === 1 ? found.items[0]?.number : undefined)
      if (number) void navigate({ to: '/o/$number', params: { number } })
      else setSaid(found.items.length === 0 ? `✗ Nothing is known as ${q}.` : `✗ ${q} fits more than one order.`)
    } catch (fault) {
      setSaid(`✗ ${fault instanceof Error ? fault.message : String(fault)}`)
    }
  }
  return (
    <form className={css.scanner} onSubmit={(event) => void submit(event)}>
      <input
        ref={input}
        className={kit.input}
        aria-label="Scan an order"
        placeholder="Scan or type an order"
        autoComplete="off"
        onChange={() => setSaid('')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <span role="alert" className={css.said}>
        {said}
      </span>
    </form>
  )
}
