/// The people: who they are, what they may and where, and what an administrator does about it.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAdministers } from '@/api/session'
import { useKeys } from '@/frame/keys'
import { count, words } from '@/kit/format'
import desk from '@/kit/desk.module.css'
import kit from '@/kit/kit.module.css'
import { Button, Kbd, Pill } from '@/kit/parts'
import { useShown } from '@/kit/shown'
import { Empty } from '@/kit/states'
import { type MadeUser, readUsers, sayScope, type User } from './access'
import { NewUserDialog } from './NewUserDialog'
import { Once } from './Once'
import { UserPanel } from './UserPanel'
import css from './access.module.css'

/// "login.example.com" of the issuer's address.
function issuerName(issuer = ''): string {
  return /^[a-z]+:\/\/([^/]+)/.exec(issuer)?.[1] ?? issuer
}

export function UserState({ user }: { user: User }) {
  if (!user.active) return <Pill tone="mute" glyph="cross">Deactivated</Pill>
  if (user.identity && !user.has_password) return <Pill tone="good" glyph="done">Active, by {issuerName(user.identity.issuer)}</Pill>
  if (!user.has_password) return <Pill tone="warn" glyph="clock">No password yet</Pill>
  return user.must_change_password ? <Pill tone="info" glyph={2}>Must choose a password</Pill> : <Pill tone="good" glyph="done">Active</Pill>
}

export function Users() {
  const search = useSearch({ from: '/access' })
  const navigate = useNavigate()
  const { data: users, instead, stale } = useShown(['access', 'users'], readUsers, { rows: 10 })
  const [filter, setFilter] = useState('')
  const [making, setMaking] = useState(false)
  const [once, setShown] = useState<MadeUser>()
  const may = useAdministers()
  const wanted = filter.trim().toLowerCase()
  const shown = (users ?? []).filter((one) =>
    [one.user, one.display_name, ...one.roles.map(words)].some((text) => text.toLowerCase().includes(wanted)),
  )
  const chosen = users?.find((one) => one.user === search.user)
  const open = (user: string | undefined) => void navigate({ to: '/access', search: user ? { user } : {}, replace: true })
  const step = (by: number) => {
    const at = shown.findIndex((one) => one.user === search.user)
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))]
    if (next) open(next.user)
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    n: () => may && setMaking(true),
    f: () => document.getElementById('filter-users')?.focus(),
    escape: () => open(undefined),
  })

  if (!users) return instead
  return (
    <div className={desk.split} data-open={chosen ? true : undefined}>
      <div className={desk.list}>
        {stale}
        <div className={css.tools}>
          <input
            id="filter-users"
            className={kit.input}
            type="search"
            aria-label="Filter users"
            placeholder="Name or role"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
          <span className="faint" aria-live="polite">
            {count(shown.length, 'user')}
          </span>
          {may ? (
            <Button look="primary" onPress={() => setMaking(true)}>
              New user <Kbd>n</Kbd>
            </Button>
          ) : null}
        </div>
        {users.length === 0 ? (
          <Empty title="Nobody has a log-in of his own yet.">
            <p>The token of the server may do everything until there is an administrator.</p>
          </Empty>
        ) : shown.length === 0 ? (
          <Empty title={`Nobody matches “${filter}”.`}>
            <Button onPress={() => setFilter('')}>Show everybody</Button>
          </Empty>
        ) : (
          <div className={desk.table} role="region" aria-label="Users" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">State</th>
                  <th scope="col">Roles</th>
                  <th scope="col">Where</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((one) => (
                  <tr key={one.user} data-on={one.user === search.user || undefined}>
                    <td>
                      <button type="button" className={css.open} aria-expanded={one.user === search.user} onClick={() => open(one.user)}>
                        {one.display_name}
                      </button>
                      <small className="mono">{one.user}</small>
                    </td>
                    <td>
                      <UserState user={one} />
                    </td>
                    <td>{one.roles.length === 0 ? <span className="faint">None</span> : one.roles.map(words).join(', ')}</td>
                    <td>{sayScope(one.scope)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
      {chosen ? <UserPanel key={chosen.user} user={chosen} users={users} onPassword={setShown} onClose={() => open(undefined)} /> : null}
      {making ? (
        <NewUserDialog
          onClose={() => setMaking(false)}
          onMade={(made) => {
            open(made.user)
            setShown(made)
          }}
        />
      ) : null}
      {once?.temporary_password ? (
        <Once
          title={`The password of ${once.user}`}
          sentence="Give it to the person on a safe way. It is shown only now, and has to be changed at the next log-in."
          secret={once.temporary_password}
          what="password"
          onClose={() => setShown(undefined)}
        />
      ) : null}
    </div>
  )
}
