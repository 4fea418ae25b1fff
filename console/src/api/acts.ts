/// Acts come with the part of the command that the server knows, as JSON text.
import type { Act } from './types'

export function knownOf(act: Act): Record<string, unknown> {
  if (!act.body) return {}
  try {
    const known = JSON.parse(act.body) as unknown
    return typeof known === 'object' && known !== null ? (known as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
