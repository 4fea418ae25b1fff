/// The one place that talks to the server: reads, commands, log-in. Errors are problems as of RFC 9457.
import { keepSession } from './session'
import type { Outcome, Session } from './types'

export interface ProblemBody {
  type?: string
  title?: string
  status?: number
  detail?: string
  code?: string
  errors?: { pointer: string; detail: string }[]
  trace_id?: string
}

export class Problem extends Error {
  readonly status: number
  readonly body: ProblemBody

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `The server answered ${status}.`)
    this.status = status
    this.body = body
  }

  /// What it means to a person; the detail is the server's own sentence.
  get heading(): string {
    const known = headings[this.status]
    if (known) return known
    return this.body.title ?? (this.status >= 500 ? 'The server has a problem of its own.' : 'The server says no.')
  }

  /// Nothing came back: the server is down, or the network is.
  get offline(): boolean {
    return this.status === 0
  }
}

const headings: Record<number, string> = {
  400: 'That cannot be read as it stands.',
  401: 'You are not logged in.',
  403: 'You may not do this.',
  404: 'It is not there.',
  409: 'It was answered before.',
  412: 'It has changed meanwhile.',
  413: 'That is too much at once.',
  422: 'It cannot be done now.',
  429: 'Too many requests; wait a moment.',
  503: 'The server is busy; try again in a moment.',
  507: 'The server’s disk is full.',
}

/// Of the session; every write carries it.
let csrf: string | undefined
let position = 0
/// The session has ended while somebody worked: requests wait until he has logged in again, so nothing typed is lost.
let known = false
let ended: { again: Promise<void>; resume(): void } | undefined
const signedOutListeners = new Set<() => void>()
const positionListeners = new Set<(position: number) => void>()

/// The newest journal position that any answer carried.
export function newestPosition(): number {
  return position
}

export function onSignedOut(told: () => void): () => void {
  signedOutListeners.add(told)
  return () => signedOutListeners.delete(told)
}

export function onFirstPosition(told: (position: number) => void): () => void {
  if (position > 0) {
    told(position)
    return () => undefined
  }
  const once = (at: number) => {
    positionListeners.delete(once)
    told(at)
  }
  positionListeners.add(once)
  return () => positionListeners.delete(once)
}

function notePosition(body: unknown): void {
  const at = (body as { position?: unknown } | null)?.position
  if (typeof at !== 'number' || at <= position) return
  position = at
  for (const told of [...positionListeners]) told(at)
}

function headers(more?: Record<string, string>): Record<string, string> {
  return { Accept: 'application/json', ...more }
}

async function answer(response: Response): Promise<unknown> {
  const text = await response.text()
  let body: unknown
  try {
    body = text === '' ? {} : JSON.parse(text)
  } catch {
    body = { title: 'The answer was not JSON.' }
  }
  if (response.ok) {
    notePosition(body)
    return body
  }
  throw new Problem(response.status, body as ProblemBody)
}

/// Resolves when somebody has logged in again; rejects when the asker has gone away meanwhile.
function loggedInAgain(stop: AbortSignal | null | undefined): Promise<void> {
  if (!ended) {
    let resume = () => {}
    const again = new Promise<void>((done) => (resume = done))
    ended = { again, resume }
    for (const told of signedOutListeners) told()
  }
  const { again } = ended
  return new Promise((done, gone) => {
    stop?.addEventListener('abort', () => gone(new DOMException('Nobody waits any more.', 'AbortError')), { once: true })
    void again.then(done)
  })
}

/// `make` is asked again after a new log-in: the token against forged writes is another one then.
async function ask(path: string, make: () => RequestInit): Promise<unknown> {
  for (;;) {
    const init = make()
    let response: Response
    try {
      response = await fetch(path, { credentials: 'same-origin', ...init })
    } catch (fault) {
      if (fault instanceof DOMException && fault.name === 'AbortError') throw fault
      throw new Problem(0, { title: 'The server cannot be reached.' })
    }
    if (response.status !== 401 || !known || path.startsWith('/v1/session')) return answer(response)
    await loggedInAgain(init.signal)
  }
}

export type Parameters = Record<string, string | number | undefined>

export function query(path: string, parameters?: Parameters): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters ?? {})) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

export async function read<T>(path: string, parameters?: Parameters, signal?: AbortSignal): Promise<T> {
  return (await ask(query(path, parameters), () => ({ headers: headers(), signal }))) as T
}

/// `key` makes a retry safe: the same key never takes effect twice.
export async function send<T>(method: 'POST' | 'DELETE', path: string, body: unknown, key: string): Promise<T> {
  return (await ask(path, () => ({
    method,
    headers: headers({ 'Content-Type': 'application/json', 'Idempotency-Key': key, ...csrfHeader() }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }))) as T
}

export async function command(name: string, body: unknown, key: string): Promise<Outcome> {
  return send('POST', `/v1/commands/${encodeURIComponent(name)}`, body, key)
}

export type LogIn = { token: string } | { user: string; password: string }

async function post<T>(path: string, body: unknown): Promise<T> {
  const json = { 'Content-Type': 'application/json', Accept: 'application/json' }
  return (await ask(path, () => ({ method: 'POST', headers: json, body: JSON.stringify(body) }))) as T
}

function enter(session: Session): Session {
  csrf = session.csrf_token
  known = true
  keepSession(session)
  ended?.resume()
  ended = undefined
  return session
}

/// Trades a name and a password, or a token, for a session cookie.
export async function signIn(secret: LogIn): Promise<Session> {
  await post<Session>('/v1/session', secret)
  return whoAmI()
}

export interface FirstRun {
  secret: string
  user: string
  display_name: string
  password: string
}

/// Whoever holds the link of the first start makes the first administrator.
export async function acceptFirstRun(made: FirstRun): Promise<Session> {
  await post('/v1/first-run', made)
  return whoAmI()
}

export interface Methods {
  password: boolean
  providers: { name: string; url: string }[]
  /// The server is a demonstration.
  demo: boolean
  /// The token of the server counts: nobody administers it yet.
  token: boolean
}

/// How one may log in here. A server that does not say so takes names and passwords.
export async function methods(): Promise<Methods> {
  const plain: Methods = { password: true, providers: [], demo: false, token: true }
  try {
    const said = await read<{ password?: boolean; demo?: boolean; token?: boolean; providers?: { name?: string; title?: string; url?: string }[] }>('/v1/session/methods')
    const providers = (said.providers ?? []).flatMap(({ name, title, url }) =>
      url?.startsWith('/') && !url.startsWith('//') ? [{ name: title ?? name ?? 'your company', url }] : [],
    )
    return { password: said.password ?? true, providers, demo: said.demo ?? false, token: said.token ?? true }
  } catch {
    return plain
  }
}

function csrfHeader(): Record<string, string> {
  return csrf ? { 'X-CSRF-Token': csrf } : {}
}

export async function signOut(): Promise<void> {
  known = false
  keepSession(undefined)
  await ask('/v1/session', () => ({ method: 'DELETE', headers: headers(csrfHeader()) })).catch(() => undefined)
}

export async function whoAmI(): Promise<Session> {
  return enter(await read<Session>('/v1/session'))
}
