/// How values are written: money from its text without a double in between, times with their zone, durations short.
import type { Money, Time } from '@/api/types'
import { preferences } from '@/frame/preferences'

const locale = 'en-GB'
const integers = new Intl.NumberFormat(locale)
const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
const formats = new Map<string, Intl.NumberFormat>()

export function integer(value: number): string {
  return integers.format(value)
}

/// `Intl` formats decimal text exactly; amounts like "1234567890123.45" keep every digit.
export function money(value: Money | undefined): string {
  if (!value) return '–'
  let format = formats.get(value.currency)
  if (!format) {
    try {
      format = new Intl.NumberFormat(locale, { style: 'currency', currency: value.currency })
    } catch {
      return `${value.amount} ${value.currency}`
    }
    formats.set(value.currency, format)
  }
  return format.format(value.amount as unknown as number)
}

/// A figure as the server gives it, an exact decimal: "222.00" orders are 222, "96.20" percent are 96.2.
export function figure(value: string, unit: string | undefined): string {
  if (unit && /^[A-Z]{3}$/.test(unit)) return money({ amount: value, currency: unit })
  return decimals.format(value as unknown as number)
}

export function zoneName(): string {
  if (preferences().zone === 'utc') return 'UTC'
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/// Making a format costs a hundred times as much as using it, and a list that scrolls uses hundreds in a second.
const dateFormats = new Map<string, Intl.DateTimeFormat>()
function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options)
  let format = dateFormats.get(key)
  if (!format) dateFormats.set(key, (format = new Intl.DateTimeFormat(locale, options)))
  return format
}

const inFull: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
}

function parts(time: Time, zone: string | undefined): Record<string, string> {
  const format = dateFormat(zone === undefined ? inFull : { ...inFull, timeZone: zone })
  const found: Record<string, string> = {}
  for (const part of format.formatToParts(new Date(time))) found[part.type] = part.value
  return found
}

function chosenZone(): string | undefined {
  return preferences().zone === 'utc' ? 'UTC' : undefined
}

/// "23 Nov 14:02", with the year when it is not this one.
export function moment(time: Time | undefined, now = new Date()): string {
  if (!time || Number.isNaN(Date.parse(time))) return '–'
  const p = parts(time, chosenZone())
  const year = p.year === String(now.getFullYear()) ? '' : ` ${p.year}`
  return `${p.day} ${p.month}${year} ${p.hour}:${p.minute}`
}

/// "24 Dec": a day has no zone and never moves.
export function calendarDay(date: string | undefined, now = new Date()): string {
  if (!date || Number.isNaN(Date.parse(date))) return '–'
  const at = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  const year = at.getUTCFullYear() === now.getFullYear() ? undefined : 'numeric'
  return dateFormat({ timeZone: 'UTC', day: '2-digit', month: 'short', ...(year ? { year } : {}) }).format(at)
}

/// What a system is called by people: "wms:LEEDS" is "WMS LEEDS".
export function systemName(code: string): string {
  const [kind = '', name] = code.split(/[:-](.*)/s)
  const short = ['wms', 'erp', 'tms', 'edi', 'crm'].includes(kind) ? kind.toUpperCase() : words(kind)
  return name ? `${short} ${name}` : short
}

export function clockTime(time: Time): string {
  const p = parts(time, chosenZone())
  return `${p.hour}:${p.minute}`
}

export function day(time: Time, now = new Date()): string {
  const p = parts(time, chosenZone())
  const year = p.year === String(now.getFullYear()) ? '' : ` ${p.year}`
  const zone = chosenZone()
  const weekday = dateFormat({ weekday: 'short', ...(zone ? { timeZone: zone } : {}) }).format(new Date(time))
  return `${weekday} ${p.day} ${p.month}${year}`
}

/// All there is to know about a time, for the hover.
export function exactly(time: Time): string {
  if (Number.isNaN(Date.parse(time))) return time
  const local = parts(time, undefined)
  const utc = parts(time, 'UTC')
  const words = (p: Record<string, string>) =>
    `${p.day} ${p.month} ${p.year} ${p.hour}:${p.minute}:${p.second} ${p.timeZoneName}`
  const here = words(local)
  const there = words(utc)
  return here === there ? there : `${here} · ${there}`
}

/// "3 d 4 h", "2 h 5 min", "40 s": the two greatest units.
export function span(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000)
  const units: [number, string][] = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
    [1, 's'],
  ]
  const first = units.findIndex(([size]) => seconds >= size)
  if (first < 0) return '0 s'
  const [size, name] = units[first] as [number, string]
  const whole = Math.floor(seconds / size)
  const next = units[first + 1]
  if (size === 86_400 && whole >= 100) return `${integer(whole)} d`
  const rest = next && first < 2 ? Math.floor((seconds - whole * size) / next[0]) : 0
  return rest > 0 && next ? `${whole} ${name} ${rest} ${next[1]}` : `${whole} ${name}`
}

/// "in_fulfilment" as people say it: "In fulfilment".
export function words(code: string): string {
  const text = code.replace(/_/g, ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/// A reason in somebody’s own words, or a code in ours: "not_found" is "not found".
export function spoken(reason: string | undefined): string | undefined {
  return reason && /^[a-z]+(_[a-z]+)+$/.test(reason) ? reason.replace(/_/g, ' ') : reason
}

/// The codes in a sentence of the server as words: only those in brackets, after a colon and after “says”, so that what a person or
/// a system calls something is left alone.
export function plain(sentence: string): string {
  return sentence.replace(/(\(|: | says )([a-z]+(?:_[a-z]+)+)(?=[),;]| at |\.?$|\.\s)/g, (_, before: string, code: string) => before + code.replace(/_/g, ' '))
}

/// "LEEDS, BRISTOL +2": the first of them and how many more there are.
export function someOf(names: readonly string[], shown: number): string {
  const first = names.slice(0, shown).join(', ')
  return names.length > shown ? `${first} +${names.length - shown}` : first
}

export function count(many: number, one: string, more = `${one}s`): string {
  return `${integer(many)} ${many === 1 ? one : more}`
}
