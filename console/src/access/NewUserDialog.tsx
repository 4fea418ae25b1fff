import { useState } from 'react'
import { Field } from '@/frame/LogInForm'
import { shortest } from '@/frame/password'
import { createUser, type MadeUser, type NewUser } from './access'
import { RoleChoice, ScopeChoice } from './choices'
import { FormDialog } from './FormDialog'

/// `onMade` is told when all is done.
export function NewUserDialog({ onClose, onMade }: { onClose(): void; onMade(made: MadeUser): void }) {
  const [made, setMade] = useState<NewUser>({ user: '', display_name: '', roles: [], scope: { sites: [], customer_groups: [] } })
  const [password, setPassword] = useState('')
  const set = (part: Partial<NewUser>) => setMade({ ...made, ...part })
  const ready = made.user.trim() !== '' && made.display_name.trim() !== '' && (password === '' || [...password].length >= shortest)
  return (
    <FormDialog
      title="New user"
      act="Make the user"
      ready={ready}
      onClose={onClose}
      submit={async (key) => onMade(await createUser({ ...made, ...(password === '' ? {} : { password }) }, key))}
    >
      <Field label="Name to log in with" focus value={made.user} onChange={(user) => set({ user })} help="It is never given twice." />
      <Field label="Name of the person" value={made.display_name} onChange={(display_name) => set({ display_name })} />
      <RoleChoice value={made.roles} onChange={(roles) => set({ roles })} />
      <ScopeChoice value={made.scope} onChange={(scope) => set({ scope })} />
      <Field
        label="First password"
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        help={`Empty: the server makes one. Else at least ${shortest} characters. The person has to choose another one at the first log-in.`}
      />
    </FormDialog>
  )
}
