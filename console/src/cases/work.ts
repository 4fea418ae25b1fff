/// The work of people: cases, and what waits for somebody to approve it, as one list that the server sorts.
import { type Parameters, Problem, read } from '@/api/client'
import { normalCase, normalList } from '@/api/normal'
import { readCase, readCases } from '@/api/reads'
import type { CaseRow, Windowed } from '@/api/types'

export const kinds = ['case', 'count', 'hold', 'return'] as const
export type Kind = (typeof kinds)[number]
/// Everything that is no case.
export const approvals = kinds.filter((kind) => kind !== 'case').join(',')

export type Work = CaseRow & {
  kind: Kind
  customer?: string
  /// Who counted, asked or placed it.
  asked_by?: string[]
}

export const kindWords: Record<Kind, string> = {
  case: 'Case',
  count: 'Count to approve',
  hold: 'Hold to lift',
  return: 'Return to inspect',
}

/// A server that has no list of approvals yet still has its cases.
function old(fault: unknown): boolean {
  return fault instanceof Problem && fault.status === 404
}

export async function readInbox(parameters: Parameters, stop?: AbortSignal): Promise<Windowed<Work>> {
  try {
    return normalList(await read<Windowed<Work>>('/v1/inbox', parameters, stop))
  } catch (fault) {
    if (!old(fault)) throw fault
    const { kind: _, item: __, ...known } = parameters
    const list = await readCases(known, stop)
    return { ...list, items: list.items.map((row) => ({ ...row, kind: 'case' })) }
  }
}

export async function readWork(code: string, stop?: AbortSignal): Promise<Work> {
  try {
    return normalCase(await read<Work>(`/v1/inbox/${encodeURIComponent(code)}`, undefined, stop)) as Work
  } catch (fault) {
    if (!old(fault) || !code.startsWith('CASE-')) throw fault
    return { ...(await readCase(code, stop)), kind: 'case' }
  }
}
