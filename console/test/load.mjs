/// Fills a server by bulk, for tests that need many orders, and keeps changing them.

export async function bulk(world, lines) {
  const answer = await fetch(`http://127.0.0.1:${world.port}/v1/commands`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${world.token}`, 'Content-Type': 'application/x-ndjson' },
    body: lines.map((line) => JSON.stringify(line)).join('\n'),
  })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`bulk: ${answer.status} ${text.slice(0, 300)}`)
  const said = text.trimEnd().split('\n').map((row) => JSON.parse(row))
  const refused = said.find((one) => one.problem)
  if (refused) throw new Error(`bulk: ${JSON.stringify(refused)}`)
  return said
}

const sites = ['LEEDS', 'BRISTOL', 'PERTH']

/// Sites, items, customers, stock, and so many orders SO-1, SO-2, ..., one line each.
export async function fill(world, many) {
  // The server says that it listens and what its token is on two channels; either may come first.
  while (!world.token) await new Promise((done) => setTimeout(done, 10))
  const pad = (n) => String(n).padStart(3, '0')
  const items = Array.from({ length: 200 }, (_, at) => ({ code: `SKU-${pad(at)}`, description: `Lamp shade ${at}` }))
  const customers = Array.from({ length: 80 }, (_, at) => ({ code: `C-${pad(at)}`, name: `Customer ${at} Ltd`, country: 'GB', currency: 'GBP', address: `${at} Dock Road` }))
  const catalogue = { items, customers, sites: sites.map((code) => ({ code, name: code, countries: 'GB' })) }
  const stock = sites.map((site) => ({
    command: 'inventory.open_stock',
    message_id: `stock-${site}`,
    body: { site, reference: 'opening', lines: items.map(({ code }) => ({ item: code, quantity: 1000 })) },
  }))
  await bulk(world, [{ command: 'masterdata.load_catalogue', message_id: 'catalogue', body: { catalogue } }, ...stock])
  const part = 5000
  for (let from = 1; from <= many; from += part) {
    const lines = []
    for (let n = from; n < Math.min(from + part, many + 1); ++n) {
      lines.push({
        command: 'orders.place_order',
        message_id: `order-${n}`,
        body: {
          order: `SO-${n}`,
          customer: `C-${pad(n % 80)}`,
          currency: 'GBP',
          ordered_at: new Date(Date.now() - (many - n) * 12_000).toISOString(),
          lines: [{ line: 1, item: `SKU-${pad(n % 200)}`, quantity: 1 + (n % 9), unit_price: `${1 + (n % 40)}.50` }],
        },
      })
    }
    await bulk(world, lines)
  }
}

/// Changes orders all the time, so many a second, until it is stopped; tells how many it made.
export function keepChanging(world, orders, perSecond) {
  let going = true
  let made = 0
  const beat = 100
  const run = async () => {
    const begun = Date.now()
    for (let round = 0; going; ++round) {
      const lines = Array.from({ length: (perSecond * beat) / 1000 }, (_, at) => {
        // Half of them among the newest, where somebody looks.
        const n = at % 2 === 0 ? orders - ((made + at) % 400) : 1 + ((made * 7919 + at) % orders)
        return {
          command: 'orders.place_hold',
          message_id: `hold-${round}-${at}`,
          body: { scope: 'order', order: `SO-${n}`, reason: `check ${round % 7}`, blocks: ['release'] },
        }
      })
      await bulk(world, lines)
      made += lines.length
      const wait = begun + (round + 1) * beat - Date.now()
      if (wait > 0) await new Promise((done) => setTimeout(done, wait))
    }
    return { made, perSecond: (1000 * made) / (Date.now() - begun) }
  }
  const done = run()
  return () => {
    going = false
    return done
  }
}
