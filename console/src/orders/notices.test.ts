import { describe, expect, it } from 'vitest'
import { type Notice, toCustomer } from './notices'

const row: Notice = {
  event: 'order_accepted',
  receiver: 'anna@customer.example',
  subject: 'Your order SO-1',
  status: 'told',
  created_at: '2026-01-01T10:00:00Z',
  told_at: '2026-01-01T10:01:00Z',
}

describe('what the customer was told', () => {
  it('says what, by which way, when and whether it arrived', () => {
    expect(toCustomer([row])).toEqual([
      { what: 'Your order SO-1', way: 'mail, anna@customer.example', said: 'Told', tone: 'good', glyph: 'done', at: row.told_at, fault: undefined },
    ])
  })

  it('leaves out what our own people were told about cases', () => {
    expect(toCustomer([{ ...row, event: 'case_assigned' }])).toEqual([])
    expect(toCustomer(undefined)).toEqual([])
  })

  it('says why something did not arrive, and takes a state that it does not know', () => {
    const refused: Notice = { ...row, subject: undefined, receiver: 'https://customer.example/in', status: 'refused', told_at: undefined, last_error: 'no such mailbox' }
    expect(toCustomer([refused])[0]).toMatchObject({ what: 'Order accepted', way: 'message to their system, https://customer.example/in', at: row.created_at, fault: 'no such mailbox' })
    expect(toCustomer([{ ...row, status: 'put_by' as Notice['status'] }])[0]?.said).toBe('Put by')
  })
})
