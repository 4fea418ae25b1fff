/// What stays while pages change: navigation, search, the state of the live stream, keys, help.
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useLiveState } from '@/api/live'
import { useSession } from '@/api/session'
import { clockTime, integer, zoneName } from '@/kit/format'
import { Button, Kbd } from '@/kit/parts'
import { Empty, Failure } from '@/kit/states'
import { useDemo } from '@/tour/demo'
import { useReadAgain } from './again'
import { Help } from './Help'
import { useKeys } from './keys'
import css from './frame.module.css'
import { useOverview } from './overview'
import { prefer, usePreferences } from './preferences'
import { Search } from './Search'
import { UserMenu } from './UserMenu'

const TourCard = lazy(() => import('@/tour/TourCard').then((part) => ({ default: part.TourCard })))

const icons: Record<string, ReactNode> = {
  tower: <path d="M2.5 13.5h11M4 13.5V8.2M8 13.5V3M12 13.5V6" />,
  orders: <path d="M3.5 2.5h9v11h-9zM5.8 5.8h4.4M5.8 8.3h4.4M5.8 10.8h2.6" />,
  inbox: <path d="M2.5 9.5l2-6.5h7l2 6.5v3.5h-11zM2.5 9.5h3.2l1 1.7h2.6l1-1.7h3.2" />,
  site: <path d="M2 6.3L8 3l6 3.3v7.2H2zM4.8 13.5V8.8h6.4v4.7M4.8 11.2h6.4" />,
  finance: <path d="M4 2.5h8v11l-2-1.2-2 1.2-2-1.2-2 1.2zM6.2 5.5h3.6M6.2 8h3.6" />,
  access: <path d="M5.5 7.5a2.5 2.5 0 1 1 5 0M3.5 7.5h9v6h-9zM8 9.8v1.6" />,
  score: <path d="M4 3h8v3.5a4 4 0 0 1-8 0zM4 4.2H2.2V5A2 2 0 0 0 4 7M12 4.2h1.8V5A2 2 0 0 1 12 7M8 10.5v3M5.5 13.5h5" />,
}

function Icon({ name }: { name: string }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {icons[name]}
    </svg>
  )
}

/// The roles that read the area of access.
const seeAccess = ['administrator', 'auditor']

function Navigation({ demo }: { demo: boolean }) {
  const { data } = useOverview()
  const session = useSession()
  const sees = session?.is_operator || session?.roles?.some((role) => seeAccess.includes(role))
  const cases = data?.counts.cases_open
  const orders = data?.counts.orders
  const views: [string, Record<string, string>, number | undefined][] = [
    ['On hold', { status: 'held' }, data?.counts.orders_held],
    ['Partly shipped', { status: 'partially_shipped,partially_delivered' }, undefined],
    ['With open cases', { case: 'true', sort: 'cases' }, undefined],
    ['Oldest open', { status: 'accepted,held,in_fulfilment,partially_shipped', sort: 'oldest' }, undefined],
    ['Changed last', { sort: 'changed' }, undefined],
  ]
  return (
    <nav className={css.side} aria-label="Main">
      <div>
        <Link className={css.link} to="/tower">
          <Icon name="tower" />
          <span>Control tower</span>
        </Link>
        <Link className={css.link} to="/orders" activeOptions={{ includeSearch: false }}>
          <Icon name="orders" />
          <span>Orders</span>
          <small>{orders === undefined ? '' : integer(orders)}</small>
        </Link>
        <Link className={css.link} to="/inbox" activeOptions={{ includeSearch: false }}>
          <Icon name="inbox" />
          <span>Work inbox</span>
          <small>{cases === undefined ? '' : integer(cases)}</small>
        </Link>
        <Link className={css.link} to="/site/{-$code}">
          <Icon name="site" />
          <span>Warehouses</span>
        </Link>
        <Link className={css.link} to="/finance" activeOptions={{ includeSearch: false }}>
          <Icon name="finance" />
          <span>Invoice desk</span>
        </Link>
        {sees ? (
          <Link className={css.link} to="/access" activeOptions={{ includeSearch: false }}>
            <Icon name="access" />
            <span>Access</span>
          </Link>
        ) : null}
        {demo ? (
          <Link className={css.link} to="/score">
            <Icon name="score" />
            <span>Score of the day</span>
          </Link>
        ) : null}
      </div>
      <div className={css.views}>
        <h2>Order views</h2>
        {views.map(([title, search, many]) => (
          <Link
            key={title}
            className={css.link}
            to="/orders"
            search={search}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            <span>{title}</span>
            <small>{many === undefined ? '' : integer(many)}</small>
          </Link>
        ))}
      </div>
      <p className={css.footer}>{data ? `Journal position ${integer(data.position)}` : ''}</p>
    </nav>
  )
}

function Live() {
  const { state, since } = useLiveState()
  const said = {
    off: 'Connecting',
    live: 'Live',
    reconnecting: 'Reconnecting…',
    stale: `Stale since ${clockTime(new Date(since).toISOString())}`,
  }[state]
  return (
    <span className={css.live} data-state={state} role="status">
      <i aria-hidden="true" />
      {said}
    </span>
  )
}

export function Shell() {
  const navigate = useNavigate()
  const { theme, tour } = usePreferences()
  const demo = useDemo()
  const touring = Boolean(demo) && tour
  const [help, setHelp] = useState(false)
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.location.pathname })
  useReadAgain()
  useKeys({
    'g o': () => void navigate({ to: '/orders' }),
    'g t': () => void navigate({ to: '/tower' }),
    'g w': () => void navigate({ to: '/inbox' }),
    'g s': () => void navigate({ to: '/site/{-$code}' }),
    'g f': () => void navigate({ to: '/finance' }),
    'g a': () => void navigate({ to: '/access' }),
    ...(demo ? { 'g d': () => prefer({ tour: !tour }) } : {}),
    '?': () => setHelp(true),
  })
  useEffect(() => {
    main.current?.scrollTo(0, 0)
  }, [path])

  const nextTheme = { system: 'light', light: 'dark', dark: 'system' } as const
  return (
    <div className={css.shell} data-tour={touring || undefined}>
      <a className={css.skip} href="#main">
        Skip to the page
      </a>
      <header className={css.top}>
        <Link to="/tower" className={css.brand}>
          <img src="/truefill.svg" width={22} height={22} alt="" />
          Truefill
        </Link>
        <Search />
        <span className={css.spring} />
        <Live />
        <ZoneButton />
        <Button look="quiet" onPress={() => prefer({ theme: nextTheme[theme] })} aria-label={`Theme: ${theme}. Change`}>
          {theme === 'dark' ? 'Dark' : theme === 'light' ? 'Light' : 'Auto'}
        </Button>
        <Button look="quiet" onPress={() => setHelp(true)} aria-label="Keyboard shortcuts">
          <Kbd>?</Kbd>
        </Button>
        <UserMenu demo={Boolean(demo)} />
      </header>
      <Navigation demo={Boolean(demo)} />
      <main className={css.main} id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      {demo && touring ? (
        <Suspense fallback={<div />}>
          <TourCard demo={demo} />
        </Suspense>
      ) : null}
      <Help open={help} onClose={() => setHelp(false)} />
    </div>
  )
}

function ZoneButton() {
  const { zone } = usePreferences()
  return (
    <Button
      look="quiet"
      onPress={() => prefer({ zone: zone === 'utc' ? 'mine' : 'utc' })}
      aria-label={`Times are in ${zoneName()}. Change`}
    >
      {zoneName()}
    </Button>
  )
}

/// A page that fails leaves the rest standing.
export function Broken({ error, reset }: { error: unknown; reset(): void }) {
  return <Failure fault={error} retry={reset} kept="Nothing was changed; the other pages work." />
}

export function Lost() {
  return (
    <Empty title="There is no such page.">
      <p>
        Go to <Link to="/orders">the orders</Link> or <Link to="/tower">the control tower</Link>.
      </p>
    </Empty>
  )
}
