/// The list of orders as a file: the same rows and order as on the screen, times as the server gives them, plain
/// decimals with their currency in a column of its own.
import { readOrders } from '@/api/reads'
import type { OrderRow } from '@/api/types'

export const rowsMax = 10_000
const windowRows = 500

const columns: [title: string, value: (row: OrderRow) => string | number | undefined][] = [
  ['order', (row) => row.number],
  ['status', (row) => row.status],
  ['customer', (row) => row.customer.code],
  ['customer_name', (row) => row.customer.name],
  ['sites', (row) => row.sites?.join(' ')],
  ['holds', (row) => row.holds?.join(' ')],
  ['open_cases', (row) => row.open_cases ?? 0],
  ['lines', (row) => row.lines],
  ['units', (row) => row.units],
  ['value', (row) => row.value?.amount],
  ['currency', (row) => row.value?.currency],
  ['requested', (row) => row.requested],
  ['promised', (row) => row.promised],
  ['ordered_at', (row) => row.ordered_at],
  ['last_position', (row) => row.last_position],
]

/// A spreadsheet runs what begins with = + - @: such text gets a quote in front. Numbers stay numbers.
export function cell(value: string | number | undefined): string {
  if (value === undefined) return ''
  let text = String(value)
  if (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)) text = `'${text}`
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function csvOf(rows: readonly OrderRow[]): string {
  const lines = [columns.map(([title]) => title).join(',')]
  for (const row of rows) lines.push(columns.map(([, value]) => cell(value(row))).join(','))
  return `${lines.join('\r\n')}\r\n`
}

/// Reads the list window by window; tells how far it is.
export async function readAll(parameters: Record<string, string>, told: (rows: number) => void): Promise<OrderRow[]> {
  const rows: OrderRow[] = []
  let cursor: string | undefined
  do {
    const list = await readOrders({ ...parameters, limit: windowRows, cursor })
    rows.push(...list.items)
    told(rows.length)
    cursor = list.items.length > 0 ? list.next_cursor : undefined
  } while (cursor && rows.length < rowsMax)
  return rows.slice(0, rowsMax)
}

export function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
