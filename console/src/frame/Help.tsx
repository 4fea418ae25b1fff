/// The sheet of keys, and the switch that turns single keys off (WCAG 2.1.4).
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import kit from '@/kit/kit.module.css'
import { Button, Kbd } from '@/kit/parts'
import css from './frame.module.css'
import { prefer, usePreferences } from './preferences'

const sheet: [keys: string[], what: string][] = [
  [['g', 't'], 'Control tower'],
  [['g', 'o'], 'Orders'],
  [['g', 'w'], 'Work inbox'],
  [['g', 's'], 'Warehouses'],
  [['g', 'f'], 'Invoice desk'],
  [['g', 'a'], 'Access'],
  [['g', 'd'], 'Tour of the demo'],
  [['/'], 'Search (also Ctrl K)'],
  [['j', 'k'], 'Next, previous row'],
  [['Enter'], 'Open the row'],
  [['Space'], 'Preview of the row'],
  [['x'], 'Select (Shift x: up to here; Ctrl A: all)'],
  [['h', 'r'], 'Orders: hold, lift the hold'],
  [['p', 'v', 'w', 'b'], 'Invoices: posted, void, write off, bill'],
  [['[', ']'], 'Previous, next record'],
  [['f'], 'Filter the list'],
  [['e'], 'Export the list'],
  [['.'], 'Actions'],
  [['t'], 'Zoom of the timeline'],
  [['s'], 'Scanner field of the site'],
  [['1', '9'], 'Outcome, key figure, act'],
  [['Ctrl', 'Enter'], 'Submit'],
  [['?'], 'This sheet'],
]

export function Help({ open, onClose }: { open: boolean; onClose(): void }) {
  const { keys } = usePreferences()
  return (
    <ModalOverlay className={kit.veil} isOpen={open} onOpenChange={(next) => !next && onClose()} isDismissable>
      <Modal>
        <Dialog className={`${kit.dialog} ${css.help}`}>
          <Heading slot="title">Keyboard</Heading>
          <dl className={css.sheet}>
            {sheet.map(([names, what]) => (
              <div key={what}>
                <dt>
                  {names.map((name) => (
                    <Kbd key={name}>{name}</Kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <label className={css.check}>
            <input type="checkbox" checked={keys} onChange={(event) => prefer({ keys: event.target.checked })} />
            Single-key shortcuts
          </label>
          <div className={kit.actions}>
            <Button onPress={onClose}>Close</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
