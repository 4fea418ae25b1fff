/// Who acts with the roles, the scope and the limits of somebody who is away.
import { useState } from 'react'
import kit from '@/kit/kit.module.css'
import { act, type User } from './access'
import { FormDialog } from './FormDialog'

export function SubstituteDialog({ user, users, onClose }: { user: User; users: User[]; onClose(): void }) {
  const [substitute, setSubstitute] = useState(user.substitute?.user ?? '')
  const [from, setFrom] = useState(user.substitute?.from ?? '')
  const [to, setTo] = useState(user.substitute?.to ?? '')
  const whole = from !== '' && to !== '' && from <= to
  const others = users.filter((one) => one.user !== user.user && one.active)
  const day = (label: string, id: string, value: string, set: (text: string) => void) => (
    <div className={kit.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" className={kit.input} value={value} onChange={(event) => set(event.target.value)} />
    </div>
  )
  return (
    <FormDialog
      title={`Substitute of ${user.display_name}`}
      act={substitute === '' ? 'Nobody stands in' : 'Set the substitute'}
      ready={substitute === '' || whole}
      submit={(key) => act('set_substitute', { user: user.user, substitute, ...(substitute === '' ? {} : { from, to }) }, key)}
      onClose={onClose}
    >
      <div className={kit.field}>
        <label htmlFor="substitute">Who stands in</label>
        <select id="substitute" className={kit.input} autoFocus value={substitute} onChange={(event) => setSubstitute(event.target.value)}>
          <option value="">Nobody</option>
          {others.map((one) => (
            <option key={one.user} value={one.user}>
              {one.display_name}
            </option>
          ))}
        </select>
        <small>What was lent is not lent on, and needs no new log-in.</small>
      </div>
      {substitute === '' ? null : (
        <>
          {day('First day', 'substitute-from', from, setFrom)}
          {day('Last day', 'substitute-to', to, setTo)}
        </>
      )}
    </FormDialog>
  )
}
