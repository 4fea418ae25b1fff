/// What the invoice desk reads: an invoice with its match, and what has left and is not billed.
import { read } from '@/api/client'
import type { InvoiceRow, Party, Schemas, With } from '@/api/types'

export type Match = Schemas['MatchLine']['match']
type Counted = 'ordered' | 'shipped' | 'billed' | 'shipped_all' | 'billed_all' | 'credited'
/// `shipped` and `billed` are of this shipment and this invoice, the others of the order's line in all.
export type MatchLine = With<Schemas['MatchLine'], Counted>
export type InvoicePage = Omit<Schemas['InvoicePage'], 'lines' | 'customer' | 'position'> & {
  customer?: Party
  lines: MatchLine[]
}
export type LagRow = With<Schemas['LagRow'], 'blocked'>
export type LagAge = With<Schemas['LagAge'], 'values'>
export interface Lag {
  ages: LagAge[]
  items: LagRow[]
  total: number
  more: boolean
}

type Said<Shape> = { [Name in keyof Shape]?: Shape[Name] }

export function wholeInvoice(said: Said<InvoicePage> & { invoice: InvoiceRow }): InvoicePage {
  return {
    ...said,
    sentence: said.sentence ?? '',
    differences: said.differences ?? 0,
    charges: said.charges ?? [],
    credits: said.credits ?? [],
    cases: said.cases ?? [],
    acts: (said.acts ?? []).map((act) => ({ ...act, allowed: act.allowed ?? false })),
    lines: (said.lines ?? []).map((line: Said<MatchLine>) => ({
      ...line,
      line: line.line ?? 0,
      item: line.item ?? '',
      ordered: line.ordered ?? 0,
      shipped: line.shipped ?? 0,
      billed: line.billed ?? 0,
      shipped_all: line.shipped_all ?? 0,
      billed_all: line.billed_all ?? 0,
      credited: line.credited ?? 0,
      match: line.match ?? 'matches',
      sentence: line.sentence ?? '',
    })),
  }
}

/// Differences first; what belongs together stays in the order of the invoice.
export function differencesFirst(lines: readonly MatchLine[]): MatchLine[] {
  const differs = (line: MatchLine) => !['matches', 'unknown'].includes(line.match)
  return [...lines.filter(differs), ...lines.filter((line) => !differs(line))]
}

export function wholeLag(said: Said<Lag>): Lag {
  return {
    ages: (said.ages ?? []).map((age: Said<LagAge>) => ({
      age: age.age ?? '',
      shipments: age.shipments ?? 0,
      blocked: age.blocked ?? 0,
      units: age.units ?? 0,
      values: age.values ?? [],
    })),
    items: (said.items ?? []).map((row) => ({ ...row, units: row.units ?? 0, blocked: row.blocked ?? false, why: row.why ?? '' })),
    total: said.total ?? 0,
    more: said.more ?? false,
  }
}

export async function readInvoice(code: string, stop?: AbortSignal): Promise<InvoicePage> {
  return wholeInvoice(await read<InvoicePage>(`/v1/invoices/${encodeURIComponent(code)}`, undefined, stop))
}

export async function readLag(site: string | undefined, stop?: AbortSignal): Promise<Lag> {
  return wholeLag(await read<Lag>('/v1/billing/lag', { limit: 500, site }, stop))
}
