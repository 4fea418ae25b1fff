import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

interface Sent {
  path: string
  method: string
  headers: Record<string, string>
  body: string
}

/// A server of this test: what it answers next, and what it was sent.
function server() {
  const sent: Sent[] = []
  const answers: [status: number, body: unknown][] = []
  const session = { csrf: 'first', name: 'carl' }
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const method = init.method ?? 'GET'
    sent.push({ path, method, headers: init.headers as Record<string, string>, body: String(init.body ?? '') })
    const [status, body] =
      path === '/v1/session' ? [200, { name: session.name, roles: [], csrf_token: session.csrf }] : (answers.shift() ?? [200, {}])
    return Promise.resolve(new Response(JSON.stringify(body), { status }))
  })
  return { sent, answers, session }
}

describe('a session that ends', () => {
  beforeEach(() => vi.resetModules())
  afterEach(() => vi.unstubAllGlobals())

  it('lets a command wait for the new log-in, and sends it with the same key and the new token', async () => {
    const { sent, answers, session } = server()
    const client = await import('./client')
    await client.whoAmI()
    const told = vi.fn()
    client.onSignedOut(told)
    answers.push([401, { code: 'not_signed_in' }], [200, { outcome: 'committed', position: 7 }])
    const outcome = client.command('orders.place_hold', { order: 'SO-1' }, 'key-1')
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1))
    session.csrf = 'second'
    await client.signIn({ user: 'carl', password: 'forty two brown boxes' })
    expect(await outcome).toEqual({ outcome: 'committed', position: 7 })
    const writes = sent.filter(({ path }) => path.startsWith('/v1/commands/'))
    expect(writes.map(({ headers }) => [headers['Idempotency-Key'], headers['X-CSRF-Token']])).toEqual([
      ['key-1', 'first'],
      ['key-1', 'second'],
    ])
    expect(writes[1]?.body).toBe(writes[0]?.body)
  })

  it('is told once, however many requests meet it; a reader who went away is let go', async () => {
    const { answers } = server()
    const client = await import('./client')
    await client.whoAmI()
    const told = vi.fn()
    client.onSignedOut(told)
    answers.push([401, {}], [401, {}], [200, { items: [] }])
    const stop = new AbortController()
    const gone = client.read('/v1/orders', undefined, stop.signal)
    const stays = client.read('/v1/cases')
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1))
    stop.abort()
    await expect(gone).rejects.toMatchObject({ name: 'AbortError' })
    await client.signIn({ token: 'tf_x' })
    expect(await stays).toEqual({ items: [] })
    expect(told).toHaveBeenCalledTimes(1)
  })

  it('is no session before the first log-in: a wrong password is an answer', async () => {
    const { answers } = server()
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"detail":"no"}', { status: 401 })))
    const client = await import('./client')
    await expect(client.signIn({ user: 'carl', password: 'x' })).rejects.toMatchObject({ status: 401 })
    expect(answers).toEqual([])
  })
})

describe('a problem', () => {
  it('has a heading for people, never a phrase of the protocol', async () => {
    const { Problem } = await import('./client')
    expect(new Problem(422, { title: 'Unprocessable Content', detail: 'hold 2 is not in force' }).heading).toBe('It cannot be done now.')
    expect(new Problem(403, { title: 'Forbidden' }).heading).toBe('You may not do this.')
    expect(new Problem(0, { title: 'The server cannot be reached.' }).heading).toBe('The server cannot be reached.')
  })
})

describe('how one may log in', () => {
  beforeEach(() => vi.resetModules())
  afterEach(() => vi.unstubAllGlobals())

  it('is by password where the server does not say; a provider elsewhere than on this server is left out', async () => {
    const { answers } = server()
    const client = await import('./client')
    answers.push([404, {}])
    expect(await client.methods()).toEqual({ password: true, providers: [], demo: false, token: true })
    answers.push([200, { token: false, providers: [{ title: 'Corp', url: '/v1/session/oidc/corp' }, { title: 'Evil', url: '//evil.example' }, { title: 'Bad', url: 'javascript:alert(1)' }] }])
    expect(await client.methods()).toEqual({ password: true, providers: [{ name: 'Corp', url: '/v1/session/oidc/corp' }], demo: false, token: false })
  })
})
