/// Changes one's own password. Also asked for when somebody else chose the one that was used.
import { type FormEvent, useRef, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Problem, send, whoAmI } from '@/api/client'
import kit from '@/kit/kit.module.css'
import { Button } from '@/kit/parts'
import { Field } from './LogInForm'
import { wrongPassword } from './password'

export function OwnPassword({ user, sentence, onClose }: { user: string; sentence?: string; onClose?(): void }) {
  const [draft, setDraft] = useState({ current: '', password: '', again: '' })
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const key = useRef(crypto.randomUUID())
  const set = (name: keyof typeof draft) => (value: string) => setDraft({ ...draft, [name]: value })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const short = wrongPassword(draft.password, draft.again)
    setWrong(short ?? '')
    if (short) return
    setBusy(true)
    try {
      const { current, password } = draft
      await send('POST', `/v1/users/${encodeURIComponent(user)}/password`, { password, current }, key.current)
      // The old session ends with the old password; the answer brought a new one.
      await whoAmI()
      onClose?.()
    } catch (fault) {
      key.current = crypto.randomUUID()
      setWrong(fault instanceof Problem ? fault.message : String(fault))
    } finally {
      setBusy(false)
    }
  }

  return (
    <ModalOverlay className={kit.veil} isOpen onOpenChange={(open) => !open && onClose?.()} isDismissable={onClose !== undefined} isKeyboardDismissDisabled={onClose === undefined}>
      <Modal>
        <Dialog className={kit.dialog}>
          <Heading slot="title">Change your password</Heading>
          {sentence ? <p>{sentence}</p> : null}
          <form onSubmit={(event) => void submit(event)}>
            <input type="text" autoComplete="username" value={user} readOnly hidden />
            <Field label="Password now" type="password" autoComplete="current-password" focus value={draft.current} onChange={set('current')} />
            <Field label="New password" type="password" autoComplete="new-password" value={draft.password} onChange={set('password')} help="At least 12 characters." />
            <Field label="New password again" type="password" autoComplete="new-password" value={draft.again} onChange={set('again')} wrong={wrong} />
            <div className={kit.actions}>
              {onClose ? <Button onPress={onClose}>Cancel</Button> : null}
              <Button look="primary" type="submit" isDisabled={busy || draft.current === ''}>
                {busy ? 'Changing…' : 'Change it'}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
