import { describe, expect, it } from 'vitest'
import { countOf, defaultSort, fromSearch, parametersOf, toggled, toSearch, without } from './filters'

describe('filters and the address', () => {
  it('go from the address to filters and back to the same address', () => {
    const search = { q: 'lamp', status: 'held,accepted', site: 'LEEDS', sort: 'value' }
    expect(toSearch(fromSearch(search))).toEqual(search)
  })

  it('leave out what is empty, doubled or the default, so that one filter has one address', () => {
    expect(toSearch(fromSearch({ q: '  ', status: ',held,,held ', site: '', sort: defaultSort }))).toEqual({ status: 'held' })
  })

  it('do not pass on a sort that no list knows', () => {
    expect(fromSearch({ sort: 'DROP TABLE' }).sort).toBe(defaultSort)
  })

  it('do not pass on names that are no filter', () => {
    expect(toSearch(fromSearch({ token: 'tf_secret' }))).toEqual({})
  })

  it('add and take away a value', () => {
    const once = toggled(fromSearch({ status: 'held' }), 'status', 'shipped')
    expect(once.chosen.status).toEqual(['held', 'shipped'])
    expect(toggled(toggled(once, 'status', 'held'), 'status', 'shipped').chosen).toEqual({})
  })

  it('take "any" and a named value for each other, never both', () => {
    const any = toggled(fromSearch({ case: 'misship' }), 'case', 'true')
    expect(any.chosen.case).toEqual(['true'])
    expect(toggled(any, 'case', 'short_pick').chosen.case).toEqual(['short_pick'])
  })

  it('are counted by field, with the search as one', () => {
    const filters = fromSearch({ q: 'x', status: 'held,accepted', site: 'LEEDS' })
    expect(countOf(filters)).toBe(3)
    expect(countOf(without(filters, 'status'))).toBe(2)
  })
})

describe('the preview', () => {
  it('stands in the address, and is no filter and no question to the server', () => {
    const filters = fromSearch({ status: 'held', peek: 'SO-7' })
    expect(toSearch(filters)).toEqual({ status: 'held', peek: 'SO-7' })
    expect(countOf(filters)).toBe(1)
    expect(parametersOf(filters)).toEqual({ status: 'held', sort: 'newest' })
  })
})

it('a field with one value takes the new one for the old one', () => {
  expect(toggled(fromSearch({ late: 'true' }), 'late', 'risk').chosen.late).toEqual(['risk'])
})
