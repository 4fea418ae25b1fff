import { describe, expect, it } from 'vitest'
import { now, setServerSpeed, setServerTime } from '@/kit/clock'
import { speedWords, verdictOf, wholeScore, wholeTour } from './demo'

describe('the tour', () => {
  it('counts what is done from its steps, and takes what the server leaves out as empty', () => {
    const step = { id: 'a', title: 'Look', hint: 'There', where: '/o/1', ready: true, done: true }
    const bare = { id: 'b', title: 'Wait' } as typeof step
    const tour = wholeTour({ personas: [{ id: 'credit', title: 'Credit', who: 'A hold', steps: [step, bare] }] })
    expect([tour.done, tour.total]).toEqual([1, 2])
    expect(tour.personas[0]?.steps[1]).toEqual({ id: 'b', title: 'Wait', hint: '', where: '', ready: false, done: false })
    expect(wholeTour({})).toEqual({ personas: [], done: 0, total: 0 })
  })

  it('says a score without deviations as noughts', () => {
    expect(wholeScore({ now: '2010-12-02T09:00:00Z' })).toMatchObject({ cases: 0, owned: 0, planted: [], ended: false })
  })

  it('does not call a fault missed before its answer is owed', () => {
    const due = '2010-12-02T14:30:00Z'
    expect(verdictOf({ due }, '2010-12-02T13:00:00Z', true)).toBe('not_due')
    expect(verdictOf({ due }, '2010-12-02T14:30:00Z', true)).toBe('missed')
    expect(verdictOf({}, '2010-12-02T13:00:00Z', false)).toBe('not_yet')
  })

  it('says speeds as people do', () => {
    expect([60, 120, 30, 1].map(speedWords)).toEqual(['1 min is 1 h', '1 min is 2 h', '1 s is 30 s', '1 s is 1 s'])
  })
})

describe('the clock of the world', () => {
  it('stands while the demonstration is paused', async () => {
    setServerTime('2010-12-02T09:00:00Z')
    setServerSpeed(0)
    const before = now()
    await new Promise((done) => setTimeout(done, 20))
    expect(now()).toBe(before)
    setServerSpeed(3600)
    await new Promise((done) => setTimeout(done, 20))
    expect(now()).toBeGreaterThan(before + 10_000)
    setServerSpeed(1)
  })
})
