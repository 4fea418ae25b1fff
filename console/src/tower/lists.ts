/// The server names the list behind each number by its path in the API; the console shows it at its own address.

const pages: Record<string, { to: string; search: Record<string, string> }> = {
  '/v1/orders': { to: '/orders', search: {} },
  // The inbox has approvals, too, which are no cases and were not counted.
  '/v1/cases': { to: '/inbox', search: { kind: 'case' } },
  '/v1/invoices': { to: '/finance', search: {} },
}

/// Nothing for a list that no page shows.
export function pageOf(list: string | undefined): { to: string; search: Record<string, string> } | undefined {
  if (!list) return undefined
  const [path = '', query = ''] = list.split('?')
  const page = pages[path]
  return page && { to: page.to, search: { ...page.search, ...Object.fromEntries(new URLSearchParams(query)) } }
}

/// The same list, narrowed.
export function withSearch(list: string | undefined, more: Record<string, string>) {
  const page = pageOf(list)
  return page && { to: page.to, search: { ...page.search, ...more } }
}

/// The overdue ones among the cases of a list.
export function overdueOf(list: string | undefined) {
  return withSearch(list, { overdue: 'true' }) ?? { to: '/inbox', search: { overdue: 'true' } }
}
