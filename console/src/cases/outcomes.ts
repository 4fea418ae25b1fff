/// What may be done about a row of the inbox, each outcome with its key.
import { knownOf } from '@/api/acts'
import type { Act } from '@/api/types'
import type { Asked } from '@/kit/CommandDialog'
import { plain } from '@/kit/format'

export interface Outcome extends Asked {
  key: string
}

const resolutions: [code: string, title: string][] = [
  ['accepted', 'Accept as it is'],
  ['corrected', 'Corrected'],
  ['counted', 'Counted'],
  ['resent', 'Sent again'],
  ['cancelled', 'Cancelled'],
]

/// What may be done, each with its key: Enter begins the work, 1 to 9 are the rest.
export function outcomesOf(acts: Act[], incident?: string): Outcome[] {
  const outcomes: Outcome[] = []
  const add = (title: string, act: Act, more: Record<string, unknown> = {}) => {
    const key = act.command === 'cases.start_case' ? 'Enter' : String(outcomes.filter((one) => one.key !== 'Enter').length + 1)
    outcomes.push({ key, title: plain(title), command: act.command, known: { ...knownOf(act), ...more } })
  }
  // What settles the matter itself comes before what only ends the case.
  const rank = ({ command }: Act) => (command === 'cases.start_case' ? 0 : !command.startsWith('cases.') ? 1 : command === 'cases.resolve_case' ? 2 : 3)
  for (const act of acts.filter((one) => one.allowed).sort((a, b) => rank(a) - rank(b))) {
    if (act.command === 'cases.resolve_case') {
      for (const [resolution, title] of resolutions) add(title, act, { resolution })
    } else {
      add(act.title, act)
    }
  }
  // One cause, one answer: whoever may resolve the case may resolve those of its incident, too.
  const number = incidentNumber(incident)
  if (number && acts.some((act) => act.allowed && act.command === 'cases.resolve_case')) {
    const act = { command: 'cases.resolve_incident', title: `Resolve every case of ${incident}`, allowed: true }
    add(act.title, act, { incident: number })
  }
  return outcomes
}

/// Sent, these end the work: the next row comes by itself.
export function ends(command: string): boolean {
  return !['cases.start_case', 'cases.assign_case', 'cases.pause_case', 'cases.reopen_case'].includes(command)
}

/// "INC-12" as commands name it.
function incidentNumber(code: string | undefined): number | undefined {
  const number = /^INC-(\d{1,9})$/.exec(code ?? '')?.[1]
  return number ? Number(number) : undefined
}
