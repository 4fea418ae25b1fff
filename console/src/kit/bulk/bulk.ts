/// One act on many orders, invoices or shipments: the plan, the commands that follow from it, and what became of each.
/// No command is made up here: the server says for each what may be done and gives the body as far as it is known.
import { knownOf } from '@/api/acts'
import { Problem } from '@/api/client'
import { session } from '@/api/session'
import type { Draft, Member } from '@/api/schema'
import { bodyOf } from '@/api/schema'

export interface BulkAct {
  command: string
  title: string
  /// A single key that asks for it.
  key?: string
  /// Cannot be taken back: the count is typed to confirm.
  final?: boolean
  /// Said above the form: what somebody must know before he confirms.
  mind?: string
}

export interface Planned {
  /// The order, invoice or shipment.
  of: string
  title?: string
  allowed?: boolean
  reason?: string
  body?: string
}

/// Told how far it is; false: nobody wants it any more.
export type Told = (many: number) => boolean

/// What a list can be asked to do with many of its rows.
export interface Subject {
  /// One of them, as people say it: "order".
  noun: string
  /// How many one act names at most.
  most: number
  acts: readonly BulkAct[]
  /// All that match a filter, window by window.
  matching(parameters: Record<string, string>, told: Told): Promise<string[]>
  plan(command: string, names: string[], told: Told): Promise<Planned[]>
}

export interface Line {
  of: string
  /// The same for every try: a command that was taken in is never taken twice.
  key: string
  body: Record<string, unknown>
  state: 'waiting' | 'done' | 'refused' | 'failed'
  said: string
}

const sendPart = 500

/// What may not be done, by reason, the most frequent first, with some names as samples.
export function reasonsOf(plan: readonly Planned[]): { reason: string; many: number; samples: string[] }[] {
  const groups = new Map<string, string[]>()
  for (const one of plan) {
    if (one.allowed) continue
    const reason = one.reason ?? 'not now'
    groups.set(reason, [...(groups.get(reason) ?? []), one.of])
  }
  return [...groups]
    .map(([reason, names]) => ({ reason, many: names.length, samples: names.slice(0, 5) }))
    .sort((a, b) => b.many - a.many)
}

/// The commands of a plan, each with its key; or what is wrong with what was typed.
export function linesOf(
  plan: readonly Planned[],
  asked: { command: string; members: Member[]; draft: Draft; batch: string },
): Line[] | { wrong: string; detail: string } {
  const lines: Line[] = []
  for (const [at, one] of plan.filter((each) => each.allowed).entries()) {
    const made = bodyOf(asked.members, asked.draft, knownOf({ command: asked.command, body: one.body }))
    if ('wrong' in made) return made
    lines.push({ of: one.of, key: `${asked.batch}-${at + 1}`, body: made.body as Record<string, unknown>, state: 'waiting', said: '' })
  }
  return lines
}

/// The members of a form that the plan does not know for all of them already.
export function askedMembers(members: readonly Member[], plan: readonly Planned[]): Member[] {
  const known = plan.filter((one) => one.allowed).map((one) => JSON.parse(one.body ?? '{}') as Record<string, unknown>)
  return members.filter((member) => !known.every((body) => member.name in body))
}

/// Lines that a server was asked about and that took no effect as far as is known: the same keys may be sent again.
export function openLines(lines: readonly Line[]): Line[] {
  return lines.filter((line) => line.state === 'waiting' || line.state === 'failed')
}

export function ndjson(command: string, lines: readonly Line[]): string {
  return lines.map((line) => JSON.stringify({ command, message_id: line.key, body: line.body })).join('\n')
}

interface LineAnswer {
  line: number
  outcome?: string
  problem?: { status?: number; title?: string; detail?: string; code?: string }
}

/// Puts the answers to the lines that were sent. A refusal is final; anything else may be tried again.
export function answered(sent: readonly Line[], text: string): Map<string, Line> {
  const fresh = new Map<string, Line>()
  for (const row of text.split('\n')) {
    if (row.trim() === '') continue
    const answer = JSON.parse(row) as LineAnswer
    const line = sent[answer.line - 1]
    if (!line) continue
    const { problem } = answer
    if (!problem) fresh.set(line.key, { ...line, state: 'done', said: answer.outcome ?? 'done' })
    else {
      const final = problem.status === 422 || problem.status === 403 || problem.status === 400
      fresh.set(line.key, { ...line, state: final ? 'refused' : 'failed', said: problem.detail ?? problem.title ?? 'no reason was given' })
    }
  }
  return fresh
}

/// Sends what is open, part by part; tells after each part. A part that did not come through stays open.
export async function sendLines(command: string, lines: readonly Line[], told: (lines: Line[]) => boolean): Promise<void> {
  let all = [...lines]
  const open = openLines(all)
  for (let at = 0; at < open.length; at += sendPart) {
    const part = open.slice(at, at + sendPart)
    let fresh: Map<string, Line>
    try {
      fresh = answered(part, await post(ndjson(command, part)))
    } catch (fault) {
      const said = fault instanceof Error ? fault.message : String(fault)
      fresh = new Map(part.map((line) => [line.key, { ...line, state: 'failed', said }]))
    }
    all = all.map((line) => fresh.get(line.key) ?? line)
    if (!told(all)) return
  }
}

async function post(body: string): Promise<string> {
  let response: Response
  try {
    response = await fetch('/v1/commands', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/x-ndjson', 'X-CSRF-Token': session()?.csrf_token ?? '' },
      body,
    })
  } catch {
    throw new Problem(0, { title: 'The server cannot be reached.' })
  }
  const text = await response.text()
  if (response.ok) return text
  let problem: { title?: string; detail?: string } = {}
  try {
    problem = JSON.parse(text) as typeof problem
  } catch {
    // The status is all that is known.
  }
  throw new Problem(response.status, problem)
}

/// What did not go through, for a spreadsheet.
export function failuresCsv(noun: string, lines: readonly Line[]): string {
  const cell = (text: string) => {
    const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
  }
  const rows = lines.filter((line) => line.state !== 'done').map((line) => [line.of, line.state, line.said].map(cell).join(','))
  return `${[`${noun},state,reason`, ...rows].join('\r\n')}\r\n`
}
