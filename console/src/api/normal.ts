/// The server leaves empty members out: no list is an empty list, no number is 0, no flag is false. Here they come
/// back, so that pages need not ask.
import type { Chapter, Overview, OrderPage, OrderRow, Windowed } from './types'

export function normalList<Row>(answer: Partial<Windowed<Row>>): Windowed<Row> {
  const items = answer.items ?? []
  return { ...answer, items, total: answer.total ?? (answer.next_cursor ? undefined : items.length) }
}

export function normalRow(row: OrderRow): OrderRow {
  return { ...row, lines: row.lines ?? 0, units: row.units ?? 0, last_position: row.last_position ?? 0 }
}

export function normalOrder(order: OrderPage): OrderPage {
  const lines = (Array.isArray(order.lines) ? order.lines : []).map((line) => ({
    ...line,
    ordered: line.ordered ?? 0,
    quantities: line.quantities ?? [],
  }))
  return {
    ...order,
    lines,
    systems: order.systems?.map((system) => ({ ...system, agrees: system.agrees ?? false })),
    acts: order.acts?.map((act) => ({ ...act, allowed: act.allowed ?? false })),
  }
}

export function normalTimeline(answer: Partial<Windowed<Chapter>>): Windowed<Chapter> {
  const list = normalList(answer)
  return { ...list, items: list.items.map((chapter) => ({ ...chapter, events: chapter.events ?? [] })) }
}

export function normalOverview(answer: Partial<Overview>): Overview {
  return {
    ...answer,
    matrix: (answer.matrix ?? []).map((cell) => ({
      ...cell,
      site: cell.site ?? '',
      orders: cell.orders ?? 0,
      lines: cell.lines ?? 0,
    })),
    kpis: (answer.kpis ?? []).map((kpi) => ({ ...kpi, value: kpi.value ?? '0' })),
    cases: (answer.cases ?? []).map((group) => ({ ...group, open: group.open ?? 0, overdue: group.overdue ?? 0 })),
    cutoffs: (answer.cutoffs ?? []).map((cutoff) => ({ ...cutoff, waiting_lines: cutoff.waiting_lines ?? 0 })),
    incidents: (answer.incidents ?? []).map((incident) => ({ ...incident, open: incident.open ?? 0 })),
    counts: answer.counts ?? {},
    position: answer.position ?? 0,
    now: answer.now ?? new Date().toISOString(),
  }
}
