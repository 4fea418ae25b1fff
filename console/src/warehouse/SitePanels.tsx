/// What stands around the releases of a site: the next wave, orders on hold, shorts, all that is off plan.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { readCases, readOrders } from '@/api/reads'
import type { OrderRow } from '@/api/types'
import { useKeys } from '@/frame/keys'
import { BulkDialog, type Chosen } from '@/kit/bulk/BulkDialog'
import { clockTime, count, integer, money, plain, words } from '@/kit/format'
import { Button, Due, Kbd, Panel } from '@/kit/parts'
import { useShown } from '@/kit/shown'
import { Empty } from '@/kit/states'
import { ordersAtOnce } from '@/orders/bulk'
import css from './board.module.css'
import { useCutOff } from './CutOff'

const openStatuses = 'accepted,held,in_fulfilment,partially_shipped'

interface OrdersProps {
  title: string
  empty: string
  note?: string
  /// The filter of the list, and how it stands in the address of the orders.
  search: Record<string, string>
  /// What can be done with all of them: the act, its key and its title here.
  act: [command: string, key: string, title: string]
  says(row: OrderRow): string
}

/// A few orders, the whole list behind a link, and one act for all of them by a plan.
function Orders({ title, empty, note, search, act: [command, key, does], says }: OrdersProps) {
  const { data, instead, stale } = useShown(['site', title, search], (stop) => readOrders({ ...search, limit: 25 }, stop), { rows: 3 })
  const [chosen, setChosen] = useState<Chosen>()
  const many = data?.total ?? data?.items.length ?? 0
  const act = ordersAtOnce.acts.find((one) => one.command === command)
  const ask = () => act && many > 0 && setChosen({ act: { ...act, title: does }, subject: ordersAtOnce, names: { matching: search } })
  useKeys({ [key]: ask })
  let tools: ReactNode = null
  if (many > 0) {
    tools = (
      <>
        <Button look="quiet" onPress={ask}>
          {does}… <Kbd>{key}</Kbd>
        </Button>
        <Link to="/orders" search={search}>
          {count(many, 'order')}
        </Link>
      </>
    )
  }
  return (
    <Panel title={title} note={note} tools={tools}>
      {stale}
      {!data ? (
        instead
      ) : many === 0 ? (
        <Empty title={empty} />
      ) : (
        <ul className={css.short}>
          {data.items.slice(0, 8).map((row) => (
            <li key={row.number}>
              <Link to="/o/$number" params={{ number: row.number }}>
                {row.number}
              </Link>
              <span>{row.customer.name ?? row.customer.code}</span>
              <span className="faint">{says(row)}</span>
            </li>
          ))}
        </ul>
      )}
      <BulkDialog chosen={chosen} onClose={() => setChosen(undefined)} />
    </Panel>
  )
}

/// The orders that the next wave takes along.
export function Wave({ site }: { site: string }) {
  const next = useCutOff(site)
  return (
    <Orders
      title="In the next wave"
      empty="No order waits for a wave."
      search={{ wave: site, sort: 'requested' }}
      note={next?.at ? clockTime(next.at) : undefined}
      act={['warehouse.release_order', 'b', 'Release now']}
      says={(row) => count(row.lines, 'line')}
    />
  )
}

export function Held({ site }: { site: string }) {
  return (
    <Orders
      title="On hold here"
      empty="No order here is on hold."
      search={{ site, hold: 'true', status: openStatuses }}
      act={['orders.lift_hold', 'r', 'Lift holds']}
      says={(row) => words(row.holds?.[0] ?? '')}
    />
  )
}

/// What a person at the shelf must hear of first.
const shortCategories = 'short_pick,stock_short,incomplete_shipment,damaged_before_issue,lost_before_issue,misship,over_pick,recall_refused,release_rejected,release_overdue'

export function OffPlan({ site, shorts = false }: { site: string; shorts?: boolean }) {
  const category = shorts ? shortCategories : undefined
  const { data, instead, stale } = useShown(['cases', 'site', site, shorts], (stop) => readCases({ site, category, sort: 'due', limit: 100 }, stop), { rows: 3 })
  const rows = data?.items ?? []
  return (
    <Panel
      title={shorts ? 'Shorts and damage' : 'Off plan here'}
      note={data ? `${integer(data.total ?? rows.length)} open` : undefined}
      tools={
        <Link to="/inbox" search={{ site, ...(category ? { category } : {}) }}>
          Work inbox
        </Link>
      }
    >
      {stale}
      {!data ? (
        instead
      ) : rows.length === 0 ? (
        <Empty title={shorts ? 'Nothing is short or damaged.' : 'Nothing is off plan here.'} />
      ) : (
        <ul className={shorts ? css.short : css.off}>
          {rows.slice(0, shorts ? 8 : 25).map((row) => (
            <li key={row.code}>
              <Link to="/inbox" search={{ site, case: row.code }}>
                {words(row.category)}
              </Link>
              <span title={plain(row.sentence)}>{plain(row.sentence)}</span>
              {shorts ? null : <span className="num">{money(row.value)}</span>}
              <span className="num">
                <Due at={row.due} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
