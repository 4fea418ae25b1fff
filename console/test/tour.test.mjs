/// The tour of the living demonstration in Chromium: it is there, its clock obeys, its steps check themselves off from
/// what really happens, it goes away and comes back, and there is a score.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clean, Screen } from './page.mjs'
import { World } from './server.mjs'

const world = new World()
const screen = new Screen(world)

async function until(what, ask) {
  for (let tries = 0; tries < 240; ++tries) {
    const value = await ask()
    if (value) return value
    await new Promise((done) => setTimeout(done, 250))
  }
  throw new Error(`${what} did not happen`)
}

before(async () => {
  await world.startDemo('--speed', '600')
  await screen.start()
})

after(async () => {
  await screen.stop()
  await world.stop()
})

test('the card is there with four people and the clock of the day, and links into the console', async () => {
  const { context, page, wrong } = await screen.operator('/access?tab=keys')
  const card = page.getByRole('complementary', { name: 'Tour of the demo' })
  await card.getByText(/\d of \d+ done/).waitFor()
  for (const person of ['Customer service', 'Warehouse', 'Credit', 'Finance']) assert.ok(await card.getByText(person, { exact: true }).isVisible(), person)
  await clean(page, 'tour-light')
  assert.deepEqual(wrong, [])
  await context.close()
})

test('steps check themselves off when somebody does the work, and not before', async () => {
  const { context, page, wrong } = await screen.operator()
  const card = page.getByRole('complementary', { name: 'Tour of the demo' })
  const doneNow = async () => Number(/(\d+) of/.exec(await card.getByText(/\d of \d+ done/).innerText())[1])
  const step = await until('a step that is ready', async () => {
    const { personas } = await world.read('/v1/demo/tour')
    return personas.flatMap((persona) => persona.steps).find((one) => one.ready && !one.done && one.id.endsWith('_owned'))
  })
  const before = await doneNow()
  await page.evaluate(() => document.querySelectorAll('aside details').forEach((part) => (part.open = true)))
  await card.getByRole('link', { name: `Show me where: ${step.title}` }).click()
  await page.waitForURL((url) => url.pathname + url.search === step.where || url.pathname === step.where.split('?')[0])
  const { planted } = await world.read('/v1/demo/score')
  for (const one of planted.filter((one) => one.code)) {
    const body = { case_id: Number(one.code.replace('CASE-', '')), person: 'anna' }
    await world.command('cases.assign_case', body)
  }
  await until('the step is checked off', async () => (await doneNow()) > before)
  await card.getByRole('listitem').filter({ hasText: step.title }).getByText(/^Done/).first().waitFor()
  assert.deepEqual(wrong, [])
  await context.close()
})

test('the day is paused, goes on, and runs at another speed', async () => {
  const { context, page, wrong } = await screen.operator()
  const card = page.getByRole('complementary', { name: 'Tour of the demo' })
  await card.getByRole('button', { name: 'Pause' }).click()
  await card.getByText('Paused').waitFor()
  const stopped = await world.read('/v1/demo')
  assert.equal(stopped.paused, true)
  await new Promise((done) => setTimeout(done, 300))
  assert.equal((await world.read('/v1/demo')).now, stopped.now)
  await card.getByRole('button', { name: 'Go on' }).click()
  await card.getByText('Paused').waitFor({ state: 'hidden' })
  await card.getByLabel('Speed of the day').selectOption({ label: '1 min is 2 h' })
  await until('the new speed', async () => (await world.read('/v1/demo')).speed === 120)
  assert.deepEqual(wrong, [])
  await context.close()
})

test('is put away, stays away, and is fetched back from the menu or by keyboard', async () => {
  const { context, page, wrong } = await screen.operator()
  const card = page.getByRole('complementary', { name: 'Tour of the demo' })
  await card.getByRole('button', { name: 'Put the tour away' }).click()
  await card.waitFor({ state: 'hidden' })
  await page.reload()
  await page.getByRole('link', { name: 'Score of the day' }).waitFor()
  assert.equal(await card.count(), 0)
  await page.getByRole('button', { name: /log out and more/ }).click()
  await page.getByRole('button', { name: 'Show the tour of the demo' }).click()
  await card.waitFor()
  await page.keyboard.type('gd')
  await card.waitFor({ state: 'hidden' })
  await page.keyboard.type('gd')
  await card.waitFor()
  assert.deepEqual(wrong, [])
  await context.close()
})

for (const colorScheme of ['light', 'dark']) {
  test(`the score names every planted fault with its owner and its cost, ${colorScheme}`, async () => {
    await until('a planted fault that was noticed', async () => (await world.read('/v1/demo/score')).planted?.some((one) => one.found))
    const { context, page, wrong } = await screen.operator('/score', { colorScheme })
    const { planted } = await world.read('/v1/demo/score')
    const table = page.getByRole('region', { name: 'Table of planted faults' })
    for (const one of planted) await table.getByText(one.title, { exact: true }).first().waitFor()
    await page.getByText('it would have cost', { exact: true }).waitFor()
    await clean(page, `score-${colorScheme}`)
    assert.deepEqual(wrong, [])
    await context.close()
  })
}

test('on a narrow screen in the dark the card stands below: axe finds nothing', async () => {
  const { context, page, wrong } = await screen.operator('/access?tab=keys', { colorScheme: 'dark', viewport: { width: 820, height: 900 } })
  await page.getByRole('complementary', { name: 'Tour of the demo' }).getByText(/\d of \d+ done/).waitFor()
  await clean(page, 'tour-narrow-dark')
  assert.deepEqual(wrong, [])
  await context.close()
})

test('when the day is over the card says so, and the score is final', async () => {
  const { context, page, wrong } = await screen.open('/')
  await until('a planted fault', async () => (await world.read('/v1/demo/score')).planted?.some((one) => one.planted))
  // The day takes its time; only its end is told earlier here.
  const over = async (route) => route.fulfill({ json: { ...(await (await route.fetch()).json()), ended: true } })
  await page.route('**/v1/demo', over)
  await page.route('**/v1/demo/score', over)
  await page.goto(`${world.url}/#token=${world.token}`)
  const card = page.getByRole('complementary', { name: 'Tour of the demo' })
  await card.getByText('The day is over').waitFor()
  assert.equal(await card.getByRole('button', { name: 'Pause' }).count(), 0)
  await card.getByRole('link', { name: 'The score of the day' }).click()
  await page.getByRole('heading', { name: 'The score of the day', level: 1 }).waitFor()
  await page.getByText(/\d of \d planted faults? noticed/).waitFor()
  await clean(page, 'score-final-light')
  assert.deepEqual(wrong, [])
  await context.close()
})
