/// A secret that is shown once: copy it, or it is gone.
import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import kit from '@/kit/kit.module.css'
import { Button } from '@/kit/parts'
import css from './access.module.css'

interface Props {
  title: string
  sentence: string
  secret: string
  what: string
  onClose(): void
}

export function Once({ title, sentence, secret, what, onClose }: Props) {
  const [copied, setCopied] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied('Copied.')
    } catch {
      setCopied('This browser does not let pages copy: mark the text and copy it by hand.')
    }
  }
  return (
    <ModalOverlay className={kit.veil} isOpen isKeyboardDismissDisabled>
      <Modal>
        <Dialog className={kit.dialog}>
          <Heading slot="title">{title}</Heading>
          <p>{sentence}</p>
          <p className={css.secret}>
            <input
              className={kit.input}
              readOnly
              value={secret}
              aria-label={`The ${what}`}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Button look="primary" autoFocus onPress={() => void copy()}>
              Copy
            </Button>
          </p>
          <p role="status" className="faint">
            {copied}
          </p>
          <div className={kit.actions}>
            <Button onPress={onClose}>I have kept it</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
