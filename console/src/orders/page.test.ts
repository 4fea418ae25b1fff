import { describe, expect, it } from 'vitest'
import type { Chapter } from '@/api/types'
import { byBucket, placesOf } from './ledger'
import { nextZoom, story, zoomOf } from './timeline'

describe('the parcels of a line', () => {
  const groups = byBucket([
    { bucket: 'delivered', quantity: 81, site: 'LEEDS' },
    { bucket: 'backordered', quantity: 4 },
    { bucket: 'delivered', quantity: 15, site: 'BRISTOL' },
  ])

  it('stand in the order in which units go through the pipeline', () => {
    expect(groups.map((group) => [group.bucket, group.quantity])).toEqual([
      ['backordered', 4],
      ['delivered', 96],
    ])
  })

  it('say where they are', () => {
    expect(groups.map(placesOf)).toEqual(['', 'LEEDS 81, BRISTOL 15'])
  })

  it('of a bucket that the console does not know yet come last and are not lost', () => {
    expect(byBucket([{ bucket: 'new_one', quantity: 1 }, { bucket: 'open', quantity: 2 }]).map((group) => group.bucket)).toEqual([
      'open',
      'new_one',
    ])
  })
})

describe('the timeline', () => {
  const pick = (position: number): Chapter => ({
    position,
    at: '2026-01-01T10:00:00Z',
    source: 'wms-LEEDS',
    events: [{ event: 'warehouse.pick_confirmed', text: `pick ${position}` }],
  })

  it('tells a run of picks as one moment, and leaves out the machinery', () => {
    const job = { ...pick(5), events: [{ event: 'engine.job_created', text: 'Job' }] }
    const moments = story([pick(1), pick(2), job, pick(3), { ...pick(9), source: 'wms-PERTH' }])
    expect(moments.map((moment) => [moment.chapter.position, moment.repeats.length])).toEqual([
      [1, 2],
      [9, 0],
    ])
  })

  it('takes a zoom that it does not know as the story', () => {
    expect(zoomOf('x')).toBe('story')
    expect(nextZoom('messages')).toBe('story')
  })
})
