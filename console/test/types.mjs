/// The types of the API as the server's own document says it: src/api/contract.d.ts.
///
///   npm run types                       writes it; TRUEFILL_BIN names the program
///   node test/types.mjs --check URL TOKEN    fails when the committed file says something else
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { World } from './server.mjs'

const file = join(dirname(fileURLToPath(import.meta.url)), '../src/api/contract.d.ts')
const head = `/// Made by \`npm run types\` from /openapi.json of the server. Do not edit: a test compares it with the document.\n\n`

export async function typesOf(url, token) {
  const answer = await fetch(`${url}/openapi.json`, { headers: { Authorization: `Bearer ${token}` } })
  if (!answer.ok) throw new Error(`The server answered ${answer.status} for /openapi.json.`)
  return head + astToString(await openapiTS(await answer.json()))
}

const [flag, url, token] = process.argv.slice(2)
if (flag === '--check') {
  const fresh = await typesOf(url, token)
  const kept = readFileSync(file, 'utf8')
  if (fresh !== kept) {
    const [made, had] = [fresh.split('\n'), kept.split('\n')]
    const at = made.findIndex((line, index) => line !== had[index])
    console.error('console/src/api/contract.d.ts is not what this server says. Run: npm --prefix console run types')
    console.error(`The first difference is in line ${at + 1}:\n  file:   ${had[at]}\n  server: ${made[at]}`)
    process.exit(1)
  }
  console.log('The types are those of this server.')
} else {
  const world = new World()
  try {
    await world.serve()
    writeFileSync(file, await typesOf(`http://127.0.0.1:${world.port}`, world.token))
    console.log(`Written: ${file}`)
  } finally {
    await world.stop()
  }
}
