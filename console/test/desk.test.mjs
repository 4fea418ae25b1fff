/// The invoice desk in Chromium on the real server: what left and is not billed, the three-way match with a difference,
/// what finance booked otherwise, and the acts of the page. And the dialog of a command that is refused.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { clean, Screen } from './page.mjs'
import { World } from './server.mjs'

const world = new World()
const screen = new Screen(world)

async function sure(name, body) {
  const { status, body: said } = await world.command(name, body)
  assert.equal(status, 200, `${name}: ${JSON.stringify(said)}`)
  return said
}

/// An order of two lines that leaves the site whole; its invoice goes to finance by itself.
async function ship(order, release) {
  const lines = [
    { line: 1, item: '85123A', quantity: 6, unit_price: '2.55' },
    { line: 2, item: '71053', quantity: 4, unit_price: '1.00' },
  ]
  await sure('orders.place_order', { order, customer: '17850', currency: 'GBP', lines })
  await sure('warehouse.acknowledge_release', { release })
  for (const { line, quantity } of lines) await sure('warehouse.confirm_pick', { release, line, quantity })
  await sure('warehouse.pack', { release, sscc: `34012345000000${release}018`, lines: lines.map(({ line, quantity }) => ({ line, quantity })) })
  await sure('shipping.issue_goods', { release, tracking: `T-${release}` })
}

before(async () => {
  await world.startEmpty()
  const catalogue = {
    items: [
      { code: '85123A', description: 'White hanging heart' },
      { code: '71053', description: 'Lantern' },
    ],
    sites: [{ code: 'LEEDS', name: 'Leeds' }],
    carriers: [{ code: 'PARCELO', name: 'Parcelo' }],
    customers: [{ code: '17850', name: 'A shop', country: 'GB', address: '1 High Street', currency: 'GBP', payment_days: 30 }],
  }
  await sure('masterdata.load_catalogue', { catalogue })
  const stock = ['85123A', '71053'].map((item) => ({ item, quantity: 100 }))
  await sure('inventory.open_stock', { site: 'LEEDS', reference: 'opening', lines: stock })
  await ship('SO-1', 1)
  await ship('SO-2', 2)
  await screen.start()
})

after(async () => {
  await screen.stop()
  await world.stop()
})

describe('the invoice desk', () => {
  test('shows by keyboard alone how each line was ordered, shipped and billed', async () => {
    const { context, page, wrong } = await screen.operator()
    await page.keyboard.type('gf')
    await page.getByRole('grid', { name: 'Invoices: To post' }).getByText('INV-1').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/invoice=INV-1/)
    const panel = page.getByRole('region', { name: 'Invoice INV-1' })
    await panel.getByText('Every line agrees').waitFor()
    await panel.getByText('Finance was asked to post it').waitFor()
    await panel.getByRole('row', { name: /Lantern/ }).getByText('Matches').waitFor()
    await page.keyboard.press('k')
    await page.waitForURL(/invoice=INV-2/)
    await page.keyboard.press('Escape')
    await page.getByRole('region', { name: 'Invoice INV-2' }).waitFor({ state: 'hidden' })
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('what left and is not billed stands there by age, with its value and the reason', async () => {
    const { context, page, wrong } = await screen.operator('/finance?status=lag')
    const ages = page.getByRole('group', { name: 'By age' })
    await ages.getByRole('button', { name: /< 4 h.*2.*£38.60/ }).waitFor()
    const row = page.getByRole('grid', { name: 'Shipped and not billed' }).getByRole('row', { name: /SH-1/ })
    await row.getByText('On its way').waitFor()
    await row.getByText(/INV-1 is with finance/).waitFor()
    await ages.getByRole('button', { name: /> 7 d/ }).click()
    await page.getByText('None of this age.').waitFor()
    await page.waitForURL(/age=/)
    await clean(page)
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('a line that is billed and did not ship is marked with words, and comes first', async () => {
    await sure('shipping.correct_shipment', { shipment: 1, line: 2, quantity: 3, approved_by: 'operator' })
    const { context, page, wrong } = await screen.operator('/finance?invoice=INV-1')
    const table = page.getByRole('region', { name: 'Three-way match' })
    await page.getByText('1 difference', { exact: true }).waitFor()
    const first = table.getByRole('row').nth(1)
    await first.getByText('Billed, not shipped').waitFor()
    await first.getByText('4 units billed, but 1 left with the shipment.').waitFor()
    await clean(page, 'invoice-light')
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('what finance booked otherwise shows live; the corrected answer is given from the page', async () => {
    const { context, page, wrong } = await screen.operator('/finance?invoice=INV-2')
    const panel = page.getByRole('region', { name: 'Invoice INV-2' })
    await panel.getByText('Every line agrees').waitFor()
    await page.getByText('Live', { exact: true }).waitFor()
    await sure('billing.confirm_invoice', { invoice: 2, number: 'F-2', total: { amount: '19.00', currency: 'GBP' } })
    await panel.getByText('Match failed').waitFor()
    await panel.getByText(/over 19.00 GBP, we have 19.30 GBP/).waitFor()
    await page.getByRole('link', { name: 'Blocked' }).click()
    await page.getByRole('grid', { name: 'Shipped and not billed' }).getByRole('row', { name: /SH-2/ }).waitFor()
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.waitForURL(/status=blocked.*invoice=INV-2/)
    await panel.getByRole('button', { name: /Finance has posted it/ }).waitFor()
    await page.keyboard.press('1')
    await page.getByLabel('Finance’s number of it').fill('F-2')
    await page.getByLabel('Total with tax').fill('19,30')
    await page.keyboard.press('Control+Enter')
    await page.getByText('is an amount and a currency').waitFor()
    await page.getByLabel('Total with tax').fill('19.30 GBP')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await panel.getByText('Posted', { exact: true }).waitFor()
    await page.goto(`${world.url}/finance?status=blocked`)
    await page.getByText('Nothing is blocked').waitFor()
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('what cannot be done now says why', async () => {
    const { context, page } = await screen.operator('/finance?status=posted&invoice=INV-2')
    const panel = page.getByRole('region', { name: 'Invoice INV-2' })
    await panel.getByText(/^Not now: void it/).click()
    await panel.getByText(/Void it:/).waitFor()
    const page2 = await world.read('/v1/invoices/INV-2')
    const reason = page2.acts.find((act) => act.command === 'billing.void_invoice').reason
    assert.ok(reason.length > 10, reason)
    await panel.getByText(reason).waitFor()
    await context.close()
  })

  test('many invoices by keyboard alone: select, read the plan with what is refused and why, confirm once', async () => {
    await ship('SO-3', 3)
    await ship('SO-4', 4)
    const { context, page, wrong } = await screen.operator()
    await page.keyboard.type('gf')
    const grid = page.getByRole('grid', { name: 'Invoices: To post' })
    await grid.getByText('INV-4').waitFor()
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('Shift+X')
    await page.getByText('2 invoices selected').waitFor()
    // Meanwhile finance posts one of them by itself.
    await sure('billing.confirm_invoice', { invoice: 4, number: 'F-4', total: { amount: '19.30', currency: 'GBP' } })
    await page.keyboard.press('p')
    const dialog = page.getByRole('dialog', { name: 'Finance has posted them' })
    await dialog.getByText('Nothing has been sent yet.').waitFor()
    assert.match(await dialog.innerText(), /1 of 2 steps/)
    await dialog.getByText('1 cannot, and is left as it is').waitFor()
    await dialog.getByText('INV-4', { exact: true }).waitFor()
    for (const colorScheme of ['dark', 'light']) {
      await page.emulateMedia({ colorScheme })
      await clean(page, `finance-plan-${colorScheme}`)
    }
    const send = dialog.getByRole('button', { name: 'Finance has posted them: 1' })
    assert.ok(await send.isDisabled())
    await dialog.getByLabel(/Type 1 to confirm/).focus()
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    await dialog.getByText('1 of 1 done.').waitFor()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await grid.getByText('INV-3').waitFor({ state: 'hidden' })
    const { invoice } = await world.read('/v1/invoices/INV-3')
    assert.deepEqual([invoice.status, invoice.number, invoice.total.amount], ['posted', 'INV-3', '19.30'])
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('what is blocked is billed by a plan; what the server refuses then is said and can be saved', async () => {
    // Finance sends two back, and they are taken back here: nothing bills what left with them.
    for (const n of [5, 6]) {
      await ship(`SO-${n}`, n)
      await sure('billing.reject_invoice', { invoice: n, reason: 'the period is closed' })
      await sure('billing.void_invoice', { invoice: n, reason: 'to be billed anew', approved_by: 'operator' })
    }
    const { context, page, wrong } = await screen.operator('/finance?status=blocked')
    const grid = page.getByRole('grid', { name: 'Shipped and not billed' })
    await grid.getByRole('row', { name: /SH-6/ }).getByText(/No invoice was prepared/).waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('b')
    const dialog = page.getByRole('dialog', { name: 'Bill now' })
    await dialog.getByText('Nothing has been sent yet.').waitFor()
    // Meanwhile somebody else has tried one of them.
    await world.command('billing.prepare_invoice', { shipment: 5, approved_by: 'operator' })
    await dialog.getByRole('button', { name: 'Bill now: 2' }).press('Enter')
    await dialog.getByText(/of 2 done, \d refused\./).waitFor()
    const refusal = await world.command('billing.prepare_invoice', { shipment: 5, approved_by: 'operator' })
    assert.equal(refusal.status, 422)
    await dialog.getByText(refusal.body.detail).waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Not done, as CSV' }).press('Enter')])
    assert.match(readFileSync(await file.path(), 'utf8'), /^shipment,state,reason\r\n(SH-6,.*\r\n)?SH-5,refused,/)
    await dialog.getByRole('button', { name: 'Close' }).press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    assert.deepEqual(wrong, [])
    await context.close()
  })

  for (const colorScheme of ['light', 'dark']) {
    for (const [name, path] of [
      ['finance-match', '/finance?invoice=INV-1'],
      ['finance-lag', '/finance?status=lag'],
      ['finance-paid', '/finance?status=paid'],
    ]) {
      test(`${name}, ${colorScheme}: axe finds nothing`, async () => {
        const { context, page, wrong } = await screen.operator(path, { colorScheme })
        await page.getByRole('heading', { name: 'Invoice desk' }).waitFor()
        await page.getByText(/Every line agrees|1 difference|< 4 h|Nothing has been paid yet/).first().waitFor()
        await clean(page, `${name}-${colorScheme}`)
        assert.deepEqual(wrong, [])
        await context.close()
      })
    }
  }
})

describe('a command that is refused', () => {
  for (const colorScheme of ['light', 'dark']) {
    test(`says so in the server’s words, keeps what was typed, and lets one go on, ${colorScheme}`, async () => {
      const order = `SO-${colorScheme}`
      await sure('orders.place_order', { order, customer: '17850', currency: 'GBP', lines: [{ line: 1, item: '71053', quantity: 1, unit_price: '1.00' }] })
      const hold = { scope: 'order', order, reason: 'a question', blocks: ['release'] }
      await sure('orders.place_hold', hold)
      const { context, page, wrong } = await screen.operator(`/o/${order}`, { colorScheme })
      await page.getByRole('heading', { name: order, level: 1 }).waitFor()
      await page.keyboard.press('.')
      await page.getByRole('button', { name: /Lift the hold/ }).last().click()
      await page.getByLabel('Reason').fill('answered')
      // Meanwhile somebody else lifts it.
      const held = (await world.read(`/v1/orders/${order}`)).holds[0].id
      await sure('orders.lift_hold', { hold: held, reason: 'another was faster' })
      await page.keyboard.press('Control+Enter')
      const refusal = await world.command('orders.lift_hold', { hold: held, reason: 'x' })
      assert.equal(refusal.status, 422)
      const alert = page.getByRole('dialog').getByRole('alert')
      await alert.getByText(refusal.body.detail).waitFor()
      await alert.getByText('It cannot be done now.').waitFor()
      await alert.getByText('Nothing was changed.').waitFor()
      assert.equal(await page.getByLabel('Reason').inputValue(), 'answered')
      await clean(page, `refusal-${colorScheme}`)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      assert.deepEqual(wrong, [])
      await context.close()
    })
  }
})
