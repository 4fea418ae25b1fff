import { describe, expect, it } from 'vitest'
import type { Act } from '@/api/types'
import { outcomesOf } from './Evidence'

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
})
