/// The three-way match of an invoice, line by line: ordered, shipped, billed. Differences stand first.
import { useState } from 'react'
import desk from '@/kit/desk.module.css'
import { count, integer, words } from '@/kit/format'
import { Button, Pill } from '@/kit/parts'
import type { Glyph, Tone } from '@/kit/words'
import css from './desk.module.css'
import { differencesFirst, type InvoicePage, type Match, type MatchLine } from './reads'

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

export function MatchTable({ page }: { page: InvoicePage }) {
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
      <div className={`${desk.table} ${css.lines}`} role="region" aria-label="Three-way match" tabIndex={0}>
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
