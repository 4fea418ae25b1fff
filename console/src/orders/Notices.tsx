/// What the customer was told about the order: what, by which way, when, and whether it arrived.
import { useQuery } from '@tanstack/react-query'
import { Problem } from '@/api/client'
import { readNotices } from '@/api/reads'
import { count } from '@/kit/format'
import { Moment, Panel, Pill } from '@/kit/parts'
import { Failure, Loading } from '@/kit/states'
import { toCustomer } from './notices'
import css from './page.module.css'

export function Notices({ number }: { number: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['order', number, 'notices'],
    queryFn: ({ signal }) => readNotices(number, signal),
    retry: false,
  })
  const absent = error instanceof Problem && [404, 503].includes(error.status)
  const told = toCustomer(data?.items)
  return (
    <Panel title="Told to the customer" id="notices" note={told.length > 0 ? count(told.length, 'notice') : undefined}>
      {absent && !data ? (
        <p className={`faint ${css.none}`}>This server cannot say now what the customer was told.</p>
      ) : error && !data ? (
        <Failure fault={error} retry={() => void refetch()} />
      ) : !data ? (
        <Loading rows={2} />
      ) : told.length === 0 ? (
        <p className={`faint ${css.none}`}>The customer has not been told anything about this order by Truefill.</p>
      ) : (
        <ul className={css.cases}>
          {told.map((one, at) => (
            <li key={`${one.at}${one.way}${at}`}>
              <div className={css.caseHead}>
                <b>{one.what}</b>
                <Pill tone={one.tone} glyph={one.glyph}>
                  {one.said}
                </Pill>
                <span className="num faint">
                  <Moment at={one.at} />
                </span>
              </div>
              <small className="faint">
                By {one.way}
                {one.fault ? ` · ${one.fault}` : ''}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
