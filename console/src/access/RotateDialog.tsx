import { useState } from 'react'
import { Field } from '@/frame/LogInForm'
import { type Key, type MadeKey, rotateKey } from './access'
import { FormDialog } from './FormDialog'

export function RotateDialog({ of, onClose, onMade }: { of: Key; onClose(): void; onMade(made: MadeKey): void }) {
  const [days, setDays] = useState('7')
  const overlap = /^\d{1,2}$/.test(days) ? Number(days) : -1
  return (
    <FormDialog
      title={`Rotate the key of ${of.principal}`}
      act="Make its successor"
      ready={overlap >= 0 && overlap <= 30}
      onClose={onClose}
      submit={async (key) => onMade(await rotateKey(of.prefix, overlap, key))}
    >
      <p>The new key has the same roles, scope and source. The old one works on for the days below, so that nothing stands still.</p>
      <Field label="Days that both work" focus value={days} onChange={setDays} help="From 0 to 30." />
    </FormDialog>
  )
}
