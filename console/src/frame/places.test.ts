import { expect, it } from 'vitest'
import { placesFor } from './places'

it('a name leads to its page, those that begin so first', () => {
  expect(placesFor('inv', []).map(({ title }) => title)).toEqual(['Invoice desk', 'Mismatched invoices'])
  expect(placesFor('leeds', ['LEEDS', 'PERTH'])).toEqual([{ title: 'LEEDS', note: 'warehouse', to: '/site/LEEDS' }])
})

it('the code of a document leads to it', () => {
  expect(placesFor('case 12', [])[0]?.to).toBe('/inbox?case=CASE-12')
  expect(placesFor('inv-5', [])[0]).toMatchObject({ title: 'INV-5', to: '/finance?invoice=INV-5' })
  expect(placesFor('case-', []).map(({ to }) => to)).not.toContain('/inbox?case=CASE-')
})

it('nothing typed is nothing found', () => {
  expect(placesFor('  ', ['LEEDS'])).toEqual([])
})
