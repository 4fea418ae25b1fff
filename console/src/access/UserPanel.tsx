/// One user: everything about his rights, each with the act that changes it.
import { type ReactNode, useState } from 'react'
import { Field } from '@/frame/LogInForm'
import { shortest } from '@/frame/password'
import { useAdministers } from '@/api/session'
import desk from '@/kit/desk.module.css'
import { calendarDay, money, words } from '@/kit/format'
import { Button, Moment } from '@/kit/parts'
import { act, type MadeUser, sayScope, setPassword, type User } from './access'
import { RoleChoice, ScopeChoice } from './choices'
import { FormDialog } from './FormDialog'
import { LimitDialog } from './LimitDialog'
import { SubstituteDialog } from './SubstituteDialog'
import { UserState } from './Users'
import css from './access.module.css'

type Doing = 'roles' | 'scope' | 'limit' | 'substitute' | 'password' | 'name' | 'activity'

function Part({ title, act: tool, children }: { title: string; act?: ReactNode; children: ReactNode }) {
  return (
    <section className={css.part}>
      <div>
        <h3>{title}</h3>
        {tool}
      </div>
      {children}
    </section>
  )
}

interface PanelProps {
  user: User
  users: User[]
  /// A password that the server made, to be shown once.
  onPassword(made: MadeUser): void
  onClose(): void
}

export function UserPanel({ user, users, onPassword, onClose }: PanelProps) {
  const [doing, setDoing] = useState<Doing>()
  const may = useAdministers()
  const change = (what: Doing, title = 'Change', label?: string) =>
    may ? (
      <Button look="quiet" aria-label={label} onPress={() => setDoing(what)}>
        {title}
      </Button>
    ) : null
  const close = () => setDoing(undefined)
  return (
    <section className={desk.panel} aria-labelledby="user-name">
      <div className={`${desk.panelHead} ${css.panelHead}`}>
        <div>
          <h2 id="user-name">{user.display_name}</h2>
          <span className="mono faint">{user.user}</span>
        </div>
        <Button look="quiet" aria-label="Close" onPress={onClose}>
          ×
        </Button>
      </div>
      <Part title="Log-in" act={change('name', 'Rename')}>
        <UserState user={user} />
        <p className="faint">
          Since <Moment at={user.created_at} />; changed <Moment at={user.changed_at} />
        </p>
        {may ? (
          <p className={css.row}>
            {user.active ? <Button onPress={() => setDoing('password')}>{user.has_password ? 'New password' : 'Set a password'}</Button> : null}
            <Button onPress={() => setDoing('activity')}>{user.active ? 'Deactivate' : 'Reactivate'}</Button>
          </p>
        ) : null}
      </Part>
      <Part title="Roles" act={change('roles', 'Change', 'Change roles')}>
        {user.roles.length === 0 ? <p className="faint">None: only what everybody may about himself.</p> : null}
        <ul className={css.chips}>
          {user.roles.map((role) => (
            <li key={role}>{words(role)}</li>
          ))}
        </ul>
      </Part>
      <Part title="Scope" act={change('scope', 'Change', 'Change scope')}>
        <p>{sayScope(user.scope)}</p>
      </Part>
      <Part title="Limits" act={change('limit', 'Change', 'Change limits')}>
        {user.limits.length === 0 ? <p className="faint">None: whatever asks for a value needs somebody else.</p> : null}
        <ul>
          {user.limits.map((limit) => (
            <li key={`${limit.command} ${limit.up_to.currency}`}>
              Up to {money(limit.up_to)} <span className="faint">{limit.command === '' ? 'for every act that asks for a value' : words(limit.command.replace('.', ': '))}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Substitute" act={change('substitute', 'Change', 'Change substitute')}>
        {user.substitute?.user ? (
          <p>
            {users.find((one) => one.user === user.substitute?.user)?.display_name ?? user.substitute.user}, from {calendarDay(user.substitute.from)} to{' '}
            {calendarDay(user.substitute.to)}
          </p>
        ) : (
          <p className="faint">Nobody stands in.</p>
        )}
      </Part>
      {doing === 'roles' ? <RolesDialog user={user} onClose={close} /> : null}
      {doing === 'scope' ? <ScopeDialog user={user} onClose={close} /> : null}
      {doing === 'limit' ? <LimitDialog user={user} onClose={close} /> : null}
      {doing === 'substitute' ? <SubstituteDialog user={user} users={users} onClose={close} /> : null}
      {doing === 'password' ? <PasswordDialog user={user} onPassword={onPassword} onClose={close} /> : null}
      {doing === 'name' ? <NameDialog user={user} onClose={close} /> : null}
      {doing === 'activity' ? <ActivityDialog user={user} onClose={close} /> : null}
    </section>
  )
}

interface Props {
  user: User
  onClose(): void
}

function RolesDialog({ user, onClose }: Props) {
  const [roles, setRoles] = useState(user.roles)
  return (
    <FormDialog title={`Roles of ${user.display_name}`} act="Give these roles" submit={(key) => act('change_user', { user: user.user, roles }, key)} onClose={onClose}>
      <RoleChoice value={roles} onChange={setRoles} />
      <p className="faint">Whoever is logged in as {user.user} has to log in again.</p>
    </FormDialog>
  )
}

function ScopeDialog({ user, onClose }: Props) {
  const [scope, setScope] = useState(user.scope)
  return (
    <FormDialog title={`Scope of ${user.display_name}`} act="Set this scope" submit={(key) => act('change_user', { user: user.user, scope }, key)} onClose={onClose}>
      <ScopeChoice value={scope} onChange={setScope} />
    </FormDialog>
  )
}

function NameDialog({ user, onClose }: Props) {
  const [name, setName] = useState(user.display_name)
  return (
    <FormDialog title="Rename" ready={name.trim() !== ''} submit={(key) => act('change_user', { user: user.user, display_name: name.trim() }, key)} onClose={onClose}>
      <Field label="Name of the person" focus value={name} onChange={setName} />
    </FormDialog>
  )
}

function PasswordDialog({ user, onPassword, onClose }: Props & { onPassword(made: MadeUser): void }) {
  const [password, setText] = useState('')
  return (
    <FormDialog
      title={`Password of ${user.display_name}`}
      act="Set it"
      ready={password === '' || [...password].length >= shortest}
      submit={async (key) => onPassword(await setPassword(user.user, password, key))}
      onClose={onClose}
    >
      <Field
        label="Password"
        type="password"
        autoComplete="new-password"
        focus
        value={password}
        onChange={setText}
        help={`Empty: the server makes one. Else at least ${shortest} characters. The person has to choose another one at the next log-in.`}
      />
    </FormDialog>
  )
}

function ActivityDialog({ user, onClose }: Props) {
  const [reason, setReason] = useState('')
  const command = user.active ? 'deactivate_user' : 'reactivate_user'
  return (
    <FormDialog
      title={`${user.active ? 'Deactivate' : 'Reactivate'} ${user.display_name}`}
      act={user.active ? 'Deactivate' : 'Reactivate'}
      submit={(key) => act(command, { user: user.user, reason }, key)}
      onClose={onClose}
    >
      <p>
        {user.active
          ? 'Log-in, keys and standing in end at once. What was done under this name stays.'
          : 'Log-in, keys and standing in work again as they did.'}
      </p>
      <Field label="Reason" focus value={reason} onChange={setReason} help="It stands in the journal." />
    </FormDialog>
  )
}
