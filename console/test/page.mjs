/// What the tests in the browser share: pages that collect whatever must never happen, and axe.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { chromiumOrSkip } from './server.mjs'

const pictures = process.env.SHOTS
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export class Screen {
  constructor(world) {
    this.world = world
  }

  async start() {
    this.browser = await chromium.launch({ executablePath: chromiumOrSkip(), args: ['--no-sandbox', '--disable-gpu'] })
  }

  /// A page that does not answer fails its test soon, not after minutes.
  async open(path, options = {}) {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/London', ...options })
    context.setDefaultTimeout(8000)
    const page = await context.newPage()
    const wrong = []
    page.on('pageerror', (fault) => wrong.push(`exception: ${fault.message}`))
    page.on('console', (message) => {
      const text = message.text()
      // What the server refuses is a part of these tests; a page shows it, and the browser says so too.
      const expected = text.includes('ERR_ABORTED') || /status of (401|403|404|422|503)/.test(text)
      if (message.type() === 'error' && !expected) wrong.push(`console: ${text}`)
    })
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== this.world.url) wrong.push(`request to ${origin}`)
    })
    await page.goto(this.world.url + path)
    return { context, page, wrong }
  }

  async operator(path = '/tower', options = {}) {
    const opened = await this.open(`/#token=${this.world.token}`, options)
    await opened.page.getByRole('heading', { name: 'Control tower' }).waitFor()
    if (path !== '/tower') await opened.page.goto(this.world.url + path)
    return opened
  }

  async stop() {
    await this.browser?.close()
  }
}

/// Fails with what axe found, and keeps a picture where pictures are wanted.
export async function clean(page, name) {
  if (pictures && name) {
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `${name}.png`) })
  }
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`),
    [],
  )
}

export async function logIn(page, user, password) {
  await page.getByLabel('Name', { exact: true }).fill(user)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}
