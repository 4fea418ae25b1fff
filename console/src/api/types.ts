/// What the server answers, as in /openapi.json. Money stays text and quantities stay integers: the console shows
/// them and never computes with them.

export interface Money {
  amount: string
  currency: string
}

/// RFC 3339, UTC.
export type Time = string
/// A day without a time: "2026-03-02".
export type Day = string

export interface Windowed<Row> {
  items: Row[]
  next_cursor?: string
  total?: number
  more?: boolean
  position?: number
}

export interface Party {
  code: string
  name?: string
}

export type OrderStatus =
  | 'accepted'
  | 'held'
  | 'in_fulfilment'
  | 'partially_shipped'
  | 'shipped'
  | 'partially_delivered'
  | 'delivered'
  | 'completed'
  | 'cancelled'

export interface OrderRow {
  number: string
  customer: Party
  status: OrderStatus
  /// Where its units are, or were shipped from.
  sites?: string[]
  holds?: string[]
  lines: number
  units: number
  value?: Money
  ordered_at: Time
  requested?: Day
  /// The last day on which announced supply comes for it.
  promised?: Day
  open_cases?: number
  overdue_cases?: boolean
  transfer?: boolean
  last_position: number
}

export interface Parcel {
  bucket: string
  billing?: string
  quantity: number
  site?: string
  lot?: string
  supply?: string
  release?: string
  shipment?: string
  unit_price?: string
}

export interface OrderLine {
  number: number
  item: string
  description?: string
  /// What the customer wants today.
  ordered: number
  /// Units in the ledger, those cancelled too.
  total?: number
  unit_price?: string
  requested?: Day
  parent?: number
  quantities: Parcel[]
  earned?: string
  billed?: string
}

export interface OrderMoney {
  value?: Money
  earned?: Money
  billed?: Money
  paid?: Money
  credited?: Money
  open?: Money
  charges?: { kind: string; amount: string; earned?: string; billed?: string }[]
}

export interface Hold {
  id?: number
  scope?: string
  line?: number
  site?: string
  reason: string
  blocks?: string[]
  placed_at?: Time
  expires_at?: Time
}

export interface SystemClaim {
  system: string
  says: string
  agrees: boolean
  verdict?: 'agrees' | 'in_flight' | 'contradicts'
  line?: number
  as_of?: Time
  since?: Time
}

export interface Act {
  command: string
  title: string
  allowed: boolean
  reason?: string
  code?: string
  /// JSON of the command as far as the server knows it; a form asks the rest.
  body?: string
}

export interface LineUnits {
  line: number
  item?: string
  quantity: number
}

export interface ReleaseRow {
  id: number
  code: string
  order?: string
  site: string
  stage: string
  sent_at?: Time
  acknowledged_at?: Time
  due?: Time
  overdue?: boolean
  asked_back?: number
  lines?: LineUnits[]
}

export interface ShipmentRow {
  id: number
  code: string
  order?: string
  release?: string
  site: string
  carrier?: string
  status: string
  tracking?: string
  weight_grams?: number
  issued_at?: Time
  delivered_at?: Time
  due?: Time
  overdue?: boolean
  last_word?: string
  last_word_at?: Time
}

export interface InvoiceRow {
  id: number
  code: string
  /// What finance calls it.
  number?: string
  order?: string
  customer?: string
  shipment?: string
  status: string
  total: Money
  net?: Money
  tax?: Money
  paid?: Money
  credited?: Money
  open?: Money
  due?: Day
  check_at?: Time
}

export interface CreditRow {
  id: number
  code: string
  number?: string
  order?: string
  invoice: string
  kind: string
  status: string
  total: Money
  reason?: string
}

export interface ReturnRow {
  id: number
  code: string
  order?: string
  item: string
  line?: number
  status: string
  authorized?: number
  open?: number
  received?: number
  inspected?: number
  expires_at?: Time
  inspect_by?: Time
  reason?: string
}

export interface CaseRow {
  id: number
  code: string
  category: string
  sentence: string
  /// What to do about it.
  action?: string
  status: string
  severity?: number
  owner: string
  assignee?: string
  opened_at: Time
  last_at?: Time
  due?: Time
  overdue?: boolean
  times?: number
  value?: Money
  order?: string
  item?: string
  site?: string
  destination?: string
  incident?: string
  line?: number
  quantity?: number
  resolution?: string
  resolved_at?: Time
  acts?: Act[]
}

export interface OrderPage {
  number: string
  customer: Party
  status: OrderStatus
  archived?: boolean
  transfer?: boolean
  ship_complete?: boolean
  priority?: number
  purchase_order?: string
  address?: string
  ordered_at: Time
  requested?: Day
  promised?: Day
  sites?: string[]
  why?: string
  next?: string[]
  lines: OrderLine[]
  money?: OrderMoney
  releases?: ReleaseRow[]
  shipments?: ShipmentRow[]
  invoices?: InvoiceRow[]
  credits?: CreditRow[]
  returns?: ReturnRow[]
  cases?: CaseRow[]
  holds?: Hold[]
  systems?: SystemClaim[]
  acts?: Act[]
  position?: number
  as_of?: Time
}

export interface ChapterEvent {
  event: string
  text: string
}

export interface Chapter {
  position: number
  at: Time
  event_time?: Time
  source: string
  message_id?: string
  actor?: string
  events: ChapterEvent[]
}

export type Age = '0-4h' | '4-24h' | '1-3d' | '3-7d' | '>7d'

export interface MatrixCell {
  site: string
  status: string
  age: Age
  orders: number
  lines: number
  /// The path of the list that it counts.
  list?: string
}

export interface Kpi {
  name: string
  title: string
  /// An exact decimal.
  value: string
  /// orders, units, cases, percent, a currency
  unit?: string
  target?: string
  good?: boolean
  list?: string
}

export interface CaseGroup {
  category: string
  owner: string
  open: number
  overdue: number
  unassigned?: number
  value?: Money
  others?: Money[]
  oldest?: Time
  list?: string
}

export interface Incident {
  code: string
  category: string
  site?: string
  destination?: string
  open: number
  opened_at?: Time
  last_at?: Time
}

export interface CutOff {
  site: string
  at: Time
  waiting_lines: number
  waiting_orders?: number
}

export interface Overview {
  matrix: MatrixCell[]
  kpis: Kpi[]
  cases: CaseGroup[]
  cutoffs: CutOff[]
  incidents: Incident[]
  counts: Record<string, number>
  position: number
  now: Time
}

export interface Site {
  code: string
  name?: string
}

export interface StockRow {
  item: string
  description?: string
  site: string
  lot?: string
  expires?: string
  buckets: Record<string, number>
}

export interface Session {
  name: string
  roles?: string[]
  csrf_token?: string
  expires_at?: Time
}

export interface Outcome {
  outcome: 'committed' | 'waiting' | 'duplicate' | 'reported'
  position?: number
}
