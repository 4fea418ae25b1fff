/// The one place that talks to the server: reads, commands, log-in. Errors are problems as of RFC 9457.
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

  /// Nothing came back: the server is down, or the network is.
  get offline(): boolean {
    return this.status === 0
  }
}

/// Kept in memory only, for servers that do not keep sessions yet.
let token: string | undefined
/// Of the session; every write carries it.
let csrf: string | undefined
let position = 0
const signedOutListeners = new Set<() => void>()
const positionListeners = new Set<(position: number) => void>()

export function bearer(): string | undefined {
  return token
}

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
  return { Accept: 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}), ...more }
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
  if (response.status === 401) for (const told of signedOutListeners) told()
  throw new Problem(response.status, body as ProblemBody)
}

async function ask(path: string, init: RequestInit): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init })
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault
    throw new Problem(0, { title: 'The server cannot be reached.' })
  }
  return answer(response)
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
  return (await ask(query(path, parameters), { headers: headers(), signal })) as T
}

/// `key` makes a retry safe: the same key never takes effect twice.
export async function command(name: string, body: unknown, key: string): Promise<Outcome> {
  return (await ask(`/v1/commands/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: headers({ 'Content-Type': 'application/json', 'Idempotency-Key': key, ...csrfHeader() }),
    body: JSON.stringify(body),
  })) as Outcome
}

/// Trades a token for a session cookie. A server without sessions takes the token with each request.
export async function signIn(secret: string): Promise<void> {
  try {
    const session = (await ask('/v1/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ token: secret }),
    })) as Session
    csrf = session.csrf_token
    token = undefined
  } catch (fault) {
    const missing = fault instanceof Problem && [404, 405, 501].includes(fault.status)
    if (!missing) throw fault
    token = secret
    await read('/v1/orders', { limit: 1 })
  }
}

function csrfHeader(): Record<string, string> {
  return csrf ? { 'X-CSRF-Token': csrf } : {}
}

export async function signOut(): Promise<void> {
  token = undefined
  await ask('/v1/session', { method: 'DELETE', headers: headers(csrfHeader()) }).catch(() => undefined)
}

export async function whoAmI(): Promise<Session> {
  try {
    const session = await read<Session>('/v1/session')
    csrf = session.csrf_token
    return session
  } catch (fault) {
    if (fault instanceof Problem && [404, 405, 501].includes(fault.status)) {
      await read('/v1/orders', { limit: 1 })
      return { name: 'operator' }
    }
    throw fault
  }
}
