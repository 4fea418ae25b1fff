/// What a list needs for acts on many of its rows: what is chosen, the bar with the acts, and the dialog. The keys of the
/// acts work on what is chosen, else on the row that is active.
import { type ReactNode, useState } from 'react'
import { useKeys } from '@/frame/keys'
import { count, integer } from '@/kit/format'
import { Button, Kbd } from '@/kit/parts'
import type { Windows } from '@/kit/windows'
import type { Subject } from './bulk'
import { BulkDialog, type Chosen } from './BulkDialog'
import css from './bulk.module.css'
import { type Choice, useChoice } from './choice'

interface Options<Row> {
  /// Of the list, as its windows have it.
  key: string
  windows: Windows<Row>
  nameOf(row: Row): string
  subject: Subject
  active: number
  /// What all that match are found by.
  parameters: Record<string, string>
  /// Something was sent.
  onDone(): void
}

export interface Bulk {
  choice: Choice
  /// Shows the plan of an act on these; without names on what is chosen, else on the active row.
  ask(command: string, names?: string[]): void
  bar: ReactNode
  dialog: ReactNode
}

export function useBulk<Row>(options: Options<Row>): Bulk {
  const { windows, subject, nameOf } = options
  const choice = useChoice(options.key, windows, nameOf)
  const [chosen, setChosen] = useState<Chosen>()
  const aimed = () => {
    if (choice.all) return { matching: options.parameters }
    const row = windows.row(options.active)
    return choice.names.size > 0 ? [...choice.names] : row ? [nameOf(row)] : []
  }
  const ask = (command: string, named?: string[]) => {
    const act = subject.acts.find((one) => one.command === command)
    const names = named ?? aimed()
    if (act && !(Array.isArray(names) && names.length === 0)) setChosen({ act, subject, names })
  }
  useKeys(Object.fromEntries(subject.acts.flatMap(({ key, command }) => (key ? [[key, () => ask(command)]] : []))))
  return {
    choice,
    ask,
    bar: choice.many > 0 ? <BulkBar choice={choice} subject={subject} total={windows.total ?? 0} ask={ask} /> : null,
    dialog: (
      <BulkDialog
        chosen={chosen}
        onClose={(done) => {
          setChosen(undefined)
          if (!done) return
          choice.clear()
          options.onDone()
        }}
      />
    ),
  }
}

function BulkBar({ choice, subject, total, ask }: { choice: Choice; subject: Subject; total: number; ask(command: string): void }) {
  return (
    <div className={css.bar} role="toolbar" aria-label={`Acts on the selected ${subject.noun}s`}>
      <span aria-live="polite">{choice.all ? `All ${integer(total)} that match` : `${count(choice.names.size, subject.noun)} selected`}</span>
      {!choice.all && total > choice.names.size ? (
        <Button look="quiet" onPress={choice.takeAll}>
          Select all {integer(total)} that match
        </Button>
      ) : null}
      {choice.all && total > subject.most ? <span className="faint">the first {integer(subject.most)} in one go</span> : null}
      {subject.acts.map((act) => (
        <Button key={act.command} onPress={() => ask(act.command)}>
          {act.title}… {act.key ? <Kbd>{act.key}</Kbd> : null}
        </Button>
      ))}
      <Button look="quiet" onPress={choice.clear}>
        Clear <Kbd>Esc</Kbd>
      </Button>
    </div>
  )
}
