/// Shows its children to a person who is known, and the log-in page to everyone else.
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { onSignedOut, Problem, signIn, whoAmI } from '@/api/client'
import { startLive } from '@/api/live'
import kit from '@/kit/kit.module.css'
import { Button } from '@/kit/parts'
import css from './frame.module.css'

type State = 'asking' | 'in' | 'out' | 'down'

/// A one-time link carries its token in the address. It is taken out at once, before anything can copy it.
function takeToken(): string | undefined {
  const url = new URL(window.location.href)
  const token = url.searchParams.get('token')
  if (!token) return undefined
  url.searchParams.delete('token')
  window.history.replaceState(null, '', url.pathname + url.search + url.hash)
  return token
}

let linked = takeToken()

export function SignedIn({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>('asking')
  const [sentence, setSentence] = useState('')

  const ask = async () => {
    const token = linked
    linked = undefined
    try {
      if (token) await signIn(token)
      await whoAmI()
      setState('in')
    } catch (fault) {
      const refused = fault instanceof Problem && fault.status > 0 && fault.status < 500
      if (token && refused) setSentence('That link has been used or has expired. Ask for a new one, or paste a token.')
      setState(refused ? 'out' : 'down')
    }
  }

  useEffect(() => {
    void ask()
    return onSignedOut(() => setState((before) => (before === 'in' ? 'out' : before)))
  }, [])
  useEffect(() => {
    if (state === 'in') startLive()
  }, [state])

  if (state === 'in') return children
  if (state === 'asking') return <div className={css.asking} role="status" aria-label="Starting" />
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
        <SignInForm sentence={sentence} done={() => setState('in')} />
      )}
    </main>
  )
}

function Mark() {
  return <img src="/truefill.svg" width={36} height={36} alt="" />
}

function SignInForm({ sentence, done }: { sentence: string; done(): void }) {
  const [secret, setSecret] = useState('')
  const [wrong, setWrong] = useState(sentence)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await signIn(secret.trim())
      done()
    } catch (fault) {
      const problem = fault instanceof Problem ? fault : undefined
      setWrong(problem?.status === 401 ? 'That token is not known here, or has expired.' : String(problem?.message ?? fault))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Mark />
      <h1>Log in to Truefill</h1>
      <p>Paste the token that the server printed at its first start, or open the one-time link it gave you.</p>
      <div className={kit.field}>
        <label htmlFor="token">Token</label>
        <input
          id="token"
          className={kit.input}
          type="password"
          autoComplete="current-password"
          spellCheck={false}
          placeholder="tf_…"
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
          aria-invalid={wrong !== ''}
          aria-describedby="token-says"
        />
        <small id="token-says" role="alert" className={css.wrong}>
          {wrong}
        </small>
      </div>
      <Button look="primary" type="submit" isDisabled={secret.trim() === '' || busy}>
        {busy ? 'Checking…' : 'Log in'}
      </Button>
    </form>
  )
}
