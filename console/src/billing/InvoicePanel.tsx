/// One invoice beside the list: where it stands, the three-way match line by line, and what may be done about it.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { knownOf } from '@/api/acts'
import type { Act } from '@/api/types'
import { useKeys } from '@/frame/keys'
import { count, integer, money, plain, spoken, words } from '@/kit/format'
import { type Asked, CommandDialog } from '@/kit/CommandDialog'
import { Button, Kbd, Moment, Pill, Status } from '@/kit/parts'
import { Failure, Loading } from '@/kit/states'
import type { Glyph, Tone } from '@/kit/words'
import { differencesFirst, type InvoicePage, type Match, type MatchLine, readInvoice } from './reads'
import css from './desk.module.css'

const looks: Record<Match, [tone: Tone, glyph: Glyph, word: string]> = {
  matches: ['good', 'done', 'Matches'],
  not_billed: ['warn', 'alert', 'Not all billed'],
  over_billed: ['bad', 'alert', 'Billed, not shipped'],
  over_shipped: ['bad', 'alert', 'Not ordered'],
  price_differs: ['bad', 'alert', 'Price differs'],
  unknown: ['mute', 'dot', 'Archived'],
}
/// A page of a long invoice; differences stand first, so none of them is behind the button.
const linesFirst = 200

export function InvoicePanel({ code, onClose }: { code: string; onClose(): void }) {
  const { data: page, error, refetch } = useQuery({ queryKey: ['finance', 'invoice', code], queryFn: ({ signal }) => readInvoice(code, signal) })
  useKeys({ escape: onClose })
  return (
    <section className={css.panel} aria-label={`Invoice ${code}`}>
      <div className={css.panelHead}>
        <h2>{code}</h2>
        {page ? <Status status={page.invoice.status} /> : null}
        <Button look="quiet" aria-label="Close the invoice" onPress={onClose}>
          ×
        </Button>
      </div>
      {error && !page ? <Failure fault={error} retry={() => void refetch()} /> : page && page.invoice.code === code ? <Content page={page} /> : <Loading rows={9} />}
    </section>
  )
}

function Content({ page }: { page: InvoicePage }) {
  const { invoice, customer } = page
  return (
    <>
      <p className={css.sentence}>{page.sentence}</p>
      <dl className={css.facts}>
        <Fact name="Order">
          {invoice.order ? (
            <Link to="/o/$number" params={{ number: invoice.order }}>
              {invoice.order}
            </Link>
          ) : (
            '–'
          )}
        </Fact>
        <Fact name="Customer">{customer?.name ?? invoice.customer}</Fact>
        <Fact name="Shipment">
          {invoice.shipment ?? '–'} {page.shipped_at ? <Moment at={page.shipped_at} /> : null}
        </Fact>
        <Fact name="Finance has">{invoice.number ?? 'no number yet'}</Fact>
        <Fact name="Net">{money(invoice.net)}</Fact>
        <Fact name="Tax">{money(invoice.tax)}</Fact>
        <Fact name="Total">
          <b>{money(invoice.total)}</b>
        </Fact>
        <Fact name="Open">{money(invoice.open)}</Fact>
      </dl>
      <InvoiceActs acts={page.acts} />
      {page.cases.length > 0 ? (
        <ul className={css.about}>
          {page.cases.map((one) => (
            <li key={one.code}>
              <Link to="/inbox" search={{ case: one.code }}>
                {one.code}
              </Link>{' '}
              <Status status={one.status} /> <span className="sentence">{plain(one.sentence)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <MatchTable page={page} />
      {page.credits.length > 0 ? (
        <ul className={css.about}>
          {page.credits.map((credit) => (
            <li key={credit.code}>
              <b>{credit.code}</b> <Status status={credit.status} /> {money(credit.total)} back: {words(credit.kind).toLowerCase()}
              {credit.reason ? `, ${spoken(credit.reason)}` : ''}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function MatchTable({ page }: { page: InvoicePage }) {
  const [all, setAll] = useState(false)
  const lines = differencesFirst(page.lines)
  const shown = all ? lines : lines.slice(0, linesFirst)
  return (
    <div className={css.match}>
      <h3>
        Ordered, shipped, billed{' '}
        {page.differences > 0 ? (
          <Pill tone="bad" glyph="alert">
            {count(page.differences, 'difference')}
          </Pill>
        ) : (
          <Pill tone="good" glyph="done">
            Every line agrees
          </Pill>
        )}
      </h3>
      <div className={css.scroll} role="region" aria-label="Three-way match" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Item</th>
              <th scope="col">Match</th>
              <th scope="col" className="num">Ordered</th>
              <th scope="col" className="num">Shipped</th>
              <th scope="col" className="num">Billed</th>
              <th scope="col" className="num">Price</th>
              <th scope="col" className="num">Amount</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <Line key={`${line.line} ${line.billed_price ?? ''}`} line={line} />
            ))}
            {page.charges.map((charge) => (
              <tr key={charge.kind}>
                <td />
                <td colSpan={6}>{words(charge.kind)}</td>
                <td className="num">{charge.amount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < lines.length ? <Button onPress={() => setAll(true)}>Show all {integer(lines.length)} lines</Button> : null}
    </div>
  )
}

/// "6 of 10": with this shipment or invoice, and of the order's line in all where that is another number.
function Units({ here, all, off }: { here: number; all: number; off: boolean }) {
  return (
    <td className="num" data-off={off || undefined}>
      {integer(here)}
      {all === here ? null : <small title="In all, with the order’s other shipments">{integer(all)} in all</small>}
    </td>
  )
}

function Line({ line }: { line: MatchLine }) {
  const [tone, glyph, word] = looks[line.match]
  const off = line.match
  return (
    <tr data-differs={!['matches', 'unknown'].includes(off) || undefined}>
      <td>{line.line}</td>
      <td>
        <span className="mono">{line.item}</span>
        <small>{line.description}</small>
      </td>
      <td className={css.verdict}>
        <Pill tone={tone} glyph={glyph}>
          {word}
        </Pill>
        <small>{line.sentence}</small>
      </td>
      <td className="num" data-off={off === 'over_shipped' || undefined}>
        {integer(line.ordered)}
      </td>
      <Units here={line.shipped} all={line.shipped_all} off={off === 'not_billed' || off === 'over_billed' || off === 'over_shipped'} />
      <Units here={line.billed} all={line.billed_all} off={off === 'not_billed' || off === 'over_billed'} />
      <td className="num" data-off={off === 'price_differs' || undefined}>
        {line.billed_price ?? line.agreed_price}
        {off === 'price_differs' ? <small>left at {line.agreed_price}</small> : null}
      </td>
      <td className="num">
        {line.amount ?? '–'}
        {line.credited > 0 ? <small>{integer(line.credited)} credited</small> : null}
      </td>
    </tr>
  )
}

function InvoiceActs({ acts }: { acts: Act[] }) {
  const [asked, setAsked] = useState<Asked>()
  const allowed = acts.filter((act) => act.allowed)
  const forbidden = acts.filter((act) => !act.allowed)
  const ask = (act: Act | undefined) => act && setAsked({ command: act.command, title: act.title, known: knownOf(act) })
  useKeys(Object.fromEntries(allowed.map((act, at) => [String(at + 1), () => ask(act)])))
  return (
    <div className={css.acts}>
      <div role="group" aria-label="Acts">
        {allowed.map((act, at) => (
          <Button key={act.title} onPress={() => ask(act)}>
            {act.title} <Kbd>{at + 1}</Kbd>
          </Button>
        ))}
      </div>
      {forbidden.length > 0 ? (
        <details>
          <summary>{allowed.length === 0 ? 'Nothing can be done now: why' : 'What cannot be done now, and why'}</summary>
          <ul>
            {forbidden.map((act) => (
              <li key={act.title}>
                {act.title}: <span className="faint">{act.reason}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <CommandDialog asked={asked} onClose={() => setAsked(undefined)} />
    </div>
  )
}
