/// What can be done about the order. The server says what is allowed; what is not comes with its reason.
import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { knownOf } from '@/api/acts'
import type { Act, OrderPage } from '@/api/types'
import { useKeys } from '@/frame/keys'
import { type Asked, CommandDialog } from '@/kit/CommandDialog'
import { plain } from '@/kit/format'
import kit from '@/kit/kit.module.css'
import { Button } from '@/kit/parts'
import css from './acts.module.css'

/// `short`: only the menu, where there is little room.
export function Acts({ order, short = false }: { order: OrderPage; short?: boolean }) {
  const acts = order.acts ?? []
  const [asked, setAsked] = useState<Asked>()
  const [open, setOpen] = useState(false)
  useKeys({ '.': () => setOpen(true) })
  if (acts.length === 0) return null
  const allowed = acts.filter((act) => act.allowed)
  const forbidden = acts.filter((act) => !act.allowed)
  const ask = (act: Act) => {
    setOpen(false)
    setAsked({ command: act.command, title: plain(act.title), known: knownOf(act) })
  }
  return (
    <div className={css.acts}>
      {allowed.slice(0, short ? 0 : 2).map((act) => (
        <Button key={act.title} onPress={() => ask(act)}>
          {plain(act.title)}
        </Button>
      ))}
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button>
          Actions <span aria-hidden="true">▾</span>
        </Button>
        <Popover className={kit.menu} placement="bottom end">
          <Dialog aria-label="Actions" className={css.list}>
            {allowed.map((act) => (
              <button key={act.title} type="button" className={css.act} onClick={() => ask(act)}>
                {plain(act.title)}
              </button>
            ))}
            {forbidden.length > 0 ? <h3>Not now</h3> : null}
            <ul>
              {forbidden.map((act) => (
                <li key={act.title} className={css.forbidden}>
                  {plain(act.title)}
                  <small>{act.reason}</small>
                </li>
              ))}
            </ul>
          </Dialog>
        </Popover>
      </DialogTrigger>
      <CommandDialog asked={asked} onClose={() => setAsked(undefined)} />
    </div>
  )
}
