/// Who may do what: people, programs, and the table that says it.
import { Link, useSearch } from '@tanstack/react-router'
import { Keys } from './Keys'
import { Roles } from './Roles'
import { Users } from './Users'
import css from './access.module.css'

const tabs: [name: string, title: string][] = [
  ['users', 'Users'],
  ['keys', 'Keys'],
  ['roles', 'Roles'],
]

export function Access() {
  const search = useSearch({ from: '/access' })
  const tab = tabs.some(([name]) => name === search.tab) ? search.tab : 'users'
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>Access</h1>
        <nav className={css.tabs} aria-label="Access">
          {tabs.map(([name, title]) => (
            <Link
              key={name}
              to="/access"
              search={name === 'users' ? {} : { tab: name }}
              className={css.tab}
              data-on={name === tab || undefined}
              aria-current={name === tab ? 'page' : undefined}
              activeProps={{}}
            >
              {title}
            </Link>
          ))}
        </nav>
      </div>
      {tab === 'keys' ? <Keys /> : tab === 'roles' ? <Roles /> : <Users />}
    </div>
  )
}
