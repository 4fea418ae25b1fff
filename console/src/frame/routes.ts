/// The addresses of the console. The address is the state: filters, sort, the chosen row and the zoom are in it.
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { type Search, fromSearch, toSearch } from '@/orders/filters'
import { Broken, Lost, Shell } from './Shell'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Shell, notFoundComponent: Lost })

/// One text a name: addresses stay readable, and nothing in them is ever run.
function plain(search: Record<string, unknown>): Search {
  const result: Search = {}
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') result[name] = value
  }
  return result
}

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/tower', replace: true })
  },
})

export const tower = createRoute({
  getParentRoute: () => root,
  path: '/tower',
  component: lazyRouteComponent(() => import('@/tower/Tower'), 'Tower'),
})

export const orders = createRoute({
  getParentRoute: () => root,
  path: '/orders',
  validateSearch: (search: Record<string, unknown>): Search => toSearch(fromSearch(plain(search))),
  component: lazyRouteComponent(() => import('@/orders/OrderList'), 'OrderList'),
})

export const order = createRoute({
  getParentRoute: () => root,
  path: '/o/$number',
  validateSearch: (search: Record<string, unknown>): { zoom?: string; line?: string } => {
    const { zoom, line } = plain(search)
    return { ...(zoom ? { zoom } : {}), ...(line ? { line } : {}) }
  },
  component: lazyRouteComponent(() => import('@/orders/OrderPage'), 'OrderPage'),
})

export const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>): Search => plain(search),
  component: lazyRouteComponent(() => import('@/cases/Inbox'), 'Inbox'),
})

export const site = createRoute({
  getParentRoute: () => root,
  path: '/site/{-$code}',
  component: lazyRouteComponent(() => import('@/warehouse/SiteBoard'), 'SiteBoard'),
})

export const finance = createRoute({
  getParentRoute: () => root,
  path: '/finance',
  validateSearch: (search: Record<string, unknown>): Search => plain(search),
  component: lazyRouteComponent(() => import('@/billing/InvoiceDesk'), 'InvoiceDesk'),
})

export const access = createRoute({
  getParentRoute: () => root,
  path: '/access',
  validateSearch: (search: Record<string, unknown>): Search => plain(search),
  component: lazyRouteComponent(() => import('@/access/Access'), 'Access'),
})

export const score = createRoute({
  getParentRoute: () => root,
  path: '/score',
  component: lazyRouteComponent(() => import('@/tour/Score'), 'Score'),
})

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([start, tower, orders, order, inbox, site, finance, access, score]),
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadDelay: 60,
    scrollRestoration: false,
    defaultErrorComponent: Broken,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(plain(search)).toString().replace(/%2C/g, ',')
      return text === '' ? '' : `?${text}`
    },
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
