import { expect, it } from 'vitest'
import { pageOf, withSearch } from './lists'

it('a list of the API is shown at the address of the console', () => {
  expect(pageOf('/v1/orders?status=held&site=LEEDS')).toEqual({ to: '/orders', search: { status: 'held', site: 'LEEDS' } })
  expect(pageOf('/v1/cases')).toEqual({ to: '/inbox', search: { kind: 'case' } })
})

it('a list that no page shows has no address', () => {
  expect(pageOf('/v1/secrets?x=1')).toBeUndefined()
  expect(pageOf('https://elsewhere/')).toBeUndefined()
  expect(pageOf(undefined)).toBeUndefined()
})

it('an age stands in the address as people read it', () => {
  expect(pageOf('/v1/orders?status=held&age=%3E7d&site=-')?.search).toEqual({ status: 'held', age: '>7d', site: '-' })
})

it('a list is narrowed without losing what it has', () => {
  expect(withSearch('/v1/cases?site=LEEDS', { overdue: 'true' })).toEqual({ to: '/inbox', search: { kind: 'case', site: 'LEEDS', overdue: 'true' } })
  expect(withSearch(undefined, { overdue: 'true' })).toBeUndefined()
})
