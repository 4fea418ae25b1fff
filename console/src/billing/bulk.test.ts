import { expect, it } from 'vitest'
import { plannedShipments, withFacts } from './bulk'
import { wholeInvoice, wholeLag } from './reads'

const invoice = wholeInvoice({
  invoice: {
    id: 5,
    code: 'INV-5',
    customer: 'C-1',
    status: 'pending',
    total: { amount: '19.30', currency: 'GBP' },
    open: { amount: '12.00', currency: 'GBP' },
  } as never,
})

it('the plan for many invoices is filled in with what the page of each has', () => {
  const planned = { of: 'INV-5', allowed: true, body: '{"invoice":5}' }
  const body = (command: string) => JSON.parse(withFacts(command, planned, invoice).body ?? '')
  expect(body('billing.confirm_invoice')).toEqual({ invoice: 5, number: 'INV-5', total: { amount: '19.30', currency: 'GBP' } })
  expect(body('billing.write_off')).toEqual({ invoice: 5, amount: '12.00' })
  expect(body('billing.void_invoice')).toEqual({ invoice: 5 })
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
