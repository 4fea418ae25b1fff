/// What the server answers, made from its own contract (contract.d.ts, by `npm run types`). The server leaves empty
/// members out; normal.ts puts back those that are named here. Money stays text and quantities stay integers: the
/// console shows them and never computes with them.
import type { components } from './contract'

export type Schemas = components['schemas']
/// The members that are always there once normal.ts has seen the answer.
export type With<Shape, Names extends keyof Shape> = Omit<Shape, Names> & { [Name in Names]-?: NonNullable<Shape[Name]> }

export type Money = NonNullable<Schemas['OrderRow']['value']>

/// RFC 3339, UTC.
export type Time = string

export interface Windowed<Row> {
  items: Row[]
  next_cursor?: string
  total?: number
  more?: boolean
  position?: number
}

export type Party = Schemas['CustomerRef']
export type OrderRow = With<Omit<Schemas['OrderRow'], 'open_cases'>, 'customer' | 'ordered_at' | 'last_position'> & {
  open_cases?: number
}

/// A bucket that this console does not know yet is shown under its own name.
export type Parcel = Omit<Schemas['PlacedUnits'], 'bucket'> & { bucket: string }
export type OrderLine = Omit<Schemas['OrderLine'], 'total' | 'quantities'> & { total?: number; quantities: Parcel[] }
export type OrderMoney = Partial<Schemas['OrderMoney']>
export type Hold = Partial<Schemas['HoldRow']> & { reason: string }
export type SystemClaim = Schemas['SystemClaim']
/// `body` is JSON of the command as far as the server knows it; a form asks the rest.
export type Act = Schemas['Act']
export type LineUnits = Schemas['LineUnits']
export type ReleaseRow = Schemas['ReleaseRow']
export type ShipmentRow = Schemas['ShipmentRow']
/// `number` is what finance calls it.
export type InvoiceRow = Schemas['InvoiceRow']
export type CreditRow = Schemas['CreditRow']
export type ReturnRow = Schemas['ReturnRow']
export type CaseRow = With<Omit<Schemas['CaseRow'], 'overdue'>, 'opened_at'> & { overdue?: boolean }

type Lists = 'releases' | 'shipments' | 'invoices' | 'credits' | 'returns' | 'holds' | 'systems' | 'acts'
export type OrderPage = With<
  Omit<Schemas['OrderPage'], Lists | 'lines' | 'cases' | 'why' | 'next' | 'money' | 'position'>,
  'customer' | 'ordered_at'
> &
  Partial<Pick<Schemas['OrderPage'], Exclude<Lists, 'holds'> | 'why' | 'next' | 'position'>> & {
    lines: OrderLine[]
    money?: OrderMoney
    holds?: Hold[]
    cases?: CaseRow[]
  }

export type ChapterEvent = Required<Schemas['Told']>
export type Chapter = With<Omit<Schemas['Chapter'], 'events'>, 'at'> & { events: ChapterEvent[] }

export type Age = '0-4h' | '4-24h' | '1-3d' | '3-7d' | '>7d'
export type MatrixCell = Omit<Schemas['MatrixCell'], 'age' | 'list'> & { age: Age; list?: string }
export type Kpi = Omit<Schemas['Kpi'], 'unit' | 'list'> & { unit?: string; list?: string }
export type CaseGroup = Omit<Schemas['CaseCell'], 'list'> & { list?: string }
export type Incident = Schemas['IncidentCell']
export type CutOff = With<Omit<Schemas['CutOff'], 'points'>, 'at'>
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

export type Site = Schemas['SiteRow']
export type StockRow = Omit<Schemas['StockRow'], 'buckets'> & { buckets: Record<string, number> }

/// `must_change_password`: somebody else chose it, and nothing else is allowed before it is changed. `is_operator`:
/// came with the token of the server, and has every role.
export type Session = Partial<Schemas['Who']> & { name: string }
export type Outcome = Schemas['CommandAnswer']
