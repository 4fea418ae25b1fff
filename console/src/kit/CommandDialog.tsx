/// Asks what a command still needs, sends it, and says what the server answered in its own words.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useMemo, useRef, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { command, Problem, read } from '@/api/client'
import { forms } from '@/api/forms'
import { bodyOf, type Draft, type Member, membersOf } from '@/api/schema'
import kit from './kit.module.css'
import { Button } from './parts'
import { Failure, Loading } from './states'
import { words } from './format'

export interface Asked {
  command: string
  title: string
  known: Record<string, unknown>
}

export function CommandDialog({ asked, onClose }: { asked: Asked | undefined; onClose(done: boolean): void }) {
  return (
    <ModalOverlay className={kit.veil} isOpen={asked !== undefined} onOpenChange={(open) => !open && onClose(false)} isDismissable>
      <Modal>
        <Dialog className={kit.dialog}>
          {asked ? (
            <>
              <Heading slot="title">{asked.title}</Heading>
              <Form asked={asked} onClose={onClose} />
            </>
          ) : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Form({ asked, onClose }: { asked: Asked; onClose(done: boolean): void }) {
  const client = useQueryClient()
  const contract = useQuery({
    queryKey: ['openapi'],
    queryFn: ({ signal }) => read<Record<string, unknown>>('/openapi.json', undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    enabled: forms[asked.command] === undefined,
  })
  const members = useMemo(
    () => forms[asked.command] ?? (contract.data ? (membersOf(contract.data, asked.command) ?? []) : []),
    [contract.data, asked.command],
  )
  const [draft, setDraft] = useState<Draft>({})
  const [wrong, setWrong] = useState<{ wrong: string; detail: string }>()
  const [fault, setFault] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  // One key for one intent: pressing twice, or trying again after a fault, takes effect once.
  const key = useRef(crypto.randomUUID())

  if (contract.isLoading) return <Loading rows={3} />
  if (contract.error) return <Failure fault={contract.error} retry={() => void contract.refetch()} />
  const shown = members.filter((member) => !(member.name in asked.known))

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    const made = bodyOf(members, draft, asked.known)
    if ('wrong' in made) {
      setWrong(made)
      return
    }
    setWrong(undefined)
    setBusy(true)
    try {
      await command(asked.command, made.body, key.current)
      await client.invalidateQueries()
      onClose(true)
    } catch (problem) {
      setFault(problem)
      // A refusal was journaled under this key; the next try is another intent.
      if (problem instanceof Problem && problem.status === 422) key.current = crypto.randomUUID()
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
      }}
    >
      {shown.length === 0 ? <p>Nothing more is needed.</p> : null}
      {shown.map((member, at) => (
        <Input
          key={member.name}
          member={member}
          first={at === 0}
          value={draft[member.name]}
          wrong={wrong?.wrong === member.name ? wrong.detail : undefined}
          onChange={(value) => setDraft({ ...draft, [member.name]: value })}
        />
      ))}
      {fault ? <Failure fault={fault} kept="Nothing was changed." /> : null}
      <div className={kit.actions}>
        <Button onPress={() => onClose(false)}>Cancel</Button>
        <Button look="primary" type="submit" isDisabled={busy}>
          {busy ? 'Sending…' : asked.title}
        </Button>
      </div>
    </form>
  )
}

type Value = string | boolean | string[]

/// One member of a command, as a field.
export function Input(props: {
  member: Member
  first: boolean
  value: Value | undefined
  wrong: string | undefined
  onChange(value: Value): void
}) {
  const { member, value, onChange } = props
  const id = `member-${member.name}`
  const says = `${id}-says`
  const shared = { id, autoFocus: props.first, 'aria-describedby': says, 'aria-invalid': props.wrong !== undefined }
  const text = typeof value === 'string' ? value : ''
  return (
    <div className={kit.field}>
      {member.kind === 'choices' ? <span id={`${id}-label`}>{member.title}</span> : <label htmlFor={id}>{member.title}</label>}
      {member.kind === 'choice' ? (
        <select {...shared} className={kit.input} value={text} onChange={(event) => onChange(event.target.value)}>
          <option value="">Choose…</option>
          {member.choices.map((choice) => (
            <option key={choice} value={choice}>
              {words(choice)}
            </option>
          ))}
        </select>
      ) : member.kind === 'choices' ? (
        <select
          {...shared}
          aria-labelledby={`${id}-label`}
          className={kit.input}
          multiple
          size={Math.min(6, member.choices.length)}
          value={Array.isArray(value) ? value : []}
          onChange={(event) => onChange([...event.target.selectedOptions].map((option) => option.value))}
          style={{ height: 'auto' }}
        >
          {member.choices.map((choice) => (
            <option key={choice} value={choice}>
              {words(choice)}
            </option>
          ))}
        </select>
      ) : member.kind === 'flag' ? (
        <input {...shared} type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
      ) : member.kind === 'json' || member.kind === 'line_units' ? (
        <textarea {...shared} className={kit.input} rows={4} value={text} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...shared}
          className={kit.input}
          inputMode={member.kind === 'integer' ? 'numeric' : undefined}
          placeholder={member.kind === 'time' ? '2026-01-31T12:00:00Z' : undefined}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <small id={says}>{props.wrong ? `${member.title} ${props.wrong}.` : (member.help ?? '')}</small>
    </div>
  )
}
