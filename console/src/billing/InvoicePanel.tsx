/// One invoice beside the list: where it stands, the three-way match line by line, and what may be done about it.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { knownOf } from '@/api/acts'
import type { Act } from '@/api/types'
import { useKeys } from '@/frame/keys'
import { type Asked, CommandDialog } from '@/kit/CommandDialog'
import desk from '@/kit/desk.module.css'
import { money, plain, spoken, words } from '@/kit/format'
import { Button, Fact, Kbd, Moment, NotNow, Status } from '@/kit/parts'
import { useShown } from '@/kit/shown'
import { Loading } from '@/kit/states'
import css from './desk.module.css'
import { MatchTable } from './MatchTable'
import { type InvoicePage, readInvoice } from './reads'

export function InvoicePanel({ code, onClose }: { code: string; onClose(): void }) {
  const { data: page, instead, stale } = useShown(['finance', 'invoice', code], (stop) => readInvoice(code, stop), { rows: 9 })
  useKeys({ escape: onClose })
  return (
    <section className={`${desk.panel} ${css.panel}`} aria-label={`Invoice ${code}`}>
      <div className={`${desk.panelHead} ${css.panelHead}`}>
        <h2>{code}</h2>
        {page ? <Status status={page.invoice.status} /> : null}
        <Button look="quiet" aria-label="Close the invoice" onPress={onClose}>
          ×
        </Button>
      </div>
      {stale}
      {page ? page.invoice.code === code ? <Content page={page} /> : <Loading rows={9} /> : instead}
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

function InvoiceActs({ acts }: { acts: Act[] }) {
  const [asked, setAsked] = useState<Asked>()
  const allowed = acts.filter((act) => act.allowed)
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
      <NotNow acts={acts} />
      <CommandDialog asked={asked} onClose={() => setAsked(undefined)} />
    </div>
  )
}
