/// A real server with a day of a real wholesaler's orders, and a door in front of it that counts what browsers ask for.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/// A folder that `vite build` has made: its files stand in for those in the program, which need not be built anew then.
const built = process.env.CONSOLE_DIST
const types = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' }

/// A file of the build, for a path as `/assets/index.js`; packed, where the browser takes it so.
function builtFile({ url, headers }) {
  const name = /^\/(assets\/[\w.-]+|truefill\.svg)$/.exec(url)?.[1]
  const path = built && name ? join(built, name) : ''
  if (path === '' || !existsSync(path)) return undefined
  const packed = headers['accept-encoding']?.includes('gzip') && existsSync(`${path}.gz`)
  const type = { 'Content-Type': types[path.split('.').at(-1)] }
  return packed
    ? { bytes: readFileSync(`${path}.gz`), headers: { ...type, 'Content-Encoding': 'gzip' } }
    : { bytes: readFileSync(path), headers: type }
}

/// The page of the build, with the nonce that the server has given to this answer.
function builtPage(answer) {
  const nonce = /'nonce-([^']+)'/.exec(answer.headers['content-security-policy'] ?? '')?.[1]
  return built && nonce ? readFileSync(join(built, 'index.html'), 'utf8').replaceAll('__NONCE__', nonce) : undefined
}

export function programOrSkip() {
  const program = process.env.TRUEFILL_BIN ?? join(root, 'build/ship/truefill')
  if (!existsSync(program)) {
    console.error(`No program at ${program}: set TRUEFILL_BIN.`)
    process.exit(77)
  }
  return program
}

export function chromiumOrSkip() {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser']
  const found = process.env.CHROMIUM ?? places.find((place) => existsSync(place))
  if (!found) {
    console.error('Chromium is not installed: tools/setup --browser installs it.')
    process.exit(77)
  }
  return found
}

export class World {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'truefill-console-'))
    this.journal = process.env.TRUEFILL_JOURNAL ?? join(this.folder, 'day.tf')
    this.program = programOrSkip()
    this.streams = 0
    this.streamsMax = 0
  }

  async start() {
    if (!process.env.TRUEFILL_JOURNAL) {
      execFileSync(this.program, ['demo', '--days', '1', '--keep', this.journal], { cwd: root, stdio: 'ignore' })
    }
    await this.serve()
    await this.openDoor()
  }

  /// A server on a journal without anything in it.
  async startEmpty() {
    await this.serve()
    await this.openDoor()
  }

  /// The living demonstration, with its systems and its tour.
  async startDemo(...more) {
    await this.run(['demo', '--port', '0', '--no-report', ...more])
    await this.openDoor()
  }

  serve(port = 0) {
    return this.run(['serve', '--journal', this.journal, '--port', String(port)])
  }

  run(words) {
    this.server = spawn(this.program, words, { cwd: root })
    let said = ''
    return new Promise((ready, failed) => {
      const hear = (piece) => {
        said += piece
        this.token = /tf_[0-9a-f]{20,}/.exec(said)?.[0] ?? this.token
        this.firstRun = /\/first-run#(\S+)/.exec(said)?.[1] ?? this.firstRun
        const url = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(said)
        if (!url || !/listening|Ctrl\+C/.test(said)) return
        this.port = Number(url[1])
        ready()
      }
      this.server.stdout.on('data', hear)
      this.server.stderr.on('data', hear)
      this.server.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${said}`)))
    })
  }

  kill() {
    this.server.removeAllListeners('exit')
    return new Promise((done) => {
      this.server.once('exit', done)
      this.server.kill('SIGKILL')
    })
  }

  /// All requests go through here, unchanged; streams of events are counted.
  openDoor() {
    this.door = createServer((request, response) => {
      const isStream = request.url.startsWith('/v1/events')
      const file = builtFile(request)
      if (file) return void response.writeHead(200, file.headers).end(file.bytes)
      const onward = ask(
        { host: '127.0.0.1', port: this.port, path: request.url, method: request.method, headers: request.headers },
        (answer) => {
          if (isStream && answer.statusCode === 200) {
            this.streams += 1
            this.streamsMax = Math.max(this.streamsMax, this.streams)
            answer.on('close', () => (this.streams -= 1))
          }
          const page = builtPage(answer)
          if (page) {
            const { 'content-length': _, ...headers } = answer.headers
            answer.resume()
            return void response.writeHead(answer.statusCode, headers).end(page)
          }
          response.writeHead(answer.statusCode, answer.headers)
          answer.pipe(response)
          answer.on('error', () => response.destroy())
        },
      )
      onward.on('error', () => response.destroy())
      response.on('close', () => onward.destroy())
      request.pipe(onward)
    })
    return new Promise((done) => {
      this.door.listen(0, '127.0.0.1', () => {
        this.url = `http://127.0.0.1:${this.door.address().port}`
        done()
      })
    })
  }

  async read(path) {
    const answer = await fetch(`${this.url}${path}`, { headers: { Authorization: `Bearer ${this.token}` } })
    return answer.json()
  }

  async command(name, body, key = crypto.randomUUID()) {
    const answer = await fetch(`${this.url}/v1/commands/${name}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.token}`, 'Idempotency-Key': key, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: await answer.json() }
  }

  async stop() {
    this.door?.closeAllConnections()
    this.door?.close()
    if (this.server) await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

