/// Who is logged in, and what is about him alone: his password, the tour, leaving.
import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { signOut } from '@/api/client'
import { useSession } from '@/api/session'
import kit from '@/kit/kit.module.css'
import { words } from '@/kit/format'
import { Button } from '@/kit/parts'
import css from './frame.module.css'
import { OwnPassword } from './OwnPassword'
import { prefer, usePreferences } from './preferences'

export function UserMenu({ demo }: { demo: boolean }) {
  const session = useSession()
  const { tour } = usePreferences()
  const [open, setOpen] = useState(false)
  const [changing, setChanging] = useState(false)
  if (!session) return null
  const roles = session.is_operator ? 'The token of the server: every role' : (session.roles ?? []).map((role) => words(role)).join(', ')
  const isPerson = !session.is_operator
  const item = (title: string, act: () => void) => (
    <button
      type="button"
      className={css.menuItem}
      onClick={() => {
        setOpen(false)
        act()
      }}
    >
      {title}
    </button>
  )
  return (
    <>
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button look="quiet" aria-label={`${session.display_name ?? session.name}: log out and more`}>
          {session.display_name ?? session.name} <span aria-hidden="true">▾</span>
        </Button>
        <Popover className={kit.menu} placement="bottom end">
          <Dialog aria-label="You" className={css.menu}>
            <p>
              <b>{session.display_name ?? session.name}</b>
              <small>{roles === '' ? 'No role yet' : roles}</small>
            </p>
            {demo ? item(tour ? 'Put the tour away' : 'Show the tour of the demo', () => prefer({ tour: !tour })) : null}
            {isPerson ? item('Change your password', () => setChanging(true)) : null}
            {item('Log out', () => void signOut().then(() => window.location.assign('/')))}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {changing ? <OwnPassword user={session.name} onClose={() => setChanging(false)} /> : null}
    </>
  )
}
