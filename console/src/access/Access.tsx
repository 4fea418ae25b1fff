/// Who may do what: people, programs, and the table that says it.
import { useSearch } from '@tanstack/react-router'
import desk from '@/kit/desk.module.css'
import { type Tab, Tabs } from '@/kit/Tabs'
import { Keys } from './Keys'
import { Roles } from './Roles'
import { Users } from './Users'

const tabs: Tab[] = [
  { name: 'users', title: 'Users', search: {} },
  { name: 'keys', title: 'Keys', search: { tab: 'keys' } },
  { name: 'roles', title: 'Roles', search: { tab: 'roles' } },
]

export function Access() {
  const search = useSearch({ from: '/access' })
  const tab = tabs.find(({ name }) => name === search.tab)?.name ?? 'users'
  return (
    <div className={desk.page}>
      <div className={desk.head}>
        <h1>Access</h1>
        <Tabs label="Access" to="/access" tabs={tabs} on={tab} />
      </div>
      {tab === 'keys' ? <Keys /> : tab === 'roles' ? <Roles /> : <Users />}
    </div>
  )
}
