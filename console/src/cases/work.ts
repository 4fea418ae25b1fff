/// The work of people: cases, and what waits for somebody to approve it, as one list that the server sorts.
import { type Parameters, read } from '@/api/client'
import { normalList } from '@/api/normal'
import type { Schemas, Windowed } from '@/api/types'

export const kinds = ['case', 'count', 'hold', 'return'] as const
export type Kind = (typeof kinds)[number]
/// Everything that is no case.
export const approvals = kinds.filter((kind) => kind !== 'case').join(',')

/// `asked_by`: who counted. `opened_at` is not known of a count.
export type Work = Omit<Schemas['WorkRow'], 'kind'> & { kind: Kind }

export const kindWords: Record<Kind, string> = {
  case: 'Case',
  count: 'Count to approve',
  hold: 'Hold to lift',
  return: 'Return to inspect',
}

export async function readInbox(parameters: Parameters, stop?: AbortSignal): Promise<Windowed<Work>> {
  return normalList(await read<Windowed<Work>>('/v1/inbox', parameters, stop))
}

export async function readWork(code: string, stop?: AbortSignal): Promise<Work> {
  return read<Work>(`/v1/inbox/${encodeURIComponent(code)}`, undefined, stop)
}
