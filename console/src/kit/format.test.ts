import { describe, expect, it } from 'vitest'
import { calendarDay, count, figure, money, span, systemName, words, plain, someOf, spoken } from './format'

describe('money', () => {
  it('keeps every digit of a sum that a double cannot hold', () => {
    expect(money({ amount: '90071992547409931.07', currency: 'GBP' })).toBe('£90,071,992,547,409,931.07')
  })
  it('writes what is missing as a dash', () => {
    expect(money(undefined)).toBe('–')
  })
  it('survives a currency that is none', () => {
    expect(money({ amount: '1.00', currency: '?' })).toBe('1.00 ?')
  })
})

describe('figures', () => {
  it('drop the decimals of counts and keep those of percents', () => {
    expect(figure('1222.00', 'orders')).toBe('1,222')
    expect(figure('96.20', 'percent')).toBe('96.2')
  })
  it('are money when the unit is a currency', () => {
    expect(figure('180546.00', 'GBP')).toBe('£180,546.00')
  })
})

describe('durations', () => {
  it('give the two greatest units', () => {
    expect(span(45_000)).toBe('45 s')
    expect(span(65 * 60_000)).toBe('1 h 5 min')
    expect(span(-(3 * 24 + 4) * 3_600_000)).toBe('3 d 4 h')
    expect(span(2 * 3_600_000)).toBe('2 h')
    expect(span(0)).toBe('0 s')
  })
  it('of more than a hundred days need no hours', () => {
    expect(span(5829 * 86_400_000 + 7_200_000)).toBe('5,829 d')
  })
})

describe('days', () => {
  it('stay the same day in every zone', () => {
    expect(calendarDay('2026-12-24', new Date('2026-03-01'))).toBe('24 Dec')
    expect(calendarDay('2010-12-24', new Date('2026-03-01'))).toBe('24 Dec 2010')
  })
  it('that are missing or nonsense are a dash', () => {
    expect(calendarDay(undefined)).toBe('–')
    expect(calendarDay('soon')).toBe('–')
  })
})

describe('words', () => {
  it('of codes read like words', () => {
    expect(words('in_fulfilment')).toBe('In fulfilment')
    expect(systemName('wms:LEEDS')).toBe('WMS LEEDS')
    expect(systemName('finance')).toBe('Finance')
    expect(count(1, 'line')).toBe('1 line')
    expect(count(1200, 'entry', 'entries')).toBe('1,200 entries')
  })
})

describe('codes of the server', () => {
  it('are words where they stand alone, and other words stay', () => {
    expect(['not_found', 'Damaged by fork_lift', undefined, 'SKU_1'].map(spoken)).toEqual(['not found', 'Damaged by fork_lift', undefined, 'SKU_1'])
  })

  it('are words in a sentence, but names are left alone', () => {
    expect(plain('3 units did not turn up: not_found.')).toBe('3 units did not turn up: not found.')
    expect(plain('Set aside (unmatched_cancellation). Again (not_found), then.')).toBe('Set aside (unmatched cancellation). Again (not found), then.')
    expect(plain('SH-14: the carrier says in_transit at hub.')).toBe('SH-14: the carrier says in transit at hub.')
    expect(plain('orders.cancel_lines was refused for a_b and wms:LEEDS_2.')).toBe('orders.cancel_lines was refused for a_b and wms:LEEDS_2.')
  })

  it('of a long list say how many are left out', () => {
    expect([someOf([], 2), someOf(['LEEDS', 'BRISTOL'], 2), someOf(['LEEDS', 'BRISTOL', 'PERTH'], 1)]).toEqual(['', 'LEEDS, BRISTOL', 'LEEDS +2'])
  })
})
