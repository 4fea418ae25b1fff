/// One act on many: first the plan, which the server makes and which changes nothing, then the commands.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { forms } from '@/api/forms'
import type { Draft } from '@/api/schema'
import { Input } from '@/kit/CommandDialog'
import { downloadText } from '@/kit/download'
import { count, integer } from '@/kit/format'
import kit from '@/kit/kit.module.css'
import { Button } from '@/kit/parts'
import { Failure } from '@/kit/states'
import { askedMembers, type BulkAct, failuresCsv, type Line, linesOf, openLines, type Planned, reasonsOf, sendLines, type Subject } from './bulk'
import css from './bulk.module.css'

export interface Chosen {
  act: BulkAct
  subject: Subject
  /// By name; or a filter that they all match.
  names: string[] | { matching: Record<string, string> }
}

export function BulkDialog({ chosen, onClose }: { chosen: Chosen | undefined; onClose(done: boolean): void }) {
  const [sent, setSent] = useState(false)
  return (
    <ModalOverlay className={kit.veil} isOpen={chosen !== undefined} onOpenChange={(open) => !open && onClose(sent)}>
      <Modal>
        <Dialog className={`${kit.dialog} ${css.dialog}`}>
          {chosen ? (
            <>
              <Heading slot="title">{chosen.act.title}</Heading>
              <Steps chosen={chosen} onSent={() => setSent(true)} onClose={() => onClose(sent)} />
            </>
          ) : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Steps({ chosen, onSent, onClose }: { chosen: Chosen; onSent(): void; onClose(): void }) {
  const [plan, setPlan] = useState<Planned[]>()
  const [read, setRead] = useState('')
  const [fault, setFault] = useState<unknown>()
  const [lines, setLines] = useState<Line[]>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    let wanted = true
    const go = async () => {
      try {
        const names = Array.isArray(chosen.names)
          ? chosen.names
          : await chosen.subject.matching(chosen.names.matching, (many) => {
              if (wanted) setRead(`Reading the list: ${integer(many)}…`)
              return wanted
            })
        const made = await chosen.subject.plan(chosen.act.command, names, (many) => {
          if (wanted) setRead(`Asking the server: ${integer(many)} of ${integer(names.length)}…`)
          return wanted
        })
        if (wanted) setPlan(made)
      } catch (problem) {
        if (wanted) setFault(problem)
      }
    }
    void go()
    return () => {
      wanted = false
    }
  }, [chosen, round])

  if (fault) {
    return (
      <Failure
        fault={fault}
        kept="Nothing was sent."
        retry={() => {
          setFault(undefined)
          setRound(round + 1)
        }}
      />
    )
  }
  if (!plan) return <p role="status">{read === '' ? 'Asking the server…' : read}</p>
  if (lines) return <Sending chosen={chosen} first={lines} onSent={onSent} onClose={onClose} />
  return <PlanStep act={chosen.act} plan={plan} onGo={setLines} onClose={onClose} />
}

function PlanStep(props: { act: BulkAct; plan: Planned[]; onGo(lines: Line[]): void; onClose(): void }) {
  const { act, plan } = props
  const members = useMemo(() => askedMembers(forms[act.command] ?? [], plan), [act.command, plan])
  const [draft, setDraft] = useState<Draft>({})
  const [wrong, setWrong] = useState<{ wrong: string; detail: string }>()
  const [typed, setTyped] = useState('')
  const batch = useRef(`console-${crypto.randomUUID()}`)
  const allowed = plan.filter((one) => one.allowed)
  const reasons = reasonsOf(plan)
  const left = plan.length - allowed.length
  const confirmed = !act.final || typed.replace(/[^\d]/g, '') === String(allowed.length)
  const submit = () => {
    const made = linesOf(plan, { command: act.command, members, draft, batch: batch.current })
    if (Array.isArray(made)) props.onGo(made)
    else setWrong(made)
  }
  const titles = [...new Set(allowed.map((one) => one.title ?? act.title))]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (allowed.length > 0 && confirmed) submit()
      }}
    >
      <p className={css.sum}>
        <b>{integer(allowed.length)}</b> of {count(plan.length, 'step')} can be done now
        {titles.length === 1 && titles[0] !== act.title ? `: ${titles[0]}` : ''}. Nothing has been sent yet.
      </p>
      {allowed.length > 0 ? (
        <p className={`faint ${css.samples}`}>
          {allowed
            .slice(0, 5)
            .map((one) => one.of)
            .join(', ')}
          {allowed.length > 5 ? ` and ${integer(allowed.length - 5)} more` : ''}
        </p>
      ) : null}
      {reasons.length > 0 ? (
        <section className={css.reasons} aria-label="What cannot be done">
          <h3>{left === 1 ? '1 cannot, and is left as it is' : `${integer(left)} cannot, and are left as they are`}</h3>
          <ul>
            {reasons.slice(0, 8).map((group) => (
              <li key={group.reason}>
                <b>{integer(group.many)}</b> <span>{group.reason}</span>
                <small className="faint">
                  {group.samples.join(', ')}
                  {group.many > group.samples.length ? ' …' : ''}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {act.mind && allowed.length > 0 ? <p className={css.mind}>{act.mind}</p> : null}
      {allowed.length > 0
        ? members.map((member, at) => (
            <Input
              key={member.name}
              member={member}
              first={at === 0}
              value={draft[member.name]}
              wrong={wrong?.wrong === member.name ? wrong.detail : undefined}
              onChange={(value) => setDraft({ ...draft, [member.name]: value })}
            />
          ))
        : null}
      {act.final && allowed.length > 0 ? (
        <div className={kit.field}>
          <label htmlFor="bulk-count">This cannot be taken back. Type {allowed.length} to confirm</label>
          <input id="bulk-count" className={kit.input} inputMode="numeric" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </div>
      ) : null}
      <div className={kit.actions}>
        <Button onPress={props.onClose} autoFocus={allowed.length === 0 || (members.length === 0 && !act.final)}>
          Cancel
        </Button>
        <Button look="primary" type="submit" isDisabled={allowed.length === 0 || !confirmed}>
          {act.title}: {integer(allowed.length)}
        </Button>
      </div>
    </form>
  )
}

function Sending(props: { chosen: Chosen; first: Line[]; onSent(): void; onClose(): void }) {
  const { onSent } = props
  const { act, subject } = props.chosen
  const client = useQueryClient()
  const [lines, setLines] = useState(props.first)
  const [busy, setBusy] = useState(false)
  const going = useRef(true)
  const run = async (from: Line[]) => {
    going.current = true
    setBusy(true)
    await sendLines(act.command, from, (fresh) => {
      setLines(fresh)
      return going.current
    })
    setBusy(false)
    onSent()
    await client.invalidateQueries()
  }
  const begun = useRef(false)
  useEffect(() => {
    // Once, also when the development build mounts twice.
    if (begun.current) return
    begun.current = true
    void run(props.first)
  })
  const done = lines.filter((line) => line.state === 'done').length
  const refused = lines.filter((line) => line.state === 'refused')
  const open = openLines(lines)
  const why = reasonsOf([...refused, ...open.filter((line) => line.state === 'failed')].map((line) => ({ of: line.of, reason: line.said })))
  return (
    <div>
      <progress className={css.progress} max={lines.length} value={lines.length - open.length} aria-label="Progress" />
      <p className={css.sum} role="status">
        <b>{integer(done)}</b> of {integer(lines.length)} done
        {refused.length > 0 ? `, ${integer(refused.length)} refused` : ''}
        {!busy && open.length > 0 ? `, ${integer(open.length)} not answered` : ''}
        {busy ? '…' : '.'}
      </p>
      {why.length > 0 ? (
        <section className={css.reasons} aria-label="What did not go through">
          <ul>
            {why.slice(0, 8).map((group) => (
              <li key={group.reason}>
                <b>{integer(group.many)}</b> <span>{group.reason}</span>
                <small className="faint">{group.samples.join(', ')}</small>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {!busy && open.length > 0 ? (
        <p className="faint">Trying again sends the same keys: what has taken effect already takes none twice.</p>
      ) : null}
      <div className={kit.actions}>
        {busy ? <Button onPress={() => (going.current = false)}>Stop</Button> : null}
        {!busy && done < lines.length ? (
          <Button look="quiet" onPress={() => downloadText('not-done.csv', failuresCsv(subject.noun, lines))}>
            Not done, as CSV
          </Button>
        ) : null}
        {!busy && open.length > 0 ? <Button onPress={() => void run(lines)}>Try {integer(open.length)} again</Button> : null}
        {busy ? null : (
          <Button look="primary" autoFocus onPress={props.onClose}>
            Close
          </Button>
        )}
      </div>
    </div>
  )
}
