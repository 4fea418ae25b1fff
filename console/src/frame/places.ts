/// Where one can go by typing a name: the pages, the sites, and documents by their codes.

export interface Place {
  title: string
  /// What it is, or the keys that lead there.
  note: string
  to: string
}

const pages: readonly Place[] = [
  { title: 'Control tower', note: 'g t', to: '/tower' },
  { title: 'Orders', note: 'g o', to: '/orders' },
  { title: 'Orders on hold', note: 'list', to: '/orders?status=held' },
  { title: 'Orders with open cases', note: 'list', to: '/orders?case=true&sort=cases' },
  { title: 'Late orders', note: 'list', to: '/orders?late=true' },
  { title: 'Work inbox', note: 'g w', to: '/inbox' },
  { title: 'Approvals', note: 'work inbox', to: '/inbox?kind=count,hold,return' },
  { title: 'Overdue cases', note: 'work inbox', to: '/inbox?kind=case&overdue=true' },
  { title: 'Invoice desk', note: 'g f', to: '/finance' },
  { title: 'Mismatched invoices', note: 'invoice desk', to: '/finance?status=match_failed' },
  { title: 'Shipped, not billed', note: 'invoice desk', to: '/finance?status=lag' },
  { title: 'Access', note: 'g a', to: '/access' },
]

/// "case 12", "INV-5": a document that has a page.
function documentOf(text: string): Place | undefined {
  const parts = /^(case|cnt|hold|rma|inv)[- ]?(\d{1,9})$/i.exec(text)
  if (!parts) return undefined
  const code = `${parts[1]?.toUpperCase()}-${parts[2]}`
  return code.startsWith('INV-')
    ? { title: code, note: 'invoice', to: `/finance?invoice=${code}` }
    : { title: code, note: 'work inbox', to: `/inbox?case=${code}` }
}

/// The best first: a document, then names that begin so, then names that have it in them.
export function placesFor(typed: string, sites: readonly string[]): Place[] {
  const text = typed.trim().toLowerCase()
  if (text === '') return []
  const document = documentOf(text)
  const named = [...pages, ...sites.map((code) => ({ title: code, note: 'warehouse', to: `/site/${encodeURIComponent(code)}` }))]
  const at = ({ title }: Place) => title.toLowerCase().indexOf(text)
  const fitting = named.filter((place) => at(place) >= 0).sort((a, b) => Math.min(1, at(a)) - Math.min(1, at(b)))
  return [...(document ? [document] : []), ...fitting].slice(0, 6)
}
