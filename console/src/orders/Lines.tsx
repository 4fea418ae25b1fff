/// The quantity ledger: every unit of every line in exactly one place.
import { Fragment, useState } from 'react'
import type { OrderLine } from '@/api/types'
import { count, integer, words } from '@/kit/format'
import kit from '@/kit/kit.module.css'
import { Panel } from '@/kit/parts'
import { byBucket, isSettled, placesOf } from './ledger'
import css from './page.module.css'

export function Lines(props: { lines: OrderLine[]; open: number | undefined; onOpen(line: number | undefined): void }) {
  const { lines, open, onOpen } = props
  const [all, setAll] = useState(lines.length <= 60)
  const [onlyOpen, setOnlyOpen] = useState(false)
  const unsettled = lines.filter((line) => !isSettled(line))
  const wanted = onlyOpen ? unsettled : lines
  const shown = all ? wanted : wanted.slice(0, 40)
  return (
    <Panel
      title="Where every unit is"
      id="lines"
      note={`${count(lines.length, 'line')}, ${integer(unsettled.length)} open`}
      tools={
        unsettled.length > 0 && unsettled.length < lines.length ? (
          <label className={css.onlyOpen}>
            <input type="checkbox" checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)} />
            Only open lines
          </label>
        ) : null
      }
    >
      <div className={css.scroll}>
        <table className={css.ledger}>
          <thead>
            <tr>
              <th scope="col" className="num">
                #
              </th>
              <th scope="col">Item</th>
              <th scope="col" className="num">
                Ordered
              </th>
              <th scope="col">Where the units are</th>
              <th scope="col" className="num">
                Price
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <Line
                key={line.number}
                line={line}
                open={open === line.number}
                toggle={() => onOpen(open === line.number ? undefined : line.number)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {all || wanted.length <= shown.length ? null : (
        <div className={css.more}>
          <button type="button" className={css.linkButton} onClick={() => setAll(true)}>
            Show all {integer(wanted.length)} lines
          </button>
        </div>
      )}
    </Panel>
  )
}

function Line({ line, open, toggle }: { line: OrderLine; open: boolean; toggle(): void }) {
  const groups = byBucket(line.quantities)
  return (
    <>
      <tr data-open={open || undefined}>
        <td className="num">
          <button type="button" className={css.lineButton} aria-expanded={open} onClick={toggle}>
            <span className="hidden">Parcels of line </span>
            {line.number}
          </button>
        </td>
        <td className={css.item}>
          <span className="mono">{line.item}</span>
          <small title={line.description}>{line.description}</small>
        </td>
        <td className={`num ${css.ordered}`}>{integer(line.ordered)}</td>
        <td>
          <div className={kit.meter} aria-hidden="true">
            {groups.map((group) => (
              <i key={group.bucket} style={{ flex: `${group.quantity} 0 0`, background: `var(--b-${group.bucket})` }} />
            ))}
          </div>
          <ul className={css.legend}>
            {groups.map((group) => (
              <li key={group.bucket}>
                <i style={{ background: `var(--b-${group.bucket})` }} aria-hidden="true" />
                <b>{integer(group.quantity)}</b> {words(group.bucket).toLowerCase()}
                {placesOf(group) ? <span className="faint">{placesOf(group)}</span> : null}
              </li>
            ))}
          </ul>
        </td>
        <td className="num">{line.unit_price ?? '–'}</td>
      </tr>
      {open ? (
        <tr className={css.parcels}>
          <td />
          <td colSpan={4}>
            <table>
              <thead>
                <tr>
                  <th scope="col" className="num">
                    Units
                  </th>
                  <th scope="col">Goods</th>
                  <th scope="col">Billing</th>
                  <th scope="col">Site</th>
                  <th scope="col">Lot</th>
                  <th scope="col">Release</th>
                  <th scope="col">Shipment</th>
                </tr>
              </thead>
              <tbody>
                {groups.flatMap((group) =>
                  group.parcels.map((parcel, at) => (
                    <Fragment key={`${group.bucket}${at}`}>
                      <tr>
                        <td className="num">{integer(parcel.quantity)}</td>
                        <td>{words(parcel.bucket)}</td>
                        <td>{parcel.billing ? words(parcel.billing) : '–'}</td>
                        <td>{parcel.site ?? '–'}</td>
                        <td>{parcel.lot ?? '–'}</td>
                        <td>{parcel.release ?? '–'}</td>
                        <td>{parcel.shipment ?? '–'}</td>
                      </tr>
                    </Fragment>
                  )),
                )}
              </tbody>
            </table>
          </td>
        </tr>
      ) : null}
    </>
  )
}
