/// Saves a list as the server writes it: the whole list, not the part that is on the screen, and never in this page's
/// memory.
import { type Parameters, query } from '@/api/client'

export function downloadList(path: string, parameters: Parameters): void {
  const link = document.createElement('a')
  link.href = query(path, { ...parameters, format: 'csv' })
  link.download = `${path.split('/').at(-1) ?? 'list'}.csv`
  link.click()
}

export function downloadText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
