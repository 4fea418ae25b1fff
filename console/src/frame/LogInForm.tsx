/// A name and a password, the company's identity provider where there is one, or the token of the server.
import { type FormEvent, useEffect, useId, useState } from 'react'
import { type LogIn, type Methods, methods, Problem, signIn } from '@/api/client'
import kit from '@/kit/kit.module.css'
import { Button } from '@/kit/parts'
import css from './frame.module.css'

interface Props {
  sentence?: string
  /// Who it was before: the name is there already.
  user?: string
  done(): void
}

export function LogInForm({ sentence = '', user = '', done }: Props) {
  const [way, setWay] = useState<'password' | 'token'>(user === 'operator' ? 'token' : 'password')
  const [name, setName] = useState(user === 'operator' ? '' : user)
  const [secret, setSecret] = useState('')
  const [wrong, setWrong] = useState(sentence)
  const [busy, setBusy] = useState(false)
  const [offered, setOffered] = useState<Methods>({ password: true, providers: [], demo: false, token: false })
  useEffect(() => {
    void methods().then(setOffered)
  }, [])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      const logIn: LogIn = way === 'token' ? { token: secret.trim() } : { user: name.trim(), password: secret }
      await signIn(logIn)
      done()
    } catch (fault) {
      setWrong(sayWrong(fault, way))
      setSecret('')
    } finally {
      setBusy(false)
    }
  }
  const turn = (next: 'password' | 'token') => {
    setWay(next)
    setSecret('')
    setWrong('')
  }

  return (
    <form className={css.logInForm} onSubmit={(event) => void submit(event)}>
      {offered.providers.map((provider) => (
        <a key={provider.url} className={`${kit.button} ${kit.primary}`} href={provider.url}>
          Log in with {provider.name}
        </a>
      ))}
      {way === 'password' ? (
        <Field label="Name" value={name} onChange={setName} autoComplete="username" focus={name === ''} />
      ) : (
        <p>Paste the token that the server printed at its first start, or open the link it gave you.</p>
      )}
      <Field
        label={way === 'password' ? 'Password' : 'Token'}
        value={secret}
        onChange={setSecret}
        type="password"
        autoComplete={way === 'password' ? 'current-password' : 'off'}
        focus={way === 'token' || name !== ''}
        wrong={wrong}
      />
      <Button look="primary" type="submit" isDisabled={secret === '' || (way === 'password' && name.trim() === '') || busy}>
        {busy ? 'Checking…' : 'Log in'}
      </Button>
      {offered.token || way === 'token' ? (
        <Button look="quiet" onPress={() => turn(way === 'password' ? 'token' : 'password')}>
          {way === 'password' ? 'Use the token of the server' : 'Use name and password'}
        </Button>
      ) : null}
    </form>
  )
}

/// The server's own sentence where it has one: a lockout says until when.
function sayWrong(fault: unknown, way: 'password' | 'token'): string {
  if (!(fault instanceof Problem)) return String(fault)
  if (fault.status !== 401) return fault.message
  return way === 'token' ? 'That token is not known here, or has expired.' : 'That name and password do not fit together.'
}

interface FieldProps {
  label: string
  value: string
  onChange(value: string): void
  type?: string
  autoComplete?: string
  focus?: boolean
  help?: string
  wrong?: string
}

export function Field({ label, value, onChange, type = 'text', autoComplete = 'off', focus, help, wrong }: FieldProps) {
  const id = useId()
  // Only when the form opens: later the person decides where he is.
  const [begins] = useState(focus ?? false)
  return (
    <div className={kit.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={kit.input}
        type={type}
        autoComplete={autoComplete}
        autoFocus={begins}
        spellCheck={false}
        autoCapitalize="none"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={`${id}-says`}
      />
      <small id={`${id}-says`}>
        {help}
        {wrong === undefined ? null : (
          <span role="alert" className={css.wrong}>
            {wrong}
          </span>
        )}
      </small>
    </div>
  )
}
