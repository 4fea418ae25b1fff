/// Lists and what one does with them, in Chromium on the real server: every number of the tower opens its list, many
/// orders get one act by a plan, the preview, files, the inbox by value, the board.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { bulk, fill } from './load.mjs'
import { clean, Screen } from './page.mjs'
import { World } from './server.mjs'

const orders = 620
const world = new World()
const screen = new Screen(world)

before(async () => {
  await world.startEmpty()
  await fill(world, orders)
  const hold = (n, reason) => ({
    command: 'orders.place_hold',
    message_id: `h-${n}-${reason.length}`,
    body: { scope: 'order', order: `SO-${n}`, reason, blocks: ['release'] },
  })
  const cases = Array.from({ length: 12 }, (_, at) => ({
    command: 'cases.open_case',
    message_id: `case-${at}`,
    body: {
      category: at % 3 === 0 ? 'short_pick' : 'misship',
      sentence: `Something is off at shelf ${at}.`,
      order: `SO-${at + 1}`,
      item: `SKU-00${at % 5}`,
      value: { amount: `${(at * 37) % 100}.00`, currency: 'GBP' },
    },
  }))
  await bulk(world, [...[601, 602, 603].map((n) => hold(n, 'credit check')), hold(603, 'address'), ...cases])
  await screen.start()
})

after(async () => {
  await screen.stop()
  await world.stop()
})

const number = (text) => Number(text.replace(/[^\d]/g, ''))

describe('the control tower', () => {
  test('every cell of the matrix opens a list with as many rows', async () => {
    const { context, page, wrong } = await screen.operator('/tower')
    const cells = page.locator('table:has(caption:has-text("Orders by status and age")) tbody td a')
    await cells.first().waitFor()
    const many = await cells.count()
    assert.ok(many >= 3, `${many} cells`)
    for (let at = 0; at < many; ++at) {
      const wanted = number(await cells.nth(at).innerText())
      await cells.nth(at).click()
      const grid = page.getByRole('grid', { name: 'Orders' })
      await grid.locator('[aria-rowindex="2"] a').waitFor()
      assert.equal(Number(await grid.getAttribute('aria-rowcount')) - 1, wanted, page.url())
      await page.goBack()
      await cells.first().waitFor()
    }
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('every key figure of orders opens a list with as many rows', async () => {
    const { context, page } = await screen.operator('/tower')
    const { kpis } = await world.read('/v1/overview')
    for (const kpi of kpis.filter((one) => one.unit === 'orders')) {
      await page.getByRole('list', { name: 'Key figures' }).getByRole('link', { name: kpi.title }).click()
      await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor()
      const wanted = Number(kpi.value)
      if (wanted === 0) await page.getByText('No order matches.').waitFor()
      else {
        const grid = page.getByRole('grid', { name: 'Orders' })
        await grid.locator('[aria-rowindex="2"] a').waitFor()
        assert.equal(Number(await grid.getAttribute('aria-rowcount')) - 1, wanted, kpi.name)
      }
      await page.goBack()
    }
    await context.close()
  })
})

describe('many orders', () => {
  test('by keyboard: select, ask for the plan, read why not, send; the same keys for what failed', async () => {
    const { context, page, wrong } = await screen.operator('/orders?q=SO-60')
    const grid = page.getByRole('grid', { name: 'Orders' })
    await grid.locator('[aria-rowindex="2"] a').waitFor()
    await page.keyboard.press('x')
    await page.getByText('1 order selected').waitFor()
    await page.keyboard.press('Control+a')
    const total = Number(await grid.getAttribute('aria-rowcount')) - 1
    await page.getByText(`All ${total} that match`).waitFor()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog', { name: 'Lift holds' })
    await dialog.getByText('Nothing has been sent yet.').waitFor()
    // Four holds on three orders; the others have none.
    assert.match(await dialog.innerText(), /4 of \d+ steps/)
    await dialog.getByText('it has nothing that this could be done with').waitFor()
    await clean(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await clean(page)
    await page.emulateMedia({ colorScheme: 'light' })
    // The first try does not reach the server; the second has the same keys.
    const keys = []
    let broken = true
    await page.route('**/v1/commands', (route) => {
      keys.push(route.request().postData().split('\n').map((line) => JSON.parse(line).message_id))
      if (!broken) return route.continue()
      broken = false
      return route.abort()
    })
    await dialog.getByLabel('Reason').fill('paid')
    await page.keyboard.press('Enter')
    await dialog.getByText('4 not answered').waitFor()
    await dialog.getByRole('button', { name: 'Try 4 again' }).click()
    await dialog.getByText('4 of 4 done.').waitFor()
    assert.equal(keys.length, 2)
    assert.deepEqual(keys[0], keys[1])
    await dialog.getByRole('button', { name: 'Close' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const left = await world.read('/v1/orders?hold=credit&limit=1')
    assert.equal(left.total, 0)
    assert.deepEqual(wrong.filter((one) => !one.includes('ERR_FAILED')), [])
    await context.close()
  })

  test('what cannot be taken back asks for the count', async () => {
    const { context, page } = await screen.operator('/orders?q=SO-61')
    await page.getByRole('grid', { name: 'Orders' }).locator('[aria-rowindex="2"] a').waitFor()
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Shift+X')
    await page.getByText('3 orders selected').waitFor()
    await page.getByRole('button', { name: 'Cancel…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Cancel' })
    const send = dialog.getByRole('button', { name: 'Cancel: 3' })
    await send.waitFor()
    assert.ok(await send.isDisabled())
    await dialog.getByLabel('Reason').fill('the customer rang')
    await dialog.getByLabel(/Type 3 to confirm/).fill('3')
    await send.click()
    await dialog.getByText('3 of 3 done.').waitFor()
    await context.close()
  })

  for (const colorScheme of ['light', 'dark'])
    test(`space shows an order beside the list, and the address keeps it, ${colorScheme}`, async () => {
      const { context, page, wrong } = await screen.operator('/orders', { colorScheme })
      await page.getByRole('grid', { name: 'Orders' }).locator('[aria-rowindex="2"] a').waitFor()
      await page.keyboard.press('Space')
      await page.getByRole('complementary', { name: `Preview of order SO-${orders}` }).waitFor()
      await page.keyboard.press('j')
      const next = page.getByRole('complementary', { name: `Preview of order SO-${orders - 1}` })
      await next.getByText('Where the units are').waitFor()
      assert.ok(page.url().includes(`peek=SO-${orders - 1}`), page.url())
      await clean(page)
      await page.reload()
      await next.waitFor()
      await page.keyboard.press('Escape')
      await next.waitFor({ state: 'hidden' })
      assert.deepEqual(wrong, [])
      await context.close()
    })

  test('the file has the whole list, not the page', async () => {
    const { context, page } = await screen.operator('/orders?sort=oldest')
    await page.getByRole('grid', { name: 'Orders' }).locator('[aria-rowindex="2"] a').waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')])
    const rows = readFileSync(await file.path(), 'utf8').trimEnd().split('\r\n')
    assert.equal(rows.length, orders + 1)
    assert.ok(rows[1].startsWith('SO-1,'), rows[1])
    await context.close()
  })
})

test('in a field, Ctrl A selects its text and no order', async () => {
  const { context, page } = await screen.operator('/orders')
  await page.getByRole('grid', { name: 'Orders' }).locator('[aria-rowindex="2"] a').waitFor()
  await page.getByRole('combobox', { name: 'Find an order or a page' }).fill('SO-12')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('SO-7')
  assert.equal(await page.getByRole('combobox', { name: 'Find an order or a page' }).inputValue(), 'SO-7')
  assert.equal(await page.getByText('that match').count(), 0)
  await context.close()
})

describe('the work inbox', () => {
  test('goes by value, and a link from the tower keeps its filter', async () => {
    const { context, page, wrong } = await screen.operator('/inbox?kind=case&sort=value')
    const grid = page.getByRole('grid', { name: 'Work' })
    await grid.locator('[aria-rowindex="2"]').waitFor()
    const values = []
    for (let row = 2; row < 8; ++row) values.push(number(/£([\d,]+)\.00/.exec(await grid.locator(`[aria-rowindex="${row}"]`).innerText())?.[1] ?? '0'))
    assert.deepEqual(values, [...values].sort((a, b) => b - a))
    const { clusters } = await world.read('/v1/overview')
    const family = clusters.find((one) => one.by === 'family')
    await page.goto(`${world.url}/inbox?kind=case&family=${family.key}`)
    await page.getByRole('button', { name: 'Remove filter family' }).waitFor()
    await grid.locator('[aria-rowindex="2"]').waitFor()
    assert.equal(Number(await grid.getAttribute('aria-rowcount')) - 1, family.open)
    await clean(page)
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('approvals are rows beside the cases; by keyboard alone one is decided, and the next one comes', async () => {
    const hold = { command: 'orders.place_hold', body: { scope: 'order', reason: 'price check', blocks: ['release'] } }
    const placed = [598, 599].map((n) => ({ ...hold, message_id: `late-${n}`, body: { ...hold.body, order: `SO-${n}` } }))
    const counted = { command: 'inventory.count_stock', message_id: 'count', body: { site: 'LEEDS', item: 'SKU-001', counted: 3, counted_by: 'joe' } }
    await bulk(world, [...placed, counted])
    const { context, page, wrong } = await screen.operator()
    await page.keyboard.type('gw')
    const grid = page.getByRole('grid', { name: 'Work' })
    await grid.locator('[aria-rowindex="2"]').waitFor()
    const all = await world.read('/v1/inbox?limit=1')
    const cases = await world.read('/v1/cases?limit=1')
    assert.equal(all.total, cases.total + 3)
    assert.equal(Number(await grid.getAttribute('aria-rowcount')) - 1, all.total)
    await page.keyboard.press('f')
    await page.keyboard.type('Appr')
    await page.waitForURL(/kind=count,hold,return/)
    await page.keyboard.press('Escape')
    await grid.getByText('Hold to lift').first().waitFor()
    await grid.getByText('Count to approve').waitFor()
    assert.equal(Number(await grid.getAttribute('aria-rowcount')) - 1, 3)
    for (const colorScheme of ['dark', 'light']) {
      await page.emulateMedia({ colorScheme })
      await clean(page, `inbox-approvals-${colorScheme}`)
    }
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    const first = page.getByRole('article', { name: /Hold to lift HOLD-/ })
    const name = await first.getAttribute('aria-label')
    await first.getByText(/blocks release/i).waitFor()
    await first.getByRole('button', { name: /Lift the hold: price check/ }).waitFor()
    await page.keyboard.press('1')
    await page.getByLabel('Reason').fill('agreed')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    // The next one is there, and this one is gone.
    await page.getByRole('article', { name }).waitFor({ state: 'hidden' })
    await page.getByRole('article', { name: /^(Hold to lift|Count to approve)/ }).waitFor()
    assert.equal((await world.read('/v1/inbox?kind=hold')).total, 1)
    // What may not be done says why: joe's count has to be made again by somebody else.
    const [count] = (await world.read('/v1/inbox?kind=count')).items
    await page.goto(`${world.url}/inbox?case=${count.code}`)
    const article = page.getByRole('article', { name: `Count to approve ${count.code}` })
    await article.getByText(/Not now:.*approve the count/).click()
    await article.getByText(/waits for a recount by somebody else than joe/).waitFor()
    assert.deepEqual(wrong, [])
    await context.close()
  })
})

test('the search finds pages, sites and documents by keyboard', async () => {
  const { context, page, wrong } = await screen.operator()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('shipped')
  await page.getByRole('option', { name: /Shipped, not billed/ }).waitFor()
  await clean(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/finance\?status=lag/)
  await page.keyboard.press('/')
  await page.keyboard.type('case 2')
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'Case CASE-2' }).waitFor()
  assert.deepEqual(wrong, [])
  await context.close()
})

describe('the board of a warehouse', () => {
  test('a scanned order opens, one that nobody knows says so', async () => {
    const { context, page, wrong } = await screen.operator('/site/LEEDS')
    const field = page.getByLabel('Scan an order')
    await field.fill('SO-999999')
    await page.keyboard.press('Enter')
    await page.getByText('Nothing is known as SO-999999.').waitFor()
    await clean(page)
    await field.fill('SO-17')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'SO-17', level: 1 }).waitFor()
    assert.deepEqual(wrong, [])
    await context.close()
  })
})
