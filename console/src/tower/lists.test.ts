import { expect, it } from 'vitest'
import { pageOf } from './lists'

it('a list of the API is shown at the address of the console', () => {
  expect(pageOf('/v1/orders?status=held&site=LEEDS')).toEqual({ to: '/orders', search: { status: 'held', site: 'LEEDS' } })
  expect(pageOf('/v1/cases')).toEqual({ to: '/inbox', search: {} })
})

it('a list that no page shows has no address', () => {
  expect(pageOf('/v1/secrets?x=1')).toBeUndefined()
  expect(pageOf('https://elsewhere/')).toBeUndefined()
  expect(pageOf(undefined)).toBeUndefined()
})
