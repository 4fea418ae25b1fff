import { describe, expect, it } from 'vitest'
import { bodyOf, membersOf } from './schema'

const contract = {
  paths: {
    '/v1/commands/orders.cancel_lines': {
      post: { requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Cancel' } } } } },
    },
  },
  components: {
    schemas: {
      Cancel: {
        type: 'object',
        required: ['order', 'reason'],
        properties: {
          order: { type: 'string' },
          line: { type: 'integer' },
          reason: { type: 'string', description: 'Why.' },
          blocks: { type: 'array', items: { $ref: '#/components/schemas/Trigger' } },
          address: { type: 'object' },
        },
      },
      Trigger: { enum: ['release', 'ship'] },
    },
  },
}

describe('forms from the contract', () => {
  const members = membersOf(contract, 'orders.cancel_lines') ?? []

  it('know kinds, choices and what is required', () => {
    expect(members.map(({ name, kind, required }) => [name, kind, required])).toEqual([
      ['order', 'text', true],
      ['line', 'integer', false],
      ['reason', 'text', true],
      ['blocks', 'choices', false],
      ['address', 'json', false],
    ])
    expect(members[3]?.choices).toEqual(['release', 'ship'])
  })

  it('know nothing of a command that the server does not have', () => {
    expect(membersOf(contract, 'orders.explode')).toBeUndefined()
  })

  it('send what is known and what was typed, and leave out what is empty', () => {
    expect(bodyOf(members, { line: '3', reason: 'asked', blocks: [], address: '' }, { order: 'SO-1' })).toEqual({
      body: { order: 'SO-1', line: 3, reason: 'asked' },
    })
  })

  it('take lines and units as pairs', () => {
    const lines = { name: 'lines', title: 'Lines', kind: 'line_units' as const, required: true, choices: [] }
    expect(bodyOf([lines], { lines: '3 12\n5 x1' }, {})).toEqual({
      body: { lines: [{ line: 3, quantity: 12 }, { line: 5, quantity: 1 }] },
    })
    expect(bodyOf([lines], { lines: 'all of it' }, {})).toMatchObject({ wrong: 'lines' })
  })

  it('take money as an amount and a currency, digit by digit', () => {
    const total = { name: 'total', title: 'Total', kind: 'money' as const, required: true, choices: [] }
    expect(bodyOf([total], { total: '1234567890.10 gbp' }, {})).toEqual({ body: { total: { amount: '1234567890.10', currency: 'GBP' } } })
    expect(bodyOf([total], { total: '12,50' }, {})).toMatchObject({ wrong: 'total' })
  })

  it('say which member is missing or wrong', () => {
    expect(bodyOf(members, {}, { order: 'SO-1' })).toEqual({ wrong: 'reason', detail: 'is needed' })
    expect(bodyOf(members, { reason: 'x', line: '1.5' }, { order: 'SO-1' })).toMatchObject({ wrong: 'line' })
    expect(bodyOf(members, { reason: 'x', address: '{' }, { order: 'SO-1' })).toMatchObject({ wrong: 'address' })
  })
})
