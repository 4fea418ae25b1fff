import { describe, expect, it } from 'vitest'
import { plannedOf, plannedShipments } from './bulk'
import { wholeInvoice, wholeLag } from './reads'

const invoice = (acts: object[]) =>
  wholeInvoice({
    invoice: {
      id: 5,
      code: 'INV-5',
      customer: 'C-1',
      status: 'pending',
      total: { amount: '19.30', currency: 'GBP' },
      open: { amount: '12.00', currency: 'GBP' },
    } as never,
    acts: acts as never,
  })

describe('the plan for many invoices', () => {
  const allowed = { command: 'billing.confirm_invoice', title: 'Finance has posted it', allowed: true, body: '{"invoice":5}' }

  it('fills in what the page of each invoice has', () => {
    const planned = plannedOf('billing.confirm_invoice', invoice([allowed]))
    expect(planned).toMatchObject({ of: 'INV-5', allowed: true, title: 'Finance has posted it' })
    expect(JSON.parse(planned.body ?? '')).toEqual({ invoice: 5, number: 'INV-5', total: { amount: '19.30', currency: 'GBP' } })
    const given = plannedOf('billing.write_off', invoice([{ ...allowed, command: 'billing.write_off' }]))
    expect(JSON.parse(given.body ?? '')).toEqual({ invoice: 5, amount: '12.00' })
  })

  it('says why one cannot be done, in the words of the server', () => {
    const refused = { command: 'billing.void_invoice', title: 'Void it', allowed: false, reason: 'it is with finance' }
    expect(plannedOf('billing.void_invoice', invoice([refused]))).toEqual({ of: 'INV-5', title: 'Void it', allowed: false, reason: 'it is with finance' })
    expect(plannedOf('billing.void_invoice', invoice([])).allowed).toBe(false)
  })
})

it('what is with finance is not billed again, and what is gone is said', () => {
  const row = { order: 'SO-1', issued_at: '2026-03-02T10:00:00Z', age: '0-4h', value: { amount: '1.00', currency: 'GBP' }, site: 'LEEDS' }
  const lag = wholeLag({
    items: [
      { ...row, shipment: 'SH-1', invoice: 'INV-1', why: 'INV-1 is with finance.' },
      { ...row, shipment: 'SH-2', blocked: true, why: 'No invoice was prepared.' },
    ] as never,
  })
  expect(plannedShipments(lag, ['SH-1', 'SH-2', 'SH-3'])).toEqual([
    { of: 'SH-1', allowed: false, reason: 'INV-1 is with finance' },
    { of: 'SH-2', allowed: true, body: '{"shipment":2}' },
    { of: 'SH-3', allowed: false, reason: 'it is billed meanwhile' },
  ])
})
