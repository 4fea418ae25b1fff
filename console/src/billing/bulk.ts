/// What many invoices, or many shipments that are not billed, can be asked at once. The plan is what the server says on
/// the page of each invoice.
import { readDocuments } from '@/api/reads'
import type { Act } from '@/api/types'
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

/// What the command needs and the page of the invoice has.
function factsFor(command: string, { invoice }: InvoicePage): Record<string, unknown> {
  if (command === 'billing.confirm_invoice') return { number: invoice.number ?? invoice.code, total: invoice.total }
  if (command === 'billing.write_off' && invoice.open) return { amount: invoice.open.amount }
  return {}
}

export function plannedOf(command: string, page: InvoicePage): Planned {
  const of = page.invoice.code
  const act: Act | undefined = page.acts.find((one) => one.command === command)
  if (!act) return { of, allowed: false, reason: 'it has nothing that this could be done with' }
  if (!act.allowed) return { of, title: act.title, allowed: false, reason: act.reason }
  const body = { ...(JSON.parse(act.body ?? '{}') as object), ...factsFor(command, page) }
  return { of, title: act.title, allowed: true, body: JSON.stringify(body) }
}

async function planInvoices(command: string, codes: string[], told: Told): Promise<Planned[]> {
  const plan: Planned[] = []
  for (let at = 0; at < codes.length; at += together) {
    const pages = await Promise.all(codes.slice(at, at + together).map((code) => readInvoice(code)))
    plan.push(...pages.map((page) => plannedOf(command, page)))
    if (!told(plan.length)) break
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
