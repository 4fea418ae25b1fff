/// What a customer was told about an order: how the server's rows read as words.
import type { Schemas } from '@/api/types'
import { words } from '@/kit/format'
import type { Glyph, Tone } from '@/kit/words'

export type Notice = Schemas['NoticeRow']

const states: Record<Notice['status'], [said: string, tone: Tone, glyph: Glyph]> = {
  waiting: ['Waiting to go out', 'calm', 'clock'],
  sending: ['Being sent', 'info', 1],
  told: ['Told', 'good', 'done'],
  refused: ['Refused', 'bad', 'cross'],
  unknown: ['Not known if it arrived', 'warn', 'alert'],
  given_up: ['Could not be delivered', 'bad', 'alert'],
}

export interface ToldNotice {
  what: string
  way: string
  said: string
  tone: Tone
  glyph: Glyph
  /// When it was told, else when it was made.
  at: string
  fault?: string
}

/// Our own people are told about cases by the same way; the customer is not.
export function toCustomer(rows: readonly Notice[] | undefined): ToldNotice[] {
  return (rows ?? [])
    .filter((row) => !row.event.startsWith('case'))
    .map((row) => {
      const [said, tone, glyph] = states[row.status] ?? [words(row.status), 'calm', 'dot']
      const way = row.receiver.includes('://') ? 'message to their system' : 'mail'
      return {
        what: row.subject || words(row.event),
        way: `${way}, ${row.receiver}`,
        said,
        tone,
        glyph,
        at: row.told_at ?? row.created_at,
        fault: row.status === 'told' ? undefined : row.last_error,
      }
    })
}
