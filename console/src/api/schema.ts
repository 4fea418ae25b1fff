/// What a command takes, read from /openapi.json: forms are made from it, so they cannot disagree with the server.

export interface Member {
  name: string
  title: string
  kind: 'text' | 'integer' | 'flag' | 'choice' | 'choices' | 'time' | 'money' | 'line_units' | 'json'
  required: boolean
  choices: string[]
  help?: string
}

type Schema = Record<string, unknown>

function resolve(document: Schema, schema: unknown, depth = 0): Schema {
  const at = (schema ?? {}) as Schema
  if (typeof at.$ref !== 'string' || depth > 8) return at
  let found: unknown = document
  for (const part of at.$ref.replace(/^#\//, '').split('/')) found = (found as Schema | undefined)?.[part]
  return resolve(document, found, depth + 1)
}

function typeOf(schema: Schema): string {
  const type = schema.type
  return Array.isArray(type) ? String(type.find((one) => one !== 'null')) : String(type ?? '')
}

/// Undefined when the document does not know the command.
export function membersOf(document: Schema, command: string): Member[] | undefined {
  const paths = (document.paths ?? {}) as Record<string, Schema>
  const path = paths[`/v1/commands/${command}`]
  const post = path?.post as Schema | undefined
  const content = ((post?.requestBody as Schema | undefined)?.content ?? {}) as Record<string, Schema>
  const schema = resolve(document, content['application/json']?.schema)
  const properties = schema.properties as Record<string, unknown> | undefined
  if (!properties) return undefined
  const required = new Set((schema.required as string[] | undefined) ?? [])
  return Object.entries(properties).map(([name, raw]) => {
    const member = resolve(document, raw)
    const items = resolve(document, member.items)
    const title = name.replace(/_/g, ' ')
    return {
      name,
      title: title.charAt(0).toUpperCase() + title.slice(1),
      required: required.has(name),
      help: typeof member.description === 'string' ? member.description : undefined,
      ...kindOf(member, items),
    }
  })
}

function kindOf(member: Schema, items: Schema): Pick<Member, 'kind' | 'choices'> {
  const texts = (list: unknown) => (Array.isArray(list) ? list.map(String) : [])
  if (member.enum) return { kind: 'choice', choices: texts(member.enum) }
  const type = typeOf(member)
  if (type === 'array' && items.enum) return { kind: 'choices', choices: texts(items.enum) }
  if (type === 'integer') return { kind: 'integer', choices: [] }
  if (type === 'boolean') return { kind: 'flag', choices: [] }
  if (type === 'string') return { kind: member.format === 'date-time' ? 'time' : 'text', choices: [] }
  return { kind: 'json', choices: [] }
}

/// "3 12" and "5 1", a line each.
function lineUnits(text: string): { line: number; quantity: number }[] | undefined {
  const units = []
  for (const row of text.split(/[\n,;]/).filter((one) => one.trim() !== '')) {
    const pair = /^\s*(\d{1,6})[\sx×:]+(\d{1,9})\s*$/.exec(row)
    if (!pair) return undefined
    units.push({ line: Number(pair[1]), quantity: Number(pair[2]) })
  }
  return units
}

export type Draft = Record<string, string | boolean | string[]>

/// The command's body, or the member that cannot be understood.
export function bodyOf(
  members: readonly Member[],
  draft: Draft,
  known: Record<string, unknown>,
): { body: Record<string, unknown> } | { wrong: string; detail: string } {
  const body: Record<string, unknown> = { ...known }
  for (const member of members) {
    if (member.name in known) continue
    const value = draft[member.name]
    const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    if (empty) {
      if (member.required && member.kind !== 'flag') return { wrong: member.name, detail: 'is needed' }
      continue
    }
    if (member.kind === 'integer') {
      if (!/^-?\d{1,15}$/.test(String(value).trim())) return { wrong: member.name, detail: 'is a whole number' }
      body[member.name] = Number.parseInt(String(value), 10)
    } else if (member.kind === 'money') {
      const parts = /^\s*(-?\d{1,12}(?:\.\d{1,6})?)\s*([A-Z]{3})\s*$/i.exec(String(value))
      if (!parts) return { wrong: member.name, detail: 'is an amount and a currency, as in 120.50 GBP' }
      body[member.name] = { amount: parts[1], currency: parts[2]?.toUpperCase() }
    } else if (member.kind === 'line_units') {
      const units = lineUnits(String(value))
      if (!units) return { wrong: member.name, detail: 'are pairs of a line and a number of units' }
      body[member.name] = units
    } else if (member.kind === 'json') {
      try {
        body[member.name] = JSON.parse(String(value))
      } catch {
        return { wrong: member.name, detail: 'is not JSON' }
      }
    } else {
      body[member.name] = value
    }
  }
  return { body }
}
