/// What many invoices, or many shipments that are not billed, can be asked at once.
import { send } from '@/api/client'
import { readDocuments } from '@/api/reads'
import type { Schemas } from '@/api/types'
import type { BulkAct, Planned, Subject, Told } from '@/kit/bulk/bulk'
import { type InvoicePage, type Lag, type LagRow, readInvoice, readLag } from './reads'

const invoicesMost = 500
/// Pages that are asked for at a time.
const together = 6

const post: BulkAct = {
  command: 'billing.confirm_invoice',
  title: 'Finance has posted them',
  key: 'p',
  final: true,
  mind: 'For those that finance has booked with our total. Where finance has no number of its own, ours stands for it.',
}
const take: BulkAct = { command: 'billing.void_invoice', title: 'Void', key: 'v', final: true }
const reverse: BulkAct = { command: 'billing.reverse_invoice', title: 'Reverse and bill again', key: 'r', final: true }
const writeOff: BulkAct = { command: 'billing.write_off', title: 'Write off', key: 'w', final: true, mind: 'What is open of each is given up.' }

const actsOf: Record<string, BulkAct[]> = {
  'pending,matched': [post, take],
  match_failed: [post, take],
  posted: [reverse, writeOff],
  paid: [reverse],
}

/// What these commands need besides, and only the page of the invoice has.
const facts: Record<string, (page: InvoicePage) => Record<string, unknown>> = {
  'billing.confirm_invoice': ({ invoice }) => ({ number: invoice.number ?? invoice.code, total: invoice.total }),
  'billing.write_off': ({ invoice }) => (invoice.open ? { amount: invoice.open.amount } : {}),
}

export function withFacts(command: string, planned: Planned, page: InvoicePage): Planned {
  const known = JSON.parse(planned.body ?? '{}') as Record<string, unknown>
  return { ...planned, body: JSON.stringify({ ...known, ...facts[command]?.(page) }) }
}

type Said = Partial<Schemas['Planned']>

async function planInvoices(command: string, codes: string[], told: Told): Promise<Planned[]> {
  const answer = await send<{ items: Said[] }>('POST', '/v1/plan', { command, invoices: codes.slice(0, invoicesMost) }, crypto.randomUUID())
  const plan: Planned[] = answer.items.map(({ invoice = '', ...one }) => ({ of: invoice, ...one }))
  if (!facts[command]) return plan
  const open = plan.flatMap((one, at) => (one.allowed ? [at] : []))
  for (let at = 0; at < open.length; at += together) {
    const part = open.slice(at, at + together)
    const pages = await Promise.all(part.map((index) => readInvoice(plan[index]?.of ?? '')))
    pages.forEach((page, index) => {
      const place = part[index] ?? 0
      plan[place] = withFacts(command, plan[place] as Planned, page)
    })
    if (!told(at + part.length)) break
  }
  return plan
}

async function matchingInvoices(parameters: Record<string, string>, told: Told): Promise<string[]> {
  const list = await readDocuments('invoices', { ...parameters, limit: invoicesMost })
  told(list.items.length)
  return list.items.map((row) => row.code)
}

export function invoicesAtOnce(status: string): Subject {
  return { noun: 'invoice', most: invoicesMost, acts: actsOf[status] ?? [], matching: matchingInvoices, plan: planInvoices }
}

/// The rows of a lag that the page shows.
export function rowsOf(lag: Lag, chosen: { blocked: boolean; age?: string }): LagRow[] {
  return lag.items.filter((row) => (!chosen.blocked || row.blocked) && (!chosen.age || row.age === chosen.age))
}

/// What has an invoice is with finance, and is not billed again.
export function plannedShipments(lag: Lag, names: readonly string[]): Planned[] {
  const rows = new Map(lag.items.map((row) => [row.shipment, row]))
  return names.map((of) => {
    const row = rows.get(of)
    if (!row) return { of, allowed: false, reason: 'it is billed meanwhile' }
    const reason = row.invoice ? row.why.replace(/\.$/, '') : undefined
    if (reason) return { of, allowed: false, reason }
    return { of, allowed: true, body: JSON.stringify({ shipment: Number(of.replace('SH-', '')) }) }
  })
}

export const shipmentsAtOnce: Subject = {
  noun: 'shipment',
  most: 500,
  acts: [{ command: 'billing.prepare_invoice', title: 'Bill now', key: 'b', mind: 'Whoever bills what is blocked accepts that more goes out than was ordered.' }],
  matching: async ({ blocked, age }) => rowsOf(await readLag(undefined), { blocked: blocked === 'true', age }).map((row) => row.shipment),
  plan: async (_, names) => plannedShipments(await readLag(undefined), names),
}
