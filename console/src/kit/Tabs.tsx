/// The parts of a page, each with its address.
import { Link } from '@tanstack/react-router'
import css from './desk.module.css'

export interface Tab {
  name: string
  title: string
  search: Record<string, string>
}

export function Tabs({ label, to, tabs, on }: { label: string; to: '/finance' | '/access'; tabs: readonly Tab[]; on: string }) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {tabs.map(({ name, title, search }) => (
        <Link
          key={name}
          to={to}
          search={search}
          className={css.tab}
          data-on={name === on || undefined}
          aria-current={name === on ? 'page' : undefined}
          activeProps={{}}
        >
          {title}
        </Link>
      ))}
    </nav>
  )
}
