/// The table of what each role may, as the server reads it itself.
import { useSearch, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useKeys } from '@/frame/keys'
import { count, words } from '@/kit/format'
import desk from '@/kit/desk.module.css'
import kit from '@/kit/kit.module.css'
import { Button } from '@/kit/parts'
import { shown } from '@/kit/shown'
import { Empty } from '@/kit/states'
import { checkWords, type Permission } from './access'
import { useRoles } from './choices'
import css from './access.module.css'

/// "billing.write_off" is "Billing: write off"; an area is "Sees orders".
function title(row: Permission): string {
  return row.way === 'read' ? `Sees ${row.name}` : words(row.name.replace('.', ': '))
}

export function Roles() {
  const { data: table, instead, stale } = shown(useRoles(), 14)
  const search = useSearch({ from: '/access' })
  const navigate = useNavigate()
  const [filter, setFilter] = useState('')
  useKeys({ f: () => document.getElementById('filter-acts')?.focus() })
  if (!table) return instead
  const role = table.roles.includes(search.role ?? '') ? search.role : undefined
  const wanted = filter.trim().toLowerCase()
  const people = table.rows.filter((row) => !row.checks.includes('inside'))
  const fitting = people.filter((row) => {
    const fits = title(row).toLowerCase().includes(wanted) || row.name.includes(wanted)
    return fits && (role === undefined || row.roles.includes(role))
  })
  const choose = (next: string) => void navigate({ to: '/access', search: { tab: 'roles', ...(next ? { role: next } : {}) }, replace: true })
  return (
    <div className={desk.list}>
      {stale}
      <div className={css.tools}>
        <input
          id="filter-acts"
          className={kit.input}
          type="search"
          aria-label="Filter acts"
          placeholder="Act, as in write off"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <select className={kit.input} aria-label="What one role may" value={role ?? ''} onChange={(event) => choose(event.target.value)}>
          <option value="">Every role</option>
          {table.roles.map((one) => (
            <option key={one} value={one}>
              {words(one)}
            </option>
          ))}
        </select>
        <span className="faint" aria-live="polite">
          {count(fitting.length, 'line')}
        </span>
      </div>
      {fitting.length === 0 ? (
        <Empty title="No act fits.">
          <Button
            onPress={() => {
              setFilter('')
              choose('')
            }}
          >
            Show all
          </Button>
        </Empty>
      ) : (
        <div className={`${desk.table} ${css.matrix}`} role="region" aria-label="Roles and acts" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Act</th>
                {table.roles.map((one) => (
                  <th key={one} scope="col" className={css.role} data-on={one === role || undefined}>
                    <span>{words(one)}</span>
                  </th>
                ))}
                <th scope="col">Besides the role</th>
              </tr>
            </thead>
            <tbody>
              {fitting.map((row) => (
                <tr key={row.name}>
                  <th scope="row">{title(row)}</th>
                  {table.roles.map((one) => (
                    <td key={one} className={css.mark} data-on={one === role || undefined}>
                      {row.roles.includes(one) ? (
                        <>
                          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                            <path d="M2.5 6.3l2.4 2.4L9.6 3.5" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
                          </svg>
                          <span className="hidden">yes</span>
                        </>
                      ) : (
                        <span className="hidden">no</span>
                      )}
                    </td>
                  ))}
                  <td className={css.checks}>{row.checks.map((check) => checkWords[check] ?? words(check)).join('; ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
