/// What a person needs to decide a row of the inbox, and the outcomes to choose from: Enter begins, 1 to 9 end it.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useKeys } from '@/frame/keys'
import { type Asked, CommandDialog } from '@/kit/CommandDialog'
import { count, money, plain, words } from '@/kit/format'
import { Ago, Button, Due, Fact, Kbd, NotNow, Pill, Status } from '@/kit/parts'
import { Failure } from '@/kit/states'
import { AboutOrder, AboutStock, Similar } from './About'
import css from './inbox.module.css'
import { ends, outcomesOf } from './outcomes'
import { kindWords, readWork, type Work } from './work'

export function Evidence({ row: seen, onDone }: { row: Work; onDone(): void }) {
  const [asked, setAsked] = useState<Asked>()
  const detail = useQuery({
    queryKey: ['cases', 'one', seen.code],
    queryFn: ({ signal }) => readWork(seen.code, signal),
    placeholderData: undefined,
  })
  const row = detail.data ?? seen
  const acts = row.acts ?? []
  const outcomes = outcomesOf(acts, row.incident)
  const bindings: Record<string, () => void> = {}
  for (const outcome of outcomes) bindings[outcome.key.toLowerCase()] = () => setAsked(outcome)
  useKeys(bindings)
  return (
    <article className={css.evidence} aria-label={`${row.kind === 'case' ? 'Case' : kindWords[row.kind]} ${row.code}`}>
      <header>
        <div className={css.caseTitle}>
          <h2>{words(row.category)}</h2>
          {row.kind === 'case' ? (
            <Status status={row.status} />
          ) : (
            <Pill tone="warn" glyph="clock">
              {kindWords[row.kind]}
            </Pill>
          )}
          <Due at={row.due} />
        </div>
        <p className={`sentence ${css.sentence}`}>{plain(row.sentence)}</p>
        {row.action ? <p className={css.advice}>{row.action}</p> : null}
        <Facts row={row} />
      </header>
      <div className={css.outcomes} role="group" aria-label="Outcomes">
        {outcomes.map((outcome, at) => (
          <Button key={outcome.title} look={at === 0 ? 'primary' : ''} onPress={() => setAsked(outcome)}>
            {outcome.title} <Kbd>{outcome.key}</Kbd>
          </Button>
        ))}
        {detail.isPending ? <span className="faint">Asking what may be done…</span> : null}
      </div>
      {detail.error ? <Failure fault={detail.error} kept="You see it as the list has it." retry={() => void detail.refetch()} /> : null}
      <NotNow acts={acts} />
      {row.order ? <AboutOrder number={row.order} line={row.line} item={row.item} /> : null}
      {row.item && row.site && row.kind !== 'hold' ? <AboutStock item={row.item} site={row.site} /> : null}
      <Similar row={row} />
      <CommandDialog
        asked={asked}
        onClose={(done) => {
          const ended = asked !== undefined && ends(asked.command)
          setAsked(undefined)
          if (done && ended) onDone()
        }}
      />
    </article>
  )
}

/// The invoices that a sentence names: each has a page with its match.
function invoicesIn(sentence: string): string[] {
  return [...new Set(sentence.match(/\bINV-\d{1,9}\b/g))].slice(0, 3)
}

function Facts({ row }: { row: Work }) {
  return (
    <dl className={css.facts}>
      <Fact name={row.kind === 'case' ? 'Case' : 'Document'}>{row.code}</Fact>
      <Fact name="Owner">
        {words(row.owner)}
        {row.assignee ? `, ${row.assignee}` : ''}
      </Fact>
      <Fact name="At risk">{money(row.value)}</Fact>
      <Fact name={row.kind === 'case' ? 'Opened' : 'Waits since'}>
        <Ago at={row.opened_at} />
      </Fact>
      {row.asked_by ? <Fact name="Counted by">{row.asked_by}</Fact> : null}
      {row.customer ? (
        <Fact name="Customer">
          <Link to="/orders" search={{ customer: row.customer }}>
            {row.customer}
          </Link>
        </Fact>
      ) : null}
      {row.item ? (
        <Fact name="Item">
          <span className="mono">{row.item}</span>
        </Fact>
      ) : null}
      {row.site ? (
        <Fact name="Site">
          <Link to="/site/{-$code}" params={{ code: row.site }}>
            {row.site}
          </Link>
        </Fact>
      ) : null}
      {invoicesIn(row.sentence).map((code) => (
        <Fact key={code} name="Invoice">
          <Link to="/finance" search={{ invoice: code }}>
            {code}
          </Link>
        </Fact>
      ))}
      {row.times && row.times > 1 ? <Fact name="Happened">{count(row.times, 'time')}</Fact> : null}
    </dl>
  )
}
