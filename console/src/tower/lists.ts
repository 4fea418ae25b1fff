/// The server names the list behind each number by its path in the API; the console shows it at its own address.

const pages: Record<string, string> = {
  '/v1/orders': '/orders',
  '/v1/cases': '/inbox',
  '/v1/invoices': '/finance',
}

/// Nothing for a list that no page shows.
export function pageOf(list: string | undefined): { to: string; search: Record<string, string> } | undefined {
  if (!list) return undefined
  const [path = '', query = ''] = list.split('?')
  const to = pages[path]
  return to === undefined ? undefined : { to, search: Object.fromEntries(new URLSearchParams(query)) }
}

/// The same list, narrowed.
export function withSearch(list: string | undefined, more: Record<string, string>) {
  const page = pageOf(list)
  return page && { to: page.to, search: { ...page.search, ...more } }
}
