/// The event feed of the server, read once for all tabs. What changed is collected and told at most four times a
/// second; a page then reads what it shows again. Lives in the shared worker, or in the leading tab without one.
import { EventReader } from './sse'

export type LiveState = 'off' | 'live' | 'reconnecting' | 'stale'

export interface Change {
  position: number
  /// Order numbers, at most `subjectsMax`; `gap` says that there were more: read everything again.
  subjects: string[]
  types: string[]
  created: string[]
  /// Something happened that is about no one order, and may be about many: a hold on a customer, new supply.
  general: boolean
  gap: boolean
}

export type FeedMessage = { kind: 'state'; state: LiveState; since: number } | { kind: 'change'; change: Change }
export type FeedRequest = { kind: 'start'; after: number } | { kind: 'wake' } | { kind: 'bye' }

const tellEvery = 250
const subjectsMax = 2000
/// The server sends a heartbeat every 15 s.
const silentAfter = 40_000
const staleAfter = 30_000

interface CloudEvent {
  type?: string
  subject?: string
}

export class Feed {
  private readonly tell: (message: FeedMessage) => void
  private position = -1
  private state: LiveState = 'off'
  private since = Date.now()
  private subjects = new Set<string>()
  private types = new Set<string>()
  private created = new Set<string>()
  private general = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private attempts = 0
  private heardAt = 0
  private wake: (() => void) | undefined

  constructor(tell: (message: FeedMessage) => void) {
    this.tell = tell
  }

  handle(request: FeedRequest): void {
    if (request.kind === 'wake') this.wake?.()
    if (request.kind !== 'start') return
    this.tell({ kind: 'state', state: this.state, since: this.since })
    if (this.position >= 0) {
      this.wake?.()
      return
    }
    this.position = request.after
    void this.run()
  }

  private set(state: LiveState): void {
    if (state === this.state) return
    this.state = state
    this.since = Date.now()
    this.tell({ kind: 'state', state, since: this.since })
  }

  private async run(): Promise<void> {
    let lostAt = 0
    for (;;) {
      try {
        await this.connect(() => {
          lostAt = 0
          this.attempts = 0
        })
      } catch {
        // The reason does not matter: try again.
      }
      lostAt ||= Date.now()
      this.attempts += 1
      this.set(Date.now() - lostAt > staleAfter ? 'stale' : 'reconnecting')
      const pause = Math.min(15_000, 500 * 2 ** Math.min(this.attempts, 5))
      await new Promise<void>((done) => {
        const timer = setTimeout(done, pause)
        this.wake = () => {
          clearTimeout(timer)
          done()
        }
      })
      this.wake = undefined
    }
  }

  private async connect(opened: () => void): Promise<void> {
    const stop = new AbortController()
    const headers = { Accept: 'text/event-stream', 'Last-Event-ID': String(this.position) }
    const response = await fetch(`/v1/events?data=none&after=${this.position}`, {
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: stop.signal,
    })
    const type = response.headers.get('Content-Type') ?? ''
    if (!response.ok || !response.body || !type.startsWith('text/event-stream')) throw new Error('no stream')
    opened()
    this.set('live')
    this.heardAt = Date.now()
    const watch = setInterval(() => {
      if (Date.now() - this.heardAt > silentAfter) stop.abort()
    }, 5000)
    try {
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      const events = new EventReader()
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        this.heardAt = Date.now()
        for (const event of events.take(value)) this.note(event.id, event.type, event.data)
      }
    } finally {
      clearInterval(watch)
    }
  }

  private note(id: string, type: string, data: string): void {
    const at = Number.parseInt(id, 10)
    if (Number.isFinite(at) && at > this.position) this.position = at
    if (type === 'gap') {
      for (let i = 0; i <= subjectsMax; ++i) this.subjects.add(`#${i}`)
    }
    let parsed: CloudEvent | CloudEvent[]
    try {
      parsed = JSON.parse(data) as CloudEvent | CloudEvent[]
    } catch {
      return
    }
    for (const event of Array.isArray(parsed) ? parsed : [parsed]) {
      if (event.type) this.types.add(event.type)
      if (!event.subject) {
        this.general ||= !event.type?.startsWith('engine.')
        continue
      }
      if (this.subjects.size <= subjectsMax) this.subjects.add(event.subject)
      if (event.type === 'orders.order_accepted' && this.created.size <= subjectsMax) this.created.add(event.subject)
    }
    this.timer ??= setTimeout(() => this.flush(), tellEvery)
  }

  private flush(): void {
    this.timer = undefined
    const gap = this.subjects.size > subjectsMax
    this.tell({
      kind: 'change',
      change: {
        position: this.position,
        subjects: gap ? [] : [...this.subjects],
        types: [...this.types],
        created: [...this.created],
        general: this.general,
        gap,
      },
    })
    this.subjects.clear()
    this.types.clear()
    this.created.clear()
    this.general = false
  }
}
