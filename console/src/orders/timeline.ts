/// Three zooms of one history: what happened, every step, every message.
import type { Chapter, ChapterEvent } from '@/api/types'

export const zooms = ['story', 'steps', 'messages'] as const
export type Zoom = (typeof zooms)[number]

export function zoomOf(text: string | undefined): Zoom {
  return zooms.find((zoom) => zoom === text) ?? 'story'
}

export function nextZoom(zoom: Zoom): Zoom {
  return zooms[(zooms.indexOf(zoom) + 1) % zooms.length] as Zoom
}

/// The machinery's own steps say nothing about the order that its other events do not.
function machinery(event: ChapterEvent): boolean {
  return event.event.startsWith('engine.')
}

export interface Moment {
  chapter: Chapter
  events: ChapterEvent[]
  /// Further records of the same kind from the same source that follow at once.
  repeats: Chapter[]
}

function kindOf(events: ChapterEvent[], chapter: Chapter): string {
  return `${chapter.source}|${events.map((event) => event.event).join(',')}`
}

/// Picks of twelve lines are one moment of the story, not twelve.
export function story(chapters: readonly Chapter[]): Moment[] {
  const moments: Moment[] = []
  for (const chapter of chapters) {
    const events = chapter.events.filter((event) => !machinery(event))
    if (events.length === 0) continue
    const last = moments[moments.length - 1]
    const mergeable = events.length === 1 && events[0]?.event === 'warehouse.pick_confirmed'
    if (last && mergeable && kindOf(last.events, last.chapter) === kindOf(events, chapter)) last.repeats.push(chapter)
    else moments.push({ chapter, events, repeats: [] })
  }
  return moments
}

export function tones(event: string): 'bad' | 'good' | 'info' | 'calm' {
  if (/^cases\.case_(opened|overdue|reopened|repeated)/.test(event)) return 'bad'
  if (/(mismatch|missed|failed|lost|damage|short|rejected|refused|late|exception)/.test(event)) return 'bad'
  if (/(delivered|payment_received|case_resolved|goods_issued)$/.test(event)) return 'good'
  if (/^(orders|billing)\./.test(event)) return 'info'
  return 'calm'
}
