import { expect, it } from 'vitest'
import type { OrderRow } from '@/api/types'
import { cell, csvOf } from './csv'

it('text that a spreadsheet would run is quoted, numbers are not', () => {
  expect(['=1+1', '+44 20', '@x', '-2', '-2.50', '-x'].map(cell)).toEqual(["'=1+1", "'+44 20", "'@x", '-2', '-2.50', "'-x"])
})

it('commas, quotes and line ends stay inside their cell', () => {
  expect(cell('a "b", c\nd')).toBe('"a ""b"", c\nd"')
  expect(cell(undefined)).toBe('')
})

it('a row has the amount and the currency apart, and its time as it came', () => {
  const row: OrderRow = {
    number: 'SO-1',
    customer: { code: 'C1', name: 'Lamps, Ltd' },
    status: 'held',
    lines: 2,
    units: 1200,
    value: { amount: '1234.50', currency: 'GBP' },
    ordered_at: '2026-01-02T03:04:05.000000Z',
    last_position: 7,
  }
  expect(csvOf([row]).split('\r\n')[1]).toBe(
    'SO-1,held,C1,"Lamps, Ltd",,,0,2,1200,1234.50,GBP,,,2026-01-02T03:04:05.000000Z,7',
  )
})
