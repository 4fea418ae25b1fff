/// The keyboard grammar: single keys ("j"), sequences ("g o") and chords ("ctrl+enter"). Pure, so that it is tested
/// without a browser.

export interface Stroke {
  key: string
  ctrl: boolean
  alt: boolean
  /// The focus is where letters are typed.
  typing: boolean
  /// Milliseconds; a sequence must be finished within `sequenceTime`.
  at: number
}

export type Bindings = Record<string, () => void>

export const sequenceTime = 1200

/// "ctrl+enter", "?" or "J": as bindings are written. Shift is part of the character for keys that print one.
export function nameOf(stroke: Stroke): string {
  const key = stroke.key.length === 1 ? stroke.key : stroke.key.toLowerCase()
  return `${stroke.ctrl ? 'ctrl+' : ''}${stroke.alt ? 'alt+' : ''}${key === ' ' ? 'space' : key}`
}

export class Grammar {
  private first: { name: string; at: number } | undefined

  /// What the stroke means, or nothing. Later bindings win over earlier ones.
  meaning(stroke: Stroke, layers: readonly Bindings[], singleKeys: boolean): (() => void) | undefined {
    const name = nameOf(stroke)
    const single = !stroke.ctrl && !stroke.alt && stroke.key.length === 1
    if (single && (stroke.typing || !singleKeys)) {
      this.first = undefined
      return undefined
    }
    const before = this.first
    this.first = undefined
    if (before && stroke.at - before.at <= sequenceTime) {
      const found = find(layers, `${before.name} ${name}`)
      if (found) return found
    }
    if (!stroke.typing && layers.some((layer) => Object.keys(layer).some((bound) => bound.startsWith(`${name} `)))) {
      this.first = { name, at: stroke.at }
      return undefined
    }
    if (stroke.typing && !stroke.ctrl && !stroke.alt) return undefined
    return find(layers, name)
  }
}

function find(layers: readonly Bindings[], name: string): (() => void) | undefined {
  for (let at = layers.length - 1; at >= 0; --at) {
    const found = layers[at]?.[name]
    if (found) return found
  }
  return undefined
}
