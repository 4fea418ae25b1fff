/// How much somebody decides alone: for one act, or for all that ask for a value.
import { useState } from 'react'
import { Field } from '@/frame/LogInForm'
import { money, words } from '@/kit/format'
import kit from '@/kit/kit.module.css'
import { act, type User } from './access'
import { useRoles } from './choices'
import { FormDialog } from './FormDialog'

const plainAmount = /^\d{1,12}(\.\d{1,6})?$/

export function LimitDialog({ user, onClose }: { user: User; onClose(): void }) {
  const { data: table } = useRoles()
  const [command, setCommand] = useState('')
  const [amount, setAmount] = useState('')
  const [currency, setCurrency] = useState(user.limits[0]?.up_to.currency ?? 'GBP')
  const had = user.limits.find((limit) => limit.command === command && limit.up_to.currency === currency)
  const acts = (table?.rows ?? []).filter((row) => row.checks.includes('value'))
  const remove = had !== undefined && amount.trim() === ''
  const ready = /^[A-Z]{3}$/.test(currency) && (remove || plainAmount.test(amount.trim()))
  return (
    <FormDialog
      title={`Limit of ${user.display_name}`}
      act={remove ? 'Take the limit away' : 'Set the limit'}
      ready={ready}
      submit={(key) => act('set_limit', { user: user.user, command, up_to: { amount: remove ? '0' : amount.trim(), currency }, remove }, key)}
      onClose={onClose}
    >
      <div className={kit.field}>
        <label htmlFor="limit-command">For</label>
        <select id="limit-command" className={kit.input} value={command} onChange={(event) => setCommand(event.target.value)}>
          <option value="">Every act that asks for a value and has no limit of its own</option>
          {acts.map((row) => (
            <option key={row.name} value={row.name}>
              {words(row.name.replace('.', ': '))}
            </option>
          ))}
        </select>
        <small>{had ? `Now up to ${money(had.up_to)}. Leave the amount empty to take that away.` : 'There is none yet.'}</small>
      </div>
      <Field label="Up to" focus value={amount} onChange={setAmount} help="A plain number, as in 250 or 99.50" />
      <Field label="Currency" value={currency} onChange={(text) => setCurrency(text.trim().toUpperCase())} />
    </FormDialog>
  )
}
