import { describe, expect, it } from 'vitest'
import type { InvoiceRow } from '@/api/types'
import { differencesFirst, type MatchLine, wholeInvoice, wholeLag } from './reads'

const invoice = { id: 5, code: 'INV-5', customer: '17850', status: 'matched', total: { amount: '15.30', currency: 'GBP' } } as InvoiceRow

describe('an invoice', () => {
  it('gets back the noughts that the server leaves out, and an act that is not allowed is not', () => {
    const line = { line: 1, item: '85123A', billed: 6, match: 'over_billed' } as MatchLine
    const page = wholeInvoice({ invoice, lines: [line], acts: [{ command: 'billing.void_invoice', title: 'Void it' } as never] })
    expect(page.lines[0]).toMatchObject({ ordered: 0, shipped: 0, billed: 6, credited: 0, sentence: '' })
    expect(page.acts[0]?.allowed).toBe(false)
    expect(page.differences).toBe(0)
  })

  it('shows its differences first', () => {
    const of = (line: number, match: MatchLine['match']) => ({ line, match }) as MatchLine
    const lines = [of(1, 'matches'), of(2, 'not_billed'), of(3, 'unknown'), of(4, 'price_differs')]
    expect(differencesFirst(lines).map(({ line }) => line)).toEqual([2, 4, 1, 3])
  })
})

describe('the lag', () => {
  it('without rows is empty, not broken', () => {
    expect(wholeLag({ ages: [{ age: '0-4h' } as never] })).toEqual({
      ages: [{ age: '0-4h', shipments: 0, blocked: 0, units: 0, values: [] }],
      items: [],
      total: 0,
      more: false,
    })
  })
})
