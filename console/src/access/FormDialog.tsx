/// A dialog with a form: one key for one intent, the server's sentence when it says no, and nothing lost then.
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Problem } from '@/api/client'
import kit from '@/kit/kit.module.css'
import { Button } from '@/kit/parts'
import { Failure } from '@/kit/states'

interface Props {
  title: string
  /// What the button says; the title when it is not given.
  act?: string
  ready?: boolean
  children: ReactNode
  /// `key` is that of the message. False: the dialog stays open.
  submit(key: string): Promise<unknown>
  onClose(): void
}

export function FormDialog({ title, act = title, ready = true, children, submit, onClose }: Props) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>()
  const key = useRef(crypto.randomUUID())

  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    if (!ready || busy) return
    setBusy(true)
    try {
      const stay = (await submit(key.current)) === false
      await client.invalidateQueries({ queryKey: ['access'] })
      if (!stay) onClose()
    } catch (problem) {
      setFault(problem)
      // What was answered is decided: the next try is another intent. Without an answer it is the same one.
      if (problem instanceof Problem && !problem.offline && problem.status < 500) key.current = crypto.randomUUID()
    } finally {
      setBusy(false)
    }
  }

  return (
    <ModalOverlay className={kit.veil} isOpen onOpenChange={(open) => !open && onClose()}>
      <Modal>
        <Dialog className={kit.dialog}>
          <Heading slot="title">{title}</Heading>
          <form
            onSubmit={(event) => void send(event)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
            }}
          >
            {children}
            {fault ? <Failure fault={fault} kept="Nothing was changed." /> : null}
            <div className={kit.actions}>
              <Button onPress={onClose}>Cancel</Button>
              <Button look="primary" type="submit" isDisabled={!ready || busy}>
                {busy ? 'Sending…' : act}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
