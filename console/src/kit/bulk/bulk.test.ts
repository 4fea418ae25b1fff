import { describe, expect, it } from 'vitest'
import { answered, askedMembers, failuresCsv, type Line, linesOf, ndjson, openLines, reasonsOf } from './bulk'

const reason = { name: 'reason', title: 'Reason', kind: 'text' as const, required: true, choices: [] }

describe('one act on many', () => {
  const plan = [
    { of: 'SO-1', allowed: true, title: 'Lift the hold: credit', body: '{"hold":1}' },
    { of: 'SO-1', allowed: true, title: 'Lift the hold: address', body: '{"hold":2}' },
    { of: 'SO-2', allowed: false, reason: 'it has nothing that this could be done with' },
    { of: 'SO-3', allowed: false, reason: 'it has nothing that this could be done with' },
    { of: 'SO-4', allowed: false, reason: 'it is cancelled' },
  ]

  it('says why not, the most frequent reason first', () => {
    expect(reasonsOf(plan)).toEqual([
      { reason: 'it has nothing that this could be done with', many: 2, samples: ['SO-2', 'SO-3'] },
      { reason: 'it is cancelled', many: 1, samples: ['SO-4'] },
    ])
  })

  it('sends only what is allowed, twice where an order has two of it, each with its own key', () => {
    const lines = linesOf(plan, { command: 'orders.lift_hold', members: [reason], draft: { reason: 'paid' }, batch: 'b' }) as Line[]
    expect(lines.map((line) => [line.of, line.key, line.body])).toEqual([
      ['SO-1', 'b-1', { hold: 1, reason: 'paid' }],
      ['SO-1', 'b-2', { hold: 2, reason: 'paid' }],
    ])
    expect(ndjson('orders.lift_hold', lines).split('\n')[1]).toBe(
      '{"command":"orders.lift_hold","message_id":"b-2","body":{"hold":2,"reason":"paid"}}',
    )
  })

  it('asks only for what the plan does not know of all of them', () => {
    const amount = { name: 'amount', title: 'Amount', kind: 'text' as const, required: true, choices: [] }
    const known = [
      { of: 'INV-1', allowed: true, body: '{"invoice":1,"amount":"3.00"}' },
      { of: 'INV-2', allowed: false, body: '{"invoice":2}' },
    ]
    expect(askedMembers([amount, reason], known).map((one) => one.name)).toEqual(['reason'])
    expect(askedMembers([amount], [...known, { of: 'INV-3', allowed: true, body: '{}' }])).toHaveLength(1)
  })

  it('makes nothing while something is missing', () => {
    expect(linesOf(plan, { command: 'orders.lift_hold', members: [reason], draft: {}, batch: 'b' })).toMatchObject({ wrong: 'reason' })
  })

  it('tries again only what a fault stopped, with the same keys; a refusal is final', () => {
    const lines = linesOf([...plan.slice(0, 2), { of: 'SO-9', allowed: true, body: '{}' }], {
      command: 'orders.lift_hold',
      members: [reason],
      draft: { reason: 'paid' },
      batch: 'b',
    }) as Line[]
    const fresh = answered(
      lines,
      '{"line":1,"outcome":"committed","position":7}\n' +
        '{"line":2,"problem":{"status":422,"detail":"=the hold is gone"}}\n' +
        '{"line":3,"problem":{"status":507,"detail":"The disk is nearly full."}}\n',
    )
    const after = lines.map((line) => fresh.get(line.key) ?? line)
    expect(after.map((line) => line.state)).toEqual(['done', 'refused', 'failed'])
    expect(openLines(after).map((line) => line.key)).toEqual(['b-3'])
    expect(failuresCsv('order', after)).toBe("order,state,reason\r\nSO-1,refused,'=the hold is gone\r\nSO-9,failed,The disk is nearly full.\r\n")
  })
})
