/// Acts come with the part of the command that the server knows, as JSON text.
import { session } from './session'
import type { Act } from './types'

/// Commands that name who approves them: whoever sends them, so nobody is asked for it.
const approved = new Set([
  'billing.reverse_invoice',
  'billing.void_invoice',
  'billing.write_off',
  'billing.prepare_invoice',
  'shipping.correct_shipment',
  'shipping.reverse_issue',
])

export function knownOf(act: Pick<Act, 'command' | 'body'>): Record<string, unknown> {
  const me = session()?.name
  const mine = me && approved.has(act.command) ? { approved_by: me } : {}
  try {
    const known = JSON.parse(act.body ?? '{}') as unknown
    return typeof known === 'object' && known !== null ? { ...mine, ...(known as Record<string, unknown>) } : mine
  } catch {
    return mine
  }
}
