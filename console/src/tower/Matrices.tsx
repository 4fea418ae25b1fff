/// What waits where and for how long: one table of states by age for each site.
import { Link } from '@tanstack/react-router'
import type { MatrixCell } from '@/api/types'
import { count, integer, words } from '@/kit/format'
import { Panel } from '@/kit/parts'
import { ages, ageWord, orderStatuses } from '@/kit/words'
import { pageOf } from './lists'
import css from './tower.module.css'

export function Matrices({ matrix }: { matrix: MatrixCell[] }) {
  // Orders that no site has yet come last.
  const sites = [...new Set(matrix.map((cell) => cell.site))].sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b))
  const greatest = Math.max(1, ...matrix.map((cell) => cell.orders))
  return (
    <div className={css.matrices}>
      {sites.map((site) => (
        <Matrix key={site} site={site} cells={matrix.filter((cell) => cell.site === site)} greatest={greatest} />
      ))}
    </div>
  )
}

/// Arrows go from cell to cell; where there is none, to the next one in that direction.
function moveByArrows(event: React.KeyboardEvent<HTMLTableElement>): void {
  const steps: Record<string, [across: number, down: number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }
  const [across, down] = steps[event.key] ?? [0, 0]
  const place = (event.target as Element).closest<HTMLTableCellElement>('td,th')
  const rows = [...event.currentTarget.tBodies].flatMap((body) => [...body.rows])
  let row = rows.findIndex((one) => one === place?.parentElement) + down
  let column = (place?.cellIndex ?? -1) + across
  if ((across === 0 && down === 0) || !place) return
  for (; rows[row]?.cells[column]; row += down, column += across) {
    const link = rows[row]?.cells[column]?.querySelector('a')
    if (!link) continue
    event.preventDefault()
    link.focus()
    return
  }
}

/// Older cells are warmer, fuller cells are stronger; the number stands in each.
function heat(age: number, orders: number, greatest: number): React.CSSProperties {
  const strength = 12 + 48 * Math.sqrt(orders / greatest)
  const hue = ['--info', '--info', '--accent', '--b-backordered', '--b-lost'][age] ?? '--info'
  return { background: `color-mix(in srgb, var(${hue}) ${Math.round(strength * 0.62)}%, var(--surface))` }
}

function Matrix({ site, cells, greatest }: { site: string; cells: MatrixCell[]; greatest: number }) {
  const rank = (status: string) => {
    const at = (orderStatuses as readonly string[]).indexOf(status)
    return at < 0 ? 99 : at
  }
  const statuses = [...new Set(cells.map((cell) => cell.status))].sort((a, b) => rank(a) - rank(b))
  const search = (status: string) => ({ status, ...(site === '' ? {} : { site }) })
  return (
    <Panel
      title={site === '' ? 'No site yet' : site}
      tools={
        site === '' ? null : (
          <Link to="/site/{-$code}" params={{ code: site }}>
            Board
          </Link>
        )
      }
    >
      <table className={css.matrix} onKeyDown={moveByArrows}>
        <caption className="hidden">Orders by status and age{site === '' ? '' : ` at ${site}`}</caption>
        <thead>
          <tr>
            <td />
            {ages.map((age) => (
              <th key={age} scope="col">
                {ageWord(age)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statuses.map((status) => (
            <tr key={status}>
              <th scope="row">
                <Link to="/orders" search={search(status)}>
                  {words(status)}
                </Link>
              </th>
              {ages.map((age, at) => {
                const cell = cells.find((one) => one.status === status && one.age === age)
                if (!cell || cell.orders === 0) {
                  return (
                    <td key={age} className={css.none}>
                      ·
                    </td>
                  )
                }
                const said = `${count(cell.orders, 'order')}, ${count(cell.lines, 'line')}, ${words(status)}, ${ageWord(age)}`
                return (
                  <td key={age}>
                    <Link
                      {...(pageOf(cell.list) ?? { to: '/orders', search: search(status) })}
                      className={css.cell}
                      style={heat(at, cell.orders, greatest)}
                      aria-label={said}
                      title={said}
                    >
                      {integer(cell.orders)}
                    </Link>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
