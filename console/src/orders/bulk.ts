/// What many orders can be asked at once.
import { send } from '@/api/client'
import { readOrders } from '@/api/reads'
import type { Schemas } from '@/api/types'
import type { Planned, Subject, Told } from '@/kit/bulk/bulk'

const ordersMax = 10_000
/// Orders that one plan names; more are planned part by part.
const planPart = 500

async function matching(parameters: Record<string, string>, told: Told): Promise<string[]> {
  const numbers: string[] = []
  let cursor: string | undefined
  do {
    const list = await readOrders({ ...parameters, sort: 'newest', limit: 500, cursor })
    numbers.push(...list.items.map((row) => row.number))
    cursor = list.items.length > 0 ? list.next_cursor : undefined
    if (!told(numbers.length)) break
  } while (cursor && numbers.length < ordersMax)
  return numbers.slice(0, ordersMax)
}

type Said = Partial<Schemas['Planned']> & { order: string }

async function plan(command: string, orders: string[], told: Told): Promise<Planned[]> {
  const made: Planned[] = []
  for (let at = 0; at < orders.length; at += planPart) {
    const part = orders.slice(at, at + planPart)
    const answer = await send<{ items: Said[] }>('POST', '/v1/plan', { command, orders: part }, crypto.randomUUID())
    made.push(...answer.items.map(({ order, ...one }) => ({ of: order, ...one })))
    if (!told(made.length)) break
  }
  return made
}

export const ordersAtOnce: Subject = {
  noun: 'order',
  most: ordersMax,
  acts: [
    { command: 'orders.place_hold', title: 'Put on hold', key: 'h' },
    { command: 'orders.lift_hold', title: 'Lift holds', key: 'r' },
    { command: 'warehouse.release_order', title: 'Release now' },
    { command: 'orders.cancel_lines', title: 'Cancel', final: true },
    { command: 'orders.archive_order', title: 'Archive' },
  ],
  matching,
  plan,
}
