import { describe, expect, it } from 'vitest'
import { type Bindings, Grammar, sequenceTime, type Stroke } from './grammar'

function stroke(key: string, more: Partial<Stroke> = {}): Stroke {
  return { key, ctrl: false, alt: false, typing: false, at: 0, ...more }
}

function layersThatSay(names: string[], said: string[]): Bindings[] {
  return [Object.fromEntries(names.map((name) => [name, () => said.push(name)]))]
}

function press(strokes: Stroke[], names: string[], singleKeys = true): string[] {
  const said: string[] = []
  const layers = layersThatSay(names, said)
  const grammar = new Grammar()
  for (const one of strokes) grammar.meaning(one, layers, singleKeys)?.()
  return said
}

describe('the keyboard grammar', () => {
  it('takes single keys', () => {
    expect(press([stroke('j'), stroke('?')], ['j', '?'])).toEqual(['j', '?'])
  })

  it('takes a sequence, and not its second key alone', () => {
    expect(press([stroke('g'), stroke('o', { at: 300 }), stroke('o', { at: 400 })], ['g o'])).toEqual(['g o'])
  })

  it('forgets a sequence that takes too long', () => {
    expect(press([stroke('g'), stroke('o', { at: sequenceTime + 1 })], ['g o', 'o'])).toEqual(['o'])
  })

  it('lets a key that ends no sequence mean what it means alone', () => {
    expect(press([stroke('g'), stroke('j', { at: 10 })], ['g o', 'j'])).toEqual(['j'])
  })

  it('leaves letters to the field in which a person types, and takes chords there', () => {
    const typing = { typing: true }
    expect(press([stroke('j', typing), stroke('Enter', { ...typing, ctrl: true })], ['j', 'ctrl+enter'])).toEqual(['ctrl+enter'])
  })

  it('does not begin a sequence in a field', () => {
    expect(press([stroke('g', { typing: true }), stroke('o')], ['g o'])).toEqual([])
  })

  it('knows no single keys when they are switched off, but arrows and Enter', () => {
    expect(press([stroke('j'), stroke('ArrowDown'), stroke('Enter')], ['j', 'arrowdown', 'enter'], false)).toEqual(['arrowdown', 'enter'])
  })

  it('lets the binding win that was made last', () => {
    const said: string[] = []
    const layers: Bindings[] = [{ '[': () => said.push('below') }, { '[': () => said.push('above') }]
    new Grammar().meaning(stroke('['), layers, true)?.()
    expect(said).toEqual(['above'])
  })
})
