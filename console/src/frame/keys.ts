/// Binds keys for as long as a component is shown. The last one bound wins.
import { useEffect, useRef } from 'react'
import { type Bindings, Grammar } from './grammar'
import { preferences } from './preferences'

const layers: Bindings[] = []
const grammar = new Grammar()

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/// Enter and space on a control belong to the control, as do all keys in a menu or dialog.
function belongsToControl(event: KeyboardEvent): boolean {
  if (!(event.target instanceof HTMLElement)) return false
  if (event.target.closest('[role=menu],[role=listbox]')) return true
  const dialog = event.target.closest('[role=dialog]')
  if (dialog && !(event.ctrlKey || event.metaKey)) return true
  const pressed = event.key === 'Enter' || event.key === ' '
  return pressed && event.target.closest('button,a,summary,[role=button],[role=tab]') !== null
}

export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || belongsToControl(event)) return
    const found = grammar.meaning(
      {
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        typing: typing(event.target),
        at: event.timeStamp,
      },
      layers,
      preferences().keys,
    )
    if (!found) return
    event.preventDefault()
    found()
  })
}

export function useKeys(bindings: Bindings): void {
  const latest = useRef(bindings)
  latest.current = bindings
  const names = Object.keys(bindings).join('\n')
  useEffect(() => {
    const layer: Bindings = {}
    for (const name of names.split('\n')) layer[name] = () => latest.current[name]?.()
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
    }
  }, [names])
}
