import { useState } from 'react'
import { Field } from '@/frame/LogInForm'
import { createKey, type MadeKey, type NewKey } from './access'
import { RoleChoice, ScopeChoice } from './choices'
import { FormDialog } from './FormDialog'

const longest = 400

export function NewKeyDialog({ onClose, onMade }: { onClose(): void; onMade(made: MadeKey): void }) {
  const [made, setMade] = useState<Omit<NewKey, 'expires_in_days'>>({
    principal: '',
    source: '',
    roles: [],
    scope: { sites: [], customer_groups: [] },
  })
  const [days, setDays] = useState('90')
  const set = (part: Partial<NewKey>) => setMade({ ...made, ...part })
  const lasts = /^\d{1,4}$/.test(days) ? Number(days) : 0
  const ready = made.principal.trim() !== '' && made.roles.length > 0 && lasts >= 1 && lasts <= longest
  return (
    <FormDialog
      title="New key"
      act="Make the key"
      ready={ready}
      onClose={onClose}
      submit={async (key) => {
        const source = made.source.trim() === '' ? made.principal : made.source
        onMade(await createKey({ ...made, source, expires_in_days: lasts }, key))
      }}
    >
      <Field
        label="Of whom"
        focus
        value={made.principal}
        onChange={(principal) => set({ principal })}
        help="A program, as in shop or wms-leeds; or the name of a user, who then can do no more by it than by himself."
      />
      <Field label="Source of its messages" value={made.source} onChange={(source) => set({ source })} help="Empty: the same name." />
      <RoleChoice value={made.roles} onChange={(roles) => set({ roles })} />
      <ScopeChoice value={made.scope} onChange={(scope) => set({ scope })} />
      <Field
        label="Days until it ends"
        value={days}
        onChange={setDays}
        wrong={lasts >= 1 && lasts <= longest ? undefined : `A whole number from 1 to ${longest}.`}
        help="The page warns 14 days before."
      />
    </FormDialog>
  )
}
