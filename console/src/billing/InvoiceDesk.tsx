/// The invoice desk: what left and is not billed, what finance booked otherwise, what is not paid.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useOverview } from '@/frame/overview'
import desk from '@/kit/desk.module.css'
import { integer, words } from '@/kit/format'
import { Button, Pill } from '@/kit/parts'
import { type Tab, Tabs } from '@/kit/Tabs'
import css from './desk.module.css'
import { InvoicePanel } from './InvoicePanel'
import { Invoices } from './Invoices'
import { LagView } from './LagView'

const kinds: [status: string, title: string, empty: string][] = [
  ['pending,matched', 'To post', 'All invoices are posted.'],
  ['match_failed', 'Mismatched', 'Finance has booked every invoice as we have it.'],
  ['blocked', 'Blocked', ''],
  ['lag', 'Shipped, not billed', ''],
  ['posted', 'Waiting for money', 'Everything that was billed is paid.'],
  ['paid', 'Paid', 'Nothing has been paid yet.'],
]
const tabs: Tab[] = kinds.map(([name, title]) => ({ name, title, search: { status: name } }))
const billingCases = ['invoice_mismatch', 'invoice_unposted', 'credit_mismatch', 'credit_unposted', 'price_mismatch', 'payment_overdue']
/// Filters that come with a link; each is a chip that can be taken away.
const linked = ['customer', 'order'] as const

export function InvoiceDesk() {
  const search = useSearch({ from: '/finance' })
  const navigate = useNavigate()
  const { data: overview } = useOverview()
  const [status, title, empty] = kinds.find(([name]) => name === search.status) ?? (kinds[0] as (typeof kinds)[0])
  const groups = (overview?.cases ?? []).filter((group) => billingCases.includes(group.category) && group.open > 0)
  const without = (name: string) => Object.fromEntries(Object.entries(search).filter(([one]) => one !== name))
  const open = (invoice: string | undefined) => {
    const rest = without('invoice')
    void navigate({ to: '/finance', search: invoice ? { ...rest, invoice } : rest, replace: true })
  }
  const given = linked.filter((name) => search[name])
  const narrowed = Object.fromEntries(given.map((name) => [name, search[name] ?? '']))
  const lag = status === 'lag' || status === 'blocked'
  return (
    <div className={desk.page}>
      <div className={desk.head}>
        <h1>Invoice desk</h1>
        <Tabs label="Invoices" to="/finance" tabs={tabs} on={status} />
        {lag
          ? null
          : given.map((name) => (
              <Button
                key={name}
                look="quiet"
                aria-label={`Remove filter ${name}`}
                onPress={() => void navigate({ to: '/finance', search: without(name), replace: true })}
              >
                {words(name)}: {search[name]} ×
              </Button>
            ))}
        <span className={css.cases}>
          {groups.map((group) => (
            <Link key={group.category} to="/inbox" search={{ category: group.category }}>
              <Pill tone={group.overdue > 0 ? 'bad' : 'warn'} glyph="alert">
                {integer(group.open)} {words(group.category).toLowerCase()}
              </Pill>
            </Link>
          ))}
        </span>
      </div>
      <div className={`${desk.split} ${css.split}`} data-open={search.invoice ? true : undefined}>
        {lag ? (
          <LagView blocked={status === 'blocked'} chosen={search.invoice} onOpen={open} />
        ) : (
          <Invoices key={status} status={status} title={title} empty={empty} narrowed={narrowed} chosen={search.invoice} onOpen={open} />
        )}
        {search.invoice ? <InvoicePanel key={search.invoice} code={search.invoice} onClose={() => open(undefined)} /> : null}
      </div>
    </div>
  )
}
