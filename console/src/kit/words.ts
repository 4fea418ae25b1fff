/// How states look: a tone, a glyph and a word, so that nothing is told by colour alone.

export type Tone = 'calm' | 'info' | 'good' | 'warn' | 'bad' | 'mute'
/// A ring that fills up as an order gets on, or a sign.
export type Glyph = 0 | 1 | 2 | 3 | 4 | 'done' | 'stop' | 'cross' | 'alert' | 'dot' | 'clock'

interface Look {
  tone: Tone
  glyph: Glyph
}

const looks: Record<string, Look> = {
  accepted: { tone: 'calm', glyph: 0 },
  held: { tone: 'warn', glyph: 'stop' },
  in_fulfilment: { tone: 'info', glyph: 1 },
  partially_shipped: { tone: 'info', glyph: 2 },
  shipped: { tone: 'info', glyph: 3 },
  partially_delivered: { tone: 'info', glyph: 3 },
  delivered: { tone: 'good', glyph: 4 },
  completed: { tone: 'good', glyph: 'done' },
  cancelled: { tone: 'mute', glyph: 'cross' },
  // cases
  open: { tone: 'warn', glyph: 'alert' },
  reopened: { tone: 'bad', glyph: 'alert' },
  assigned: { tone: 'info', glyph: 1 },
  in_progress: { tone: 'info', glyph: 2 },
  waiting_approval: { tone: 'warn', glyph: 'clock' },
  resolved: { tone: 'good', glyph: 'done' },
  closed: { tone: 'mute', glyph: 'done' },
  // documents
  created: { tone: 'calm', glyph: 0 },
  queued: { tone: 'calm', glyph: 'clock' },
  waiting: { tone: 'calm', glyph: 'clock' },
  sent: { tone: 'info', glyph: 0 },
  acked: { tone: 'info', glyph: 1 },
  acknowledged: { tone: 'info', glyph: 1 },
  partly_shipped: { tone: 'info', glyph: 3 },
  packed: { tone: 'info', glyph: 3 },
  issued: { tone: 'info', glyph: 2 },
  in_work: { tone: 'info', glyph: 2 },
  rejected: { tone: 'bad', glyph: 'cross' },
  recall_requested: { tone: 'warn', glyph: 'stop' },
  recalled: { tone: 'mute', glyph: 'cross' },
  recall_refused: { tone: 'bad', glyph: 'alert' },
  short_closed: { tone: 'warn', glyph: 'done' },
  planned: { tone: 'calm', glyph: 0 },
  tendered: { tone: 'info', glyph: 1 },
  departed: { tone: 'info', glyph: 2 },
  in_transit: { tone: 'info', glyph: 3 },
  exception: { tone: 'bad', glyph: 'alert' },
  refused: { tone: 'bad', glyph: 'cross' },
  lost: { tone: 'bad', glyph: 'cross' },
  pending: { tone: 'calm', glyph: 0 },
  prepared: { tone: 'calm', glyph: 0 },
  matched: { tone: 'info', glyph: 1 },
  posted: { tone: 'info', glyph: 3 },
  paid: { tone: 'good', glyph: 'done' },
  match_failed: { tone: 'bad', glyph: 'alert' },
  mismatched: { tone: 'bad', glyph: 'alert' },
  voided: { tone: 'mute', glyph: 'cross' },
  authorized: { tone: 'info', glyph: 0 },
  received: { tone: 'info', glyph: 2 },
  expired: { tone: 'mute', glyph: 'clock' },
}

export function lookOf(status: string): Look {
  return looks[status] ?? { tone: 'calm', glyph: 'dot' }
}

export const orderStatuses = [
  'accepted',
  'held',
  'in_fulfilment',
  'partially_shipped',
  'shipped',
  'partially_delivered',
  'delivered',
  'completed',
  'cancelled',
] as const

/// The buckets of the pipeline ledger in the order in which units go through them.
export const buckets = [
  'open',
  'backordered',
  'promised',
  'reserved',
  'released',
  'picked',
  'packed',
  'shipped',
  'delivered',
  'returned',
  'lost',
  'substituted',
  'cancelled',
] as const

export const ages = ['0-4h', '4-24h', '1-3d', '3-7d', '>7d'] as const

const ageWords: Record<string, string> = {
  '0-4h': '< 4 h',
  '4-24h': '4–24 h',
  '1-3d': '1–3 d',
  '3-7d': '3–7 d',
  '>7d': '> 7 d',
}

export function ageWord(age: string): string {
  return ageWords[age] ?? age
}
