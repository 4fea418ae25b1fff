/// Shows its children to a person who is known, and the log-in page to everyone else. When a session ends while
/// somebody works, the page stays as it is and he logs in above it: nothing that was typed is lost, and what was
/// asked meanwhile goes on.
import { type ReactNode, useEffect, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { onSignedOut, Problem, signIn, signOut, whoAmI } from '@/api/client'
import { startLive, wakeLive } from '@/api/live'
import { session, useSession } from '@/api/session'
import kit from '@/kit/kit.module.css'
import { Button } from '@/kit/parts'
import { FirstRun } from './FirstRun'
import { LogInForm } from './LogInForm'
import { Mark } from './Mark'
import { OwnPassword } from './OwnPassword'
import css from './frame.module.css'

type State = 'asking' | 'in' | 'again' | 'out' | 'down' | 'first'

/// A link carries its token behind the #, which no server, log or other page is told. It is taken out at once,
/// before anything can copy it.
function takeToken(): string | undefined {
  const { pathname, search, hash } = window.location
  const token = new URLSearchParams(hash.slice(1)).get('token')
  if (!token) return undefined
  window.history.replaceState(null, '', pathname + search)
  return token
}

function takeSecret(): string | undefined {
  if (window.location.pathname !== '/first-run') return undefined
  const secret = window.location.hash.slice(1)
  window.history.replaceState(null, '', '/first-run')
  return secret
}

let linked = takeToken()
const secret = takeSecret()

export function SignedIn({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>(secret === undefined ? 'asking' : 'first')
  const [sentence, setSentence] = useState('')
  const who = useSession()

  const ask = async () => {
    const token = linked
    linked = undefined
    try {
      if (token) await signIn({ token })
      else await whoAmI()
      setState('in')
    } catch (fault) {
      const refused = fault instanceof Problem && fault.status > 0 && fault.status < 500
      if (token && refused) setSentence('That link has been used or has expired. Ask for a new one, or log in.')
      setState(refused ? 'out' : 'down')
    }
  }

  useEffect(() => {
    if (secret === undefined) void ask()
    // A link that is opened where this page is already changes only what stands behind the #.
    const opened = () => {
      linked = takeToken()
      if (linked) void ask()
    }
    window.addEventListener('hashchange', opened)
    const stop = onSignedOut(() => setState((before) => (before === 'in' ? 'again' : before)))
    return () => {
      window.removeEventListener('hashchange', opened)
      stop()
    }
  }, [])
  useEffect(() => {
    if (state === 'in') startLive()
  }, [state])

  if (state === 'in' && who?.must_change_password)
    return <OwnPassword user={who.name} sentence="Somebody else chose your password. Choose one that only you know; then you can go on." />
  if (state === 'in' || state === 'again')
    return (
      <>
        {children}
        {state === 'again' ? <Again done={() => setState('in')} /> : null}
      </>
    )
  if (state === 'asking') return <div className={css.asking} role="status" aria-label="Starting" />
  if (state === 'first') return <FirstRun secret={secret ?? ''} />
  return (
    <main className={css.signIn}>
      {state === 'down' ? (
        <>
          <Mark />
          <h1>The server cannot be reached</h1>
          <p>Nothing is lost: what was answered is on its disk. Start it with:</p>
          <pre>truefill serve</pre>
          <Button look="primary" onPress={() => void ask()}>
            Try again
          </Button>
        </>
      ) : (
        <div className={css.logIn}>
          <Mark />
          <h1>Log in to Truefill</h1>
          <LogInForm sentence={sentence} done={() => setState('in')} />
        </div>
      )}
    </main>
  )
}

function Again({ done }: { done(): void }) {
  const [before] = useState(() => session()?.name)
  return (
    <ModalOverlay className={kit.veil} isOpen isKeyboardDismissDisabled>
      <Modal>
        <Dialog className={kit.dialog} role="alertdialog">
          <Heading slot="title">Your session has ended</Heading>
          <p>The page stays as it is. Log in again, and what you were doing goes on.</p>
          <LogInForm
            user={before}
            done={() => {
              // Somebody else must not go on with what this person began.
              if (session()?.name !== before) window.location.assign('/')
              wakeLive()
              done()
            }}
          />
          <div className={kit.actions}>
            <Button
              look="quiet"
              onPress={() => {
                void signOut().then(() => window.location.assign('/'))
              }}
            >
              Leave this page
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
