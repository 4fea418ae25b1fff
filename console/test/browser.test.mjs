/// The console in Chromium on the real server with real data: all screens, both themes, keyboard only, axe clean,
/// eight tabs on one stream, live, first load within its budget.
///
///   node --test console/test/browser.test.mjs        TRUEFILL_BIN names the program, SHOTS a folder for pictures
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { chromiumOrSkip, World } from './server.mjs'

const world = new World()
const pictures = process.env.SHOTS
const firstLoadMax = 200 * 1024
let browser
let order

/// Everything that must never happen on a page, collected.
function watch(page) {
  const wrong = []
  page.on('pageerror', (fault) => wrong.push(`exception: ${fault.message}`))
  page.on('console', (message) => {
    const text = message.text()
    // A tab that is closed ends its requests; that is no fault of the page.
    if (message.type() === 'error' && !text.includes('ERR_ABORTED')) wrong.push(`console: ${text}`)
  })
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== world.url) wrong.push(`request to ${origin}`)
  })
  return wrong
}

/// A page that does not answer fails its test soon, not after minutes.
async function newContext(options = {}) {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(8000)
  return context
}

async function loggedIn(options = {}) {
  const context = await newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/London', ...options })
  const page = await context.newPage()
  const wrong = watch(page)
  await page.goto(`${world.url}/#token=${world.token}`)
  await page.getByRole('heading', { name: 'Control tower' }).waitFor()
  return { context, page, wrong }
}

before(async () => {
  const executablePath = chromiumOrSkip()
  await world.start()
  for (let tries = 0; tries < 100; ++tries) {
    const list = await world.read('/v1/orders?status=in_fulfilment,partially_shipped,accepted,partially_delivered&limit=1')
    order = list.items?.[0]?.number
    if (order) break
    await new Promise((done) => setTimeout(done, 100))
  }
  assert.ok(order, 'the world has an open order')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
})

after(async () => {
  await browser?.close()
  await world.stop()
})

describe('logging in', () => {
  test('the one-time link logs in, and its token leaves the address', async () => {
    const { context, page, wrong } = await loggedIn()
    assert.ok(!page.url().includes('token'), page.url())
    await page.reload()
    await page.getByRole('heading', { name: 'Control tower' }).waitFor()
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('without a session there is the log-in page, which says when a token is wrong', async () => {
    const context = await newContext()
    const page = await context.newPage()
    await page.goto(`${world.url}/o/${order}`)
    await page.getByRole('button', { name: 'Use the token of the server' }).click()
    await page.getByLabel('Token').fill('tf_wrong')
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.getByText('That token is not known here').waitFor()
    const found = await new AxeBuilder({ page }).analyze()
    assert.deepEqual(found.violations.map((one) => one.id), [])
    await page.getByLabel('Token').fill(world.token)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: order }).waitFor()
    await context.close()
  })
})

describe('each screen is axe clean, breaks no rule of the server, and asks nobody else', () => {
  const screens = {
    tower: ['/tower', 'Control tower'],
    orders: ['/orders', 'Orders'],
    order: [undefined, undefined],
    inbox: ['/inbox', 'Work inbox'],
    site: ['/site', undefined],
    finance: ['/finance?status=posted', 'Invoice desk'],
  }
  for (const colorScheme of ['light', 'dark']) {
    for (const [name, [path, heading]] of Object.entries(screens)) {
      test(`${name}, ${colorScheme}`, async () => {
        const { context, page, wrong } = await loggedIn({ colorScheme })
        await page.goto(world.url + (path ?? `/o/${order}`))
        await page.getByRole('heading', heading ? { name: heading, level: 1 } : { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle', { timeout: 2000 }).catch(() => undefined)
        await page.waitForTimeout(600)
        const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
        if (pictures) {
          mkdirSync(pictures, { recursive: true })
          await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) })
        }
        const said = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`)
        assert.deepEqual(said, [])
        assert.deepEqual(wrong, [])
        await context.close()
      })
    }
  }
})

describe('by keyboard alone', () => {
  test('from the tower to an order, its timeline, the next order, and back', async () => {
    const { context, page, wrong } = await loggedIn()
    await page.keyboard.type('go')
    await page.getByRole('grid', { name: 'Orders' }).waitFor()
    await page.locator('[role=row][aria-selected=true] a').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const wanted = await page.locator('[role=row][aria-selected=true] a').innerText()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: wanted, level: 1 }).waitFor()
    await page.keyboard.press('t')
    await page.waitForURL(/zoom=steps/)
    await page.keyboard.press(']')
    await page.waitForURL((url) => !url.pathname.endsWith(wanted))
    await page.keyboard.press('[')
    await page.getByRole('heading', { name: wanted, level: 1 }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('grid', { name: 'Orders' }).waitFor()
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('a case is chosen, and its outcome asked for; the sheet of keys opens and closes', async () => {
    const { context, page, wrong } = await loggedIn()
    await page.keyboard.type('gw')
    await page.getByRole('grid', { name: 'Work' }).waitFor()
    await page.getByRole('group', { name: 'Outcomes' }).waitFor()
    await page.keyboard.press('j')
    await page.waitForURL(/case=[A-Z]+-/)
    const assign = page.getByRole('button', { name: /Give it to somebody/ })
    await assign.waitFor()
    await page.keyboard.press(await assign.locator('kbd').innerText())
    await page.getByRole('dialog').getByLabel('To whom').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Keyboard' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('letters in the search box are letters, and Enter finds the order', async () => {
    const { context, page } = await loggedIn()
    await page.keyboard.press('/')
    await page.keyboard.type('go')
    assert.ok(page.url().endsWith('/tower'))
    await page.getByRole('combobox', { name: 'Find an order or a page' }).fill(order)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: order, level: 1 }).waitFor()
    await context.close()
  })
})

describe('the list of orders', () => {
  test('the address holds the filters: a link shows the same, a chip changes it', async () => {
    const { context, page } = await loggedIn()
    const list = await world.read('/v1/orders?status=completed,cancelled&limit=1')
    await page.goto(`${world.url}/orders?status=completed,cancelled`)
    await page.getByText(new Intl.NumberFormat('en-GB').format(list.total), { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'Remove filter Status' }).click()
    await page.waitForURL((url) => url.pathname === '/orders' && url.search === '')
    await context.close()
  })

  test('holds only the rows that are seen, and reads further windows as one scrolls', async () => {
    const { context, page } = await loggedIn()
    await page.goto(`${world.url}/orders`)
    const grid = page.getByRole('grid', { name: 'Orders' })
    await grid.locator('[aria-rowindex="2"]').waitFor()
    const total = Number(await grid.getAttribute('aria-rowcount'))
    assert.ok(total > 100, `${total} rows`)
    assert.ok((await grid.getByRole('row').count()) < 80)
    await page.keyboard.press('End')
    await page.keyboard.press('End')
    await grid.locator('[aria-rowindex="120"]').waitFor({ state: 'attached' })
    await context.close()
  })

  test('is exported with all its rows, in the order of the screen', async () => {
    const { context, page, wrong } = await loggedIn()
    await page.goto(`${world.url}/orders?sort=value`)
    const grid = page.getByRole('grid', { name: 'Orders' })
    const first = await grid.locator('[aria-rowindex="2"] a').innerText()
    const total = Number(await grid.getAttribute('aria-rowcount')) - 1
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')])
    const rows = readFileSync(await download.path(), 'utf8').trimEnd().split('\r\n')
    assert.equal(rows.length, total + 1)
    assert.equal(rows[1].split(',')[0], first)
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('a filter that hides all says so and can be cleared', async () => {
    const { context, page } = await loggedIn()
    await page.goto(`${world.url}/orders?q=no-such-order`)
    await page.getByText('No order matches. 1 filter is active.').waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.getByRole('grid', { name: 'Orders' }).waitFor()
    await context.close()
  })
})

describe('live', () => {
  test('a change of the order shows on its page by itself', async () => {
    const { context, page } = await loggedIn()
    await page.goto(`${world.url}/o/${order}`)
    await page.getByRole('heading', { name: order, level: 1 }).waitFor()
    await page.getByText('Live', { exact: true }).waitFor()
    const held = await world.command('orders.place_hold', { scope: 'order', order, reason: 'a test asks', blocks: ['release'] })
    assert.equal(held.status, 200, JSON.stringify(held.body))
    await page.getByRole('heading', { name: /Holds/ }).waitFor({ timeout: 5000 })
    await page.keyboard.press('.')
    await page.getByRole('button', { name: /Lift the hold/ }).last().click()
    await page.getByLabel('Reason').fill('it is over')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: /Holds/ }).waitFor({ state: 'hidden', timeout: 5000 })
    await context.close()
  })

  test('eight tabs cost the server one stream', async () => {
    const { context, page } = await loggedIn()
    await page.getByText('Live', { exact: true }).waitFor()
    world.streamsMax = world.streams
    const before = world.streamsMax
    for (let tab = 0; tab < 7; ++tab) {
      const next = await context.newPage()
      await next.goto(`${world.url}/orders`)
      await next.getByText('Live', { exact: true }).waitFor()
    }
    assert.equal(world.streamsMax, before)
    await context.close()
  })

  test('a server that goes away is said at once, what was read stays, and it is live again when it is back', async () => {
    const { context, page } = await loggedIn()
    await page.goto(`${world.url}/o/${order}`)
    await page.getByText('Live', { exact: true }).waitFor()
    await world.kill()
    await page.getByText(/Reconnecting|Stale since/).waitFor({ timeout: 10_000 })
    assert.ok(await page.getByRole('heading', { name: order, level: 1 }).isVisible())
    await world.serve(world.port)
    await page.goto(`${world.url}/#token=${world.token}`)
    await page.getByText('Live', { exact: true }).waitFor({ timeout: 20_000 })
    await context.close()
  })
})

test(`the first load is at most ${firstLoadMax / 1024} KiB`, async () => {
  const context = await newContext()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const sizes = new Map()
  session.on('Network.responseReceived', ({ requestId, response }) => sizes.set(requestId, { url: response.url, bytes: 0 }))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = sizes.get(requestId)
    if (one) one.bytes = encodedDataLength
  })
  await page.goto(`${world.url}/#token=${world.token}`)
  await page.getByRole('heading', { name: 'Control tower' }).waitFor()
  await page.waitForTimeout(500)
  const files = [...sizes.values()].filter(({ url }) => !url.includes('/v1/'))
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(`first load: ${(total / 1024).toFixed(1)} KiB in ${files.length} files`)
  assert.ok(total > 50 * 1024 && total <= firstLoadMax, `${total} bytes: ${JSON.stringify(files)}`)
  await context.close()
})
