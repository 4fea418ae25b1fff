/// A program of somebody else: its types are made from the server's contract, and it knows nothing more. It fills a
/// catalogue, places an order, sends it to the site, ships it as the site would, and reads what became of it.
///
///   tests/client.sh compiles and runs it against a server of its own.
import assert from 'node:assert/strict'
import createClient, { type Middleware } from 'openapi-fetch'
import type { components, paths } from './contract'

type Problem = components['schemas']['HttpProblem']

const url = process.env.TRUEFILL_URL
const token = process.env.TRUEFILL_TOKEN
assert.ok(url && token, 'TRUEFILL_URL and TRUEFILL_TOKEN say where and who')

const bearer: Middleware = {
  onRequest({ request }) {
    request.headers.set('Authorization', `Bearer ${token}`)
    return request
  },
}
const truefill = createClient<paths>({ baseUrl: url })
truefill.use(bearer)

/// A message id: a retry with the same one never takes effect twice.
const as = (key: string) => ({ params: { header: { 'Idempotency-Key': key } } })

/// The answer, or the end of this program with what the server said.
async function sure<Data>(asked: Promise<{ data?: Data; error?: Problem }>): Promise<Data> {
  const { data, error } = await asked
  if (data === undefined) throw new Error(`refused: ${JSON.stringify(error)}`)
  return data
}

async function fillCatalogue(): Promise<void> {
  const catalogue = {
    items: [{ code: '85123A', description: 'White hanging heart' }],
    sites: [{ code: 'LEEDS', name: 'Leeds' }],
    carriers: [{ code: 'PARCELO', name: 'Parcelo' }],
    customers: [{ code: '17850', name: 'A shop', country: 'GB', address: '1 High Street', currency: 'GBP', payment_days: 30 }],
  }
  await sure(truefill.POST('/v1/commands/masterdata.load_catalogue', { ...as('catalogue'), body: { catalogue } }))
  const lines = [{ item: '85123A', quantity: 100 }]
  const stock = { site: 'LEEDS', reference: 'opening', lines }
  await sure(truefill.POST('/v1/commands/inventory.open_stock', { ...as('stock'), body: stock }))
}

async function readOrder(number: string) {
  return sure(truefill.GET('/v1/orders/{number}', { params: { path: { number } } }))
}

/// The server does the rest of a command by itself; this asks until it is done.
async function until<Value>(what: string, ask: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 100; ++tries) {
    const value = await ask()
    if (value !== undefined) return value
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`${what} did not happen`)
}

const number = 'SHOP-1'
await fillCatalogue()
const order = {
  order: number,
  customer: '17850',
  currency: 'GBP',
  lines: [{ line: 1, item: '85123A', quantity: 6, unit_price: '2.55' }],
}
const placed = await sure(truefill.POST('/v1/commands/orders.place_order', { ...as(`order/${number}`), body: order }))
assert.equal(placed.outcome, 'committed')
const again = await sure(truefill.POST('/v1/commands/orders.place_order', { ...as(`order/${number}`), body: order }))
assert.deepEqual(again, { outcome: 'duplicate', position: placed.position })

// The order is reserved and released by itself: there is stock, and nothing holds it.
const release = await until('its release', async () => (await readOrder(number)).releases?.[0])
assert.equal(release.site, 'LEEDS')

// What the site's system reports.
const units = { line: 1, quantity: 6 }
const on = { release: release.id }
await sure(truefill.POST('/v1/commands/warehouse.acknowledge_release', { ...as('ack'), body: on }))
await sure(truefill.POST('/v1/commands/warehouse.confirm_pick', { ...as('pick'), body: { ...on, ...units } }))
const sscc = '340123450000000018'
await sure(truefill.POST('/v1/commands/warehouse.pack', { ...as('pack'), body: { ...on, sscc, lines: [units] } }))
const tracking = 'PO-1'
await sure(truefill.POST('/v1/commands/shipping.issue_goods', { ...as('issue'), body: { ...on, tracking } }))

const shipped = await until('its shipment', async () => {
  const page = await readOrder(number)
  return page.status === 'shipped' ? page : undefined
})
assert.deepEqual(
  shipped.lines[0]?.quantities?.map(({ bucket, quantity }) => [bucket, quantity]),
  [['shipped', 6]],
)
assert.equal(shipped.shipments?.[0]?.tracking, tracking)
assert.equal(shipped.money?.earned?.amount, '15.30')

const { error, response } = await truefill.GET('/v1/orders/{number}', { params: { path: { number: 'SHOP-2' } } })
assert.equal(response.status, 404)
assert.equal(error?.code, 'order_unknown')
const refused = await truefill.POST('/v1/commands/orders.cancel_lines', { ...as('cancel'), body: { order: number, reason: 'too late' } })
assert.equal(refused.response.status, 422)
assert.ok(refused.error?.detail, 'a refusal is a sentence')

console.log(`placed, shipped and read: ${number} is ${shipped.status} with ${tracking}`)
