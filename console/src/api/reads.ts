/// The reads that pages make, each with its parameters and its shape.
import { type Parameters, read } from './client'
import { normalList, normalOrder, normalOverview, normalRow, normalTimeline } from './normal'
import type {
  CaseRow,
  Chapter,
  InvoiceRow,
  OrderPage,
  OrderRow,
  Overview,
  ReleaseRow,
  ReturnRow,
  Schemas,
  ShipmentRow,
  Site,
  StockRow,
  Windowed,
} from './types'

type Stop = AbortSignal | undefined

export async function readOverview(stop?: Stop): Promise<Overview> {
  return normalOverview(await read<Overview>('/v1/overview', undefined, stop))
}

export async function readOrders(parameters: Parameters, stop?: Stop): Promise<Windowed<OrderRow>> {
  const list = normalList(await read<Windowed<OrderRow>>('/v1/orders', parameters, stop))
  return { ...list, items: list.items.map(normalRow) }
}

export async function readOrder(number: string, stop?: Stop): Promise<OrderPage> {
  return normalOrder(await read<OrderPage>(`/v1/orders/${encodeURIComponent(number)}`, undefined, stop))
}

export async function readTimeline(number: string, stop?: Stop): Promise<Windowed<Chapter>> {
  const path = `/v1/orders/${encodeURIComponent(number)}/timeline`
  return normalTimeline(await read<Windowed<Chapter>>(path, undefined, stop))
}

export async function readNotices(number: string, stop?: Stop): Promise<Windowed<Schemas['NoticeRow']>> {
  const path = `/v1/orders/${encodeURIComponent(number)}/notices`
  return normalList(await read<Windowed<Schemas['NoticeRow']>>(path, undefined, stop))
}

export async function readCases(parameters: Parameters, stop?: Stop): Promise<Windowed<CaseRow>> {
  return normalList(await read<Windowed<CaseRow>>('/v1/cases', parameters, stop))
}

export interface Documents {
  releases: ReleaseRow
  shipments: ShipmentRow
  invoices: InvoiceRow
  returns: ReturnRow
}

export async function readDocuments<Kind extends keyof Documents>(
  kind: Kind,
  parameters: Parameters,
  stop?: Stop,
): Promise<Windowed<Documents[Kind]>> {
  return normalList(await read<Windowed<Documents[Kind]>>(`/v1/${kind}`, parameters, stop))
}

export async function readSites(stop?: Stop): Promise<Site[]> {
  return normalList(await read<Windowed<Site>>('/v1/sites', { limit: 200 }, stop)).items
}

export async function readStock(parameters: Parameters, stop?: Stop): Promise<Windowed<StockRow>> {
  return normalList(await read<Windowed<StockRow>>('/v1/stock', parameters, stop))
}
