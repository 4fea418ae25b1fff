/// Pictures of every screen for the docs, in both themes, from the living demonstration on the real server.
///
///   node console/test/screens.mjs [folder]        TRUEFILL_BIN names the program; writes into docs/screens
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Screen } from './page.mjs'
import { smaller } from './png.mjs'
import { World } from './server.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const folder = process.argv[2] ?? join(here, '../../docs/screens')
const size = { width: 1440, height: 900 }
const world = new World()
const screen = new Screen(world)
mkdirSync(folder, { recursive: true })

/// The first order of a list that has one; lists in the order in which they make the better picture.
async function orderOf(...lists) {
  for (const list of lists) {
    const found = await world.read(`/v1/orders?${list}&limit=1`)
    if (found.items?.[0]) return found.items[0].number
  }
  throw new Error('the world has no such order')
}

/// An order about which another system says something else, when there is one.
async function disputed() {
  const { items } = await world.read('/v1/orders?case=true&sort=changed&limit=60')
  for (const { number } of items ?? []) {
    const page = await world.read(`/v1/orders/${number}`)
    if (page.lines?.length < 60 && page.systems?.some((one) => one.verdict === 'contradicts')) return number
  }
  return undefined
}

async function screens() {
  const open = 'status=in_fulfilment,partially_shipped,accepted,held,partially_delivered'
  const order = (await disputed()) ?? (await orderOf(`${open}&case=true&sort=cases`, open, 'sort=changed'))
  const cases = await world.read('/v1/cases?sort=due&limit=50')
  const one = cases.items.find((each) => each.category === 'credit_exceeded') ?? cases.items.find((each) => each.order) ?? cases.items[0]
  return [
    { name: 'tower', path: '/tower' },
    { name: 'tour', path: '/tower' },
    { name: 'orders', path: '/orders?sort=changed' },
    { name: 'orders-peek', path: `/orders?sort=cases&peek=${order}` },
    {
      name: 'orders-plan',
      path: '/orders?sort=changed',
      async act(page) {
        await page.locator('[role=grid] [aria-rowindex="2"] a').waitFor()
        await page.keyboard.press('Control+a')
        await page.keyboard.press('r')
        await page.getByText('Nothing has been sent yet.').waitFor()
      },
    },
    { name: 'order', path: `/o/${order}` },
    { name: 'inbox', path: `/inbox${one ? `?case=${one.code}` : ''}` },
    { name: 'warehouse', path: `/site/${world.site ?? ''}` },
    {
      name: 'invoices',
      path: '/finance',
      act: (page) => page.getByText('Waiting for money').click(),
    },
    {
      name: 'invoices-plan',
      path: '/finance?status=posted',
      async act(page) {
        await page.locator('[role=grid] [aria-rowindex="8"]').waitFor()
        await page.keyboard.press('x')
        for (let row = 0; row < 5; ++row) await page.keyboard.press('j')
        await page.keyboard.press('Shift+X')
        await page.keyboard.press('r')
        await page.getByText('Nothing has been sent yet.').waitFor()
      },
    },
    { name: 'access', path: '/access?tab=roles' },
    { name: 'score', path: '/score' },
    {
      name: 'keys',
      path: '/tower',
      async act(page) {
        await page.keyboard.press('?')
        await page.getByRole('heading', { name: 'Keyboard' }).waitFor()
      },
    },
  ]
}

await world.startDemo('--speed', process.env.SPEED ?? '180', '--hours', '24')
await screen.start()
try {
  await new Promise((done) => setTimeout(done, Number(process.env.AFTER ?? 150) * 1000))
  const { cutoffs } = await world.read('/v1/overview')
  world.site = [...(cutoffs ?? [])].sort((a, b) => (b.open_releases ?? 0) - (a.open_releases ?? 0))[0]?.site
  for (const wanted of await screens()) {
    for (const colorScheme of ['light', 'dark']) {
      const { context, page } = await screen.operator(wanted.path, { colorScheme, viewport: size, reducedMotion: 'reduce' })
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.getByText('Live', { exact: true }).waitFor().catch(() => undefined)
      if (wanted.name !== 'tour') await page.getByRole('button', { name: 'Put the tour away' }).click().catch(() => undefined)
      await wanted.act?.(page)
      await page.waitForTimeout(900)
      const path = join(folder, `${wanted.name}-${colorScheme}.png`)
      const picture = smaller(await page.screenshot())
      writeFileSync(path, picture)
      console.log(`${wanted.name}-${colorScheme}: ${Math.round(picture.length / 1024)} KiB`)
      await context.close()
    }
  }
} finally {
  await screen.stop()
  await world.stop()
}
