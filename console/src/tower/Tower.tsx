/// The control tower: how it goes, what waits where and for how long, what is off plan, what must leave next.
import { useEffect } from 'react'
import { useOverview } from '@/frame/overview'
import { setServerTime } from '@/kit/clock'
import { Moment } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import { BurnDowns } from './BurnDowns'
import { Kpis } from './Kpis'
import { Matrices } from './Matrices'
import { Clusters, Incidents, OffPlan } from './OffPlan'
import css from './tower.module.css'
import type { TowerOverview } from './types'

export function Tower() {
  const { data: read, error, refetch } = useOverview()
  const data = read as TowerOverview | undefined
  useEffect(() => {
    if (data?.now) setServerTime(data.now)
  }, [data?.now])
  if (!data) return error ? <Failure fault={error} retry={() => void refetch()} /> : <Loading rows={10} />
  const empty = data.position === 0 || (data.matrix.length === 0 && (data.counts.orders ?? data.counts.orders_open ?? 0) === 0)
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>Control tower</h1>
        <p className="faint">
          As of <Moment at={data.now} />
        </p>
      </div>
      {error ? <Failure fault={error} kept="You see what was read last." retry={() => void refetch()} /> : null}
      {empty ? (
        <Empty title="No orders yet. Run the demo day or connect a channel.">
          <code>truefill demo</code>
        </Empty>
      ) : (
        <Filled overview={data} />
      )}
    </div>
  )
}

function Filled({ overview }: { overview: TowerOverview }) {
  return (
    <>
      <Kpis kpis={overview.kpis} />
      <BurnDowns cutoffs={overview.cutoffs} />
      <Matrices matrix={overview.matrix} />
      <div className={css.two}>
        <OffPlan cases={overview.cases} />
        <div className={css.stack}>
          <Clusters clusters={overview.clusters ?? []} />
          <Incidents incidents={overview.incidents} />
        </div>
      </div>
    </>
  )
}
