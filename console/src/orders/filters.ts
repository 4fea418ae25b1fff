/// The filters of the order list, and how they stand in the address: OR within a field, AND across. The address is
/// the state, so both directions must agree to the letter.

export const fields = ['status', 'site', 'hold', 'case', 'customer', 'age', 'late', 'wave', 'unbilled', 'perfect'] as const
export type Field = (typeof fields)[number]

export interface Filters {
  q: string
  sort: string
  chosen: Partial<Record<Field, string[]>>
  /// The order that is shown beside the list; no filter.
  peek?: string
}

/// The search part of the address, one text a name.
export type Search = Record<string, string>

export const defaultSort = 'newest'

export const sorts = ['newest', 'oldest', 'changed', 'value', 'requested', 'cases'] as const

function clean(text: string | undefined): string[] {
  const parts = (text ?? '').split(',').map((part) => part.trim())
  return [...new Set(parts.filter((part) => part !== ''))].slice(0, 50)
}

export function fromSearch(search: Search): Filters {
  const chosen: Filters['chosen'] = {}
  for (const field of fields) {
    const values = clean(search[field])
    if (values.length > 0) chosen[field] = values
  }
  const sort = search.sort ?? ''
  return {
    q: (search.q ?? '').slice(0, 200),
    sort: (sorts as readonly string[]).includes(sort) ? sort : defaultSort,
    chosen,
    ...(search.peek ? { peek: search.peek } : {}),
  }
}

/// Members without a value are left out, so that one filter has one address.
export function toSearch(filters: Filters): Search {
  const search: Search = {}
  if (filters.q.trim() !== '') search.q = filters.q.trim()
  for (const field of fields) {
    const values = filters.chosen[field]
    if (values && values.length > 0) search[field] = values.join(',')
  }
  if (filters.sort !== defaultSort) search.sort = filters.sort
  if (filters.peek) search.peek = filters.peek
  return search
}

/// What the server is asked for.
export function parametersOf(filters: Filters): Record<string, string> {
  const { peek: _, ...parameters } = toSearch(filters)
  return { ...parameters, sort: filters.sort }
}

/// These take one value: another one replaces it.
const single: readonly Field[] = ['late', 'unbilled', 'perfect']

export function toggled(filters: Filters, field: Field, value: string): Filters {
  const values = filters.chosen[field] ?? []
  // "true" means any value: it goes with no other.
  const others = value === 'true' || single.includes(field) ? [] : values.filter((one) => one !== 'true')
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...others, value]
  const chosen = { ...filters.chosen }
  if (next.length > 0) chosen[field] = next
  else delete chosen[field]
  return { ...filters, chosen }
}

export function without(filters: Filters, field: Field): Filters {
  const chosen = { ...filters.chosen }
  delete chosen[field]
  return { ...filters, chosen }
}

export function countOf(filters: Filters): number {
  return Object.keys(filters.chosen).length + (filters.q === '' ? 0 : 1)
}
