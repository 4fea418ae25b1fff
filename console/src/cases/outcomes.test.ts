import { describe, expect, it } from 'vitest'
import type { Act } from '@/api/types'
import { ends, outcomesOf } from './outcomes'

const act = (command: string, allowed = true): Act => ({ command, title: command, allowed, body: '{"case_id":7}' })

describe('the outcomes of a case', () => {
  it('end all cases of its incident where the case itself may be resolved', () => {
    const outcomes = outcomesOf([act('cases.start_case'), act('cases.resolve_case')], 'INC-12')
    expect(outcomes[0]).toMatchObject({ key: 'Enter', command: 'cases.start_case' })
    expect(outcomes.at(-1)).toMatchObject({ key: '6', title: 'Resolve every case of INC-12', command: 'cases.resolve_incident', known: { incident: 12 } })
  })

  it('leave the incident alone where there is none, or where nothing may be resolved', () => {
    expect(outcomesOf([act('cases.resolve_case')]).map((one) => one.command)).not.toContain('cases.resolve_incident')
    expect(outcomesOf([act('cases.resolve_case', false)], 'INC-12')).toEqual([])
  })

  it('of an approval stand in the order of the server, each with a key, and only what is allowed', () => {
    const outcomes = outcomesOf([act('inventory.approve_count', false), act('orders.lift_hold'), act('orders.cancel_lines')])
    expect(outcomes.map(({ key, command }) => [key, command])).toEqual([
      ['1', 'orders.lift_hold'],
      ['2', 'orders.cancel_lines'],
    ])
  })

  it('of a case begin with what settles the matter, in words', () => {
    const lift = { ...act('orders.lift_hold'), title: 'Lift the hold: credit_exceeded' }
    expect(outcomesOf([act('cases.resolve_case'), act('cases.start_case'), lift]).map(({ key, title }) => `${key} ${title}`).slice(0, 3)).toEqual([
      'Enter cases.start_case',
      '1 Lift the hold: credit exceeded',
      '2 Accept as it is',
    ])
  })

  it('bring the next row when they end the work, and not when it goes on', () => {
    expect(ends('inventory.approve_count')).toBe(true)
    expect(ends('cases.resolve_case')).toBe(true)
    expect(ends('cases.start_case')).toBe(false)
    expect(ends('cases.assign_case')).toBe(false)
  })
})
