/// People and programs in Chromium on the real server: the first administrator, log-in, what a role may not, a session
/// that ends in the middle of a form, users, keys, the table of roles.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { clean, logIn, Screen } from './page.mjs'
import { World } from './server.mjs'

const world = new World()
const screen = new Screen(world)
const administrator = { user: 'ada', password: 'a long night at the dock' }
const clerk = { user: 'carl', password: 'forty two brown boxes' }
let made = ''
let order

before(async () => {
  await world.start()
  const list = await world.read('/v1/orders?status=in_fulfilment,accepted,partially_shipped,partially_delivered&limit=1')
  order = list.items?.[0]?.number
  assert.ok(order, 'the world has an open order')
  await screen.start()
})

after(async () => {
  await screen.stop()
  await world.stop()
})

async function as({ user, password }, path = '/tower', options = {}) {
  const opened = await screen.open(path, options)
  await logIn(opened.page, user, password)
  await opened.page.getByRole('navigation', { name: 'Main' }).waitFor()
  return opened
}

describe('the first start', () => {
  test('its link makes the administrator, says what is wrong with a password, and leaves the address', async () => {
    assert.ok(world.firstRun, 'the server printed a link')
    const { context, page, wrong } = await screen.open(`/first-run#${world.firstRun}`)
    await page.getByRole('heading', { name: 'Make the first administrator' }).waitFor()
    assert.ok(!page.url().includes(world.firstRun), page.url())
    await clean(page, 'first-run-light')
    await page.keyboard.type(administrator.user)
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ada Lind')
    await page.keyboard.press('Tab')
    await page.keyboard.type('short')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('at least 12 characters').waitFor()
    await page.getByLabel('Password', { exact: true }).fill(administrator.password)
    await page.getByLabel('Password again').fill('something else entirely')
    await page.keyboard.press('Enter')
    await page.getByText('The two passwords differ.').waitFor()
    await page.getByLabel('Password again').fill(administrator.password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Access' }).waitFor()
    await page.getByRole('row', { name: /Ada Lind/ }).getByText('Administrator').waitFor()
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('the link works once, and the token of the server works no more', async () => {
    const { context, page } = await screen.open(`/first-run#${world.firstRun}`)
    await page.getByLabel('Name to log in with').fill('eve')
    await page.getByLabel('Your name').fill('Eve')
    await page.getByLabel('Password', { exact: true }).fill(administrator.password)
    await page.getByLabel('Password again').fill(administrator.password)
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText(/first-run link/).waitFor()
    const methods = page.waitForResponse(/\/v1\/session\/methods$/)
    await page.goto(`${world.url}/`)
    assert.equal((await (await methods).json()).token, false)
    await page.getByRole('button', { name: 'Log in' }).waitFor()
    assert.equal(await page.getByRole('button', { name: 'Use the token of the server' }).count(), 0)
    const refused = await fetch(`${world.url}/v1/orders`, { headers: { Authorization: `Bearer ${world.token}` } })
    assert.equal(refused.status, 401)
    await context.close()
  })
})

describe('users', () => {
  test('are made by keyboard alone; the password that the server made is shown once', async () => {
    const { context, page, wrong } = await as(administrator)
    await page.keyboard.type('ga')
    await page.getByRole('heading', { name: 'Access' }).waitFor()
    await page.getByRole('button', { name: /New user/ }).waitFor()
    await page.keyboard.press('n')
    await page.getByLabel('Name to log in with').waitFor()
    await page.keyboard.type(clerk.user)
    await page.keyboard.press('Tab')
    await page.keyboard.type('Carl Berg')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space') // customer service is the first role
    await clean(page, 'access-new-user-light')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'The password of carl' }).waitFor()
    made = await page.getByRole('textbox', { name: 'The password' }).inputValue()
    assert.ok(made.length >= 12, made)
    await clean(page, 'access-password-once-light')
    await page.getByRole('button', { name: 'I have kept it' }).click()
    await page.getByRole('row', { name: /Carl Berg/ }).getByText('Must choose a password').waitFor()
    assert.equal(await page.getByText(made).count(), 0)
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('who was given a password has to choose another one first', async () => {
    const { context, page, wrong } = await screen.open('/orders')
    await logIn(page, clerk.user, 'not the password')
    await page.getByRole('alert').getByText('That name and password do not fit together.').waitFor()
    await page.getByLabel('Password', { exact: true }).fill(made)
    await page.keyboard.press('Enter')
    await page.getByText('Somebody else chose your password').waitFor()
    await clean(page, 'password-forced-light')
    await page.keyboard.press('Escape')
    await page.getByLabel('Password now').fill(made)
    await page.getByLabel('New password', { exact: true }).fill(clerk.password)
    await page.getByLabel('New password again').fill(clerk.password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Change your password' }).waitFor({ state: 'hidden' })
    await page.getByRole('grid', { name: 'Orders' }).waitFor()
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('get roles, a scope, a limit and a substitute', async () => {
    const { context, page, wrong } = await as(administrator, `/access?user=${clerk.user}`)
    const panel = page.getByRole('region', { name: 'Carl Berg' })
    await panel.getByRole('button', { name: 'Change roles' }).click()
    await page.getByLabel(/^Credit/).check()
    await page.getByRole('button', { name: 'Give these roles' }).click()
    await panel.getByText('Credit', { exact: true }).waitFor()
    await panel.getByRole('button', { name: 'Change limits' }).click()
    await page.getByLabel('Up to').fill('250')
    await page.keyboard.press('Control+Enter')
    await panel.getByText('£250.00').waitFor()
    await panel.getByRole('button', { name: 'Change substitute' }).click()
    await page.getByLabel('Who stands in').selectOption('ada')
    await page.getByLabel('First day').fill('2030-01-01')
    await page.getByLabel('Last day').fill('2030-01-14')
    await page.keyboard.press('Control+Enter')
    await panel.getByText(/Ada Lind, from 01 Jan 2030/).waitFor()
    await panel.getByRole('button', { name: 'Change scope' }).click()
    await page.getByRole('group', { name: 'Sites' }).getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Set this scope' }).click()
    await panel.getByText(/^Only /).waitFor()
    await clean(page, 'access-users-light')
    await panel.getByRole('button', { name: 'Change scope' }).click()
    await page.getByRole('group', { name: 'Sites' }).getByRole('checkbox').first().uncheck()
    await page.getByRole('button', { name: 'Set this scope' }).click()
    await panel.getByText('Everywhere').waitFor()
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('a refusal is the server’s sentence, and what was typed stays', async () => {
    const { context, page } = await as(administrator, '/access')
    await page.keyboard.press('n')
    await page.getByLabel('Name to log in with').fill(clerk.user)
    await page.getByLabel('Name of the person').fill('Carl the Second')
    await page.keyboard.press('Control+Enter')
    const alert = page.getByRole('dialog').getByRole('alert').filter({ hasText: 'Nothing was changed' })
    await alert.getByText(/carl/i).first().waitFor()
    assert.equal(await page.getByLabel('Name of the person').inputValue(), 'Carl the Second')
    await clean(page)
    await context.close()
  })
})

describe('what a role may not', () => {
  test('a page says so in the server’s words, and the menu does not offer it', async () => {
    const { context, page } = await as(clerk)
    assert.equal(await page.getByRole('link', { name: 'Access' }).count(), 0)
    await page.goto(`${world.url}/access`)
    const refused = await page.evaluate(() => fetch('/v1/users').then((answer) => answer.json()))
    assert.equal(refused.status, 403)
    await page.getByRole('alert').getByText(refused.detail).waitFor()
    await clean(page, 'access-refused-light')
    await context.close()
  })
})

describe('a session that ends', () => {
  test('is renewed above the form: what was typed is sent, once', async () => {
    const { context, page, wrong } = await as(clerk, `/o/${order}`)
    await page.getByRole('heading', { name: order, level: 1 }).waitFor()
    await page.keyboard.press('.')
    await page.getByRole('button', { name: 'Put it on hold' }).last().click()
    await page.getByLabel('Reason').fill('the customer is on the phone')
    await context.clearCookies()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor()
    await page.keyboard.press('Escape')
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), clerk.user)
    await clean(page, 'session-ended-light')
    await page.getByLabel('Password', { exact: true }).fill(clerk.password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor({ state: 'hidden' })
    await page.getByText(/the customer is on the phone/).first().waitFor()
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('logging out ends it for good', async () => {
    const { context, page } = await as(clerk)
    await page.getByRole('button', { name: /Carl Berg/ }).click()
    await page.getByRole('button', { name: 'Log out', exact: true }).click()
    await page.getByRole('heading', { name: 'Log in to Truefill' }).waitFor()
    await clean(page, 'log-in-light')
    await page.goto(`${world.url}/orders`)
    await page.getByRole('heading', { name: 'Log in to Truefill' }).waitFor()
    await context.close()
  })
})

describe('keys', () => {
  const withKey = (key) => fetch(`${world.url}/v1/orders?limit=1`, { headers: { Authorization: `Bearer ${key}` } }).then(({ status }) => status)
  let first
  let second

  test('are shown once, and work', async () => {
    const { context, page, wrong } = await as(administrator, '/access?tab=keys')
    await page.getByText('No program comes in yet.').waitFor()
    await page.keyboard.press('n')
    await page.getByLabel('Of whom').fill('shop')
    await page.getByLabel(/^Customer service/).check()
    await page.getByLabel('Days until it ends').fill('10')
    await page.keyboard.press('Control+Enter')
    first = await page.getByRole('textbox', { name: 'The key' }).inputValue()
    assert.match(first, /^tf_/)
    await page.getByRole('button', { name: 'I have kept it' }).click()
    await page.getByText('Ends in').waitFor()
    await page.getByText('1 key ends within 14 days: shop', { exact: false }).waitFor()
    await clean(page, 'access-keys-light')
    assert.equal(await withKey(first), 200)
    assert.deepEqual(wrong, [])
    await context.close()
  })

  test('are rotated with an overlap, and revoked', async () => {
    const { context, page } = await as(administrator, '/access?tab=keys')
    await page.getByRole('button', { name: 'Rotate the key of shop' }).click()
    await page.getByLabel('Days that both work').fill('3')
    await page.keyboard.press('Control+Enter')
    second = await page.getByRole('textbox', { name: 'The key' }).inputValue()
    await page.getByRole('button', { name: 'I have kept it' }).click()
    await page.getByText(/Replaced; works/).waitFor()
    assert.notEqual(second, first)
    assert.deepEqual([await withKey(first), await withKey(second)], [200, 200])
    await page.getByRole('button', { name: 'Revoke the key of shop' }).last().click()
    await page.getByRole('button', { name: 'Revoke it now' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    const left = [await withKey(first), await withKey(second)]
    assert.deepEqual(left.sort(), [200, 401])
    await page.getByLabel(/Also the 1 that ended/).check()
    await page.getByText('Revoked').waitFor()
    await context.close()
  })
})

describe('the table of roles', () => {
  test('is filtered by act and by role, and the address holds the role', async () => {
    const { context, page, wrong } = await as(administrator, '/access?tab=roles')
    const rows = page.getByRole('region', { name: 'Roles and acts' }).getByRole('row')
    await rows.nth(20).waitFor()
    const all = await rows.count()
    assert.ok(all > 100, `${all} rows`)
    await page.keyboard.press('f')
    await page.keyboard.type('write off')
    await page.getByRole('rowheader', { name: 'Billing: write off' }).waitFor()
    assert.equal(await rows.count(), 2)
    await page.getByLabel('What one role may').selectOption('warehouse')
    await page.getByText('No act fits.').waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByLabel('What one role may').selectOption('credit')
    await page.waitForURL(/role=credit/)
    const credit = await rows.count()
    assert.ok(credit > 5 && credit < all, `${credit} rows`)
    assert.deepEqual(wrong, [])
    await context.close()
  })
})

for (const [name, path] of [
  ['users', '/access?user=carl'],
  ['keys', '/access?tab=keys'],
  ['roles', '/access?tab=roles'],
]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`access, ${name}, ${colorScheme}: axe finds nothing`, async () => {
      const { context, page, wrong } = await as(administrator, path, { colorScheme })
      await page.getByRole('table').waitFor()
      await clean(page, `access-${name}-${colorScheme}`)
      assert.deepEqual(wrong, [])
      await context.close()
    })
  }
}

test('the log-in page in the dark: axe finds nothing', async () => {
  const { context, page } = await screen.open('/', { colorScheme: 'dark' })
  await page.getByRole('heading', { name: 'Log in to Truefill' }).waitFor()
  await clean(page, 'log-in-dark')
  await context.close()
})

test('a provider of log-ins that the server offers has a button; none offers none', async () => {
  const { context, page, wrong } = await screen.open('/')
  await page.getByRole('heading', { name: 'Log in to Truefill' }).waitFor()
  await page.waitForLoadState('networkidle')
  assert.equal(await page.getByRole('link', { name: /^Log in with/ }).count(), 0)
  const offered = { password: true, providers: [{ name: 'Corp', url: '/v1/session/oidc' }] }
  await page.route('**/v1/session/methods', (route) => route.fulfill({ json: offered }))
  await page.reload()
  const button = page.getByRole('link', { name: 'Log in with Corp' })
  await button.waitFor()
  assert.equal(await button.getAttribute('href'), '/v1/session/oidc')
  await clean(page, 'log-in-provider-light')
  assert.deepEqual(wrong, [])
  await context.close()
})

test('whoever is deactivated is out at once', async () => {
  const his = await as(clerk)
  const { context, page } = await as(administrator, `/access?user=${clerk.user}`)
  const panel = page.getByRole('region', { name: 'Carl Berg' })
  await panel.getByRole('button', { name: 'Deactivate' }).click()
  await page.getByLabel('Reason').fill('has left')
  await page.keyboard.press('Control+Enter')
  await panel.getByText('Deactivated').waitFor()
  await his.page.goto(`${world.url}/orders`)
  await logIn(his.page, clerk.user, clerk.password)
  await his.page.getByRole('alert').getByText(/do not fit together|deactivated|not active/).waitFor()
  await panel.getByRole('button', { name: 'Reactivate' }).click()
  await page.keyboard.press('Control+Enter')
  await panel.getByText('Active', { exact: true }).waitFor()
  await his.context.close()
  await context.close()
})
