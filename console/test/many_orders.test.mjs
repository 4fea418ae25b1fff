/// 50,000 orders in the list while a hundred changes a second arrive: what the browser makes of it, in frames per
/// second. Prints the figures; fails when rows are wrong, when changes do not show, or when it is unusable.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fill, keepChanging } from './load.mjs'
import { Screen } from './page.mjs'
import { World } from './server.mjs'

const orders = Number(process.env.ORDERS ?? 50_000)
const perSecond = 100
const world = new World()
const screen = new Screen(world)

before(async () => {
  await world.startEmpty()
  await fill(world, orders)
  for (let tries = 0; tries < 200; ++tries) {
    const list = await world.read('/v1/orders?limit=1&count=exact')
    if (list.total === orders) break
    await new Promise((done) => setTimeout(done, 100))
  }
  await screen.start()
})

after(async () => {
  await screen.stop()
  await world.stop()
})

/// Scrolls so many pixels with each frame, and measures the frames.
async function scroll(page, { pixels, seconds }) {
  return page.evaluate(
    ([step, time]) =>
      new Promise((done) => {
        const grid = document.querySelector('[role=grid]')
        const frames = []
        const begun = performance.now()
        let last = begun
        const frame = (now) => {
          frames.push(now - last)
          last = now
          grid.scrollTop += step
          if (now - begun < time * 1000) return requestAnimationFrame(frame)
          const sorted = frames.slice(1).sort((a, b) => a - b)
          done({
            fps: (1000 * (frames.length - 1)) / (last - begun),
            p95: sorted[Math.floor(sorted.length * 0.95)],
            worst: sorted.at(-1),
          })
        }
        requestAnimationFrame(frame)
      }),
    [pixels, seconds],
  )
}

test(`${orders} orders scroll while ${perSecond} changes a second arrive`, { timeout: 120_000 }, async () => {
  const { context, page, wrong } = await screen.operator('/orders')
  const grid = page.getByRole('grid', { name: 'Orders' })
  await grid.locator('[aria-rowindex="2"] a').waitFor()
  assert.equal(await grid.getAttribute('aria-rowcount'), String(orders + 1))
  await page.getByText('Live', { exact: true }).waitFor()
  const stop = keepChanging(world, orders, perSecond)
  await page.waitForTimeout(1500)
  const still = await scroll(page, { pixels: 0, seconds: 4 })
  const slow = await scroll(page, { pixels: 24, seconds: 8 })
  const fast = await scroll(page, { pixels: 400, seconds: 4 })
  // Far down, the window that was jumped to holds the rows that belong there.
  await page.evaluate((row) => (document.querySelector('[role=grid]').scrollTop = row * 32), Math.floor(orders * 0.8))
  const place = Math.floor(orders * 0.8) + 5
  const there = await grid.locator(`[aria-rowindex="${place + 2}"] a`).innerText()
  assert.equal(there, `SO-${orders - place}`)
  await page.evaluate(() => (document.querySelector('[role=grid]').scrollTop = 0))
  await grid.getByText(/^Check \d/).first().waitFor()
  const load = await stop()
  const heap = await page.evaluate(() => performance.memory?.usedJSHeapSize ?? 0)
  const say = (one) => `${one.fps.toFixed(0)} fps, frames p95 ${one.p95.toFixed(0)} ms, worst ${one.worst.toFixed(0)} ms`
  console.log(`changes: ${load.perSecond.toFixed(0)} a second; heap ${(heap / 2 ** 20).toFixed(0)} MiB`)
  console.log(`standing still:      ${say(still)}`)
  console.log(`45 rows a second:    ${say(slow)}`)
  console.log(`750 rows a second:   ${say(fast)}`)
  assert.ok(load.perSecond > perSecond / 2, 'the changes arrived')
  assert.ok(slow.fps > 15, 'one can read while it scrolls')
  assert.deepEqual(wrong, [])
  await context.close()
})
