/// The page of the link that the server prints when it has no users: it makes the first administrator.
import { type FormEvent, useState } from 'react'
import { acceptFirstRun, Problem } from '@/api/client'
import { Button } from '@/kit/parts'
import { Field } from './LogInForm'
import { Mark } from './Mark'
import { shortest, wrongPassword } from './password'
import css from './frame.module.css'

export function FirstRun({ secret }: { secret: string }) {
  const [made, setMade] = useState({ user: '', display_name: '', password: '', again: '' })
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const set = (name: keyof typeof made) => (value: string) => setMade({ ...made, [name]: value })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { again, ...rest } = made
    const short = wrongPassword(made.password, again)
    setWrong(short ?? '')
    if (short) return
    setBusy(true)
    try {
      await acceptFirstRun({ ...rest, secret })
      window.location.assign('/access')
    } catch (fault) {
      setWrong(fault instanceof Problem ? fault.message : String(fault))
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className={css.signIn}>
      <form className={css.logIn} onSubmit={(event) => void submit(event)}>
        <Mark />
        <h1>Make the first administrator</h1>
        {secret === '' ? (
          <p role="alert">
            This address is not whole: open the link that the server printed, all of it. It works once; when it has been
            used, <a href="/">log in</a>.
          </p>
        ) : (
          <>
            <p>You give everybody else their access. The link works once.</p>
            <Field
              label="Name to log in with"
              value={made.user}
              onChange={set('user')}
              autoComplete="username"
              focus
              help="Small letters and digits. It is never given twice."
            />
            <Field label="Your name" value={made.display_name} onChange={set('display_name')} autoComplete="name" />
            <Field
              label="Password"
              type="password"
              value={made.password}
              onChange={set('password')}
              autoComplete="new-password"
              help={`At least ${shortest} characters. It is kept as a hash that cannot be turned back.`}
            />
            <Field
              label="Password again"
              type="password"
              value={made.again}
              onChange={set('again')}
              autoComplete="new-password"
              wrong={wrong}
            />
            <Button look="primary" type="submit" isDisabled={busy || made.user.trim() === '' || made.display_name.trim() === ''}>
              {busy ? 'Making it…' : 'Make it and log in'}
            </Button>
          </>
        )}
      </form>
    </main>
  )
}
