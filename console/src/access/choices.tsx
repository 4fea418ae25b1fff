/// What roles and scopes are chosen with.
import { useQuery } from '@tanstack/react-query'
import { readSites } from '@/api/reads'
import { words } from '@/kit/format'
import { readRoles, type Scope } from './access'
import css from './access.module.css'

const roleHelp: Record<string, string> = {
  customer_service: 'Orders, promises, returns, what customers are told',
  warehouse: 'Picks, packs, receives, counts',
  shift_lead: 'The work of a site: waves, recalls, corrections',
  inventory_control: 'Stock, counts and what explains them',
  transport: 'Tenders, tracking, delivery, loss',
  credit: 'Holds for credit, prepayments, write-offs',
  finance: 'Invoices, credits, payments',
  buyer: 'Announced supply and transfers',
  quality: 'Holds for quality, inspections',
  master_data: 'Items, sites, customers, carriers',
  integrator: 'Middleware that speaks for everybody',
  process_owner: 'Reads what happens and how',
  operations_lead: 'Runs operations across sites',
  auditor: 'Reads everything, changes nothing',
  administrator: 'Gives rights; has no business act',
}

export function useRoles() {
  return useQuery({ queryKey: ['access', 'roles'], queryFn: ({ signal }) => readRoles(signal), staleTime: 600_000 })
}

export function RoleChoice({ value, onChange }: { value: string[]; onChange(roles: string[]): void }) {
  const { data } = useRoles()
  const roles = data?.roles.length ? data.roles : Object.keys(roleHelp)
  return (
    <fieldset className={css.choice}>
      <legend>Roles</legend>
      <div className={css.roleChoice}>
        {roles.map((role) => (
          <label key={role}>
            <input
              type="checkbox"
              checked={value.includes(role)}
              onChange={(event) => onChange(event.target.checked ? [...value, role] : value.filter((one) => one !== role))}
            />
            <span>
              {words(role)}
              <small>{roleHelp[role]}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export function ScopeChoice({ value, onChange }: { value: Scope; onChange(scope: Scope): void }) {
  const { data: sites } = useQuery({ queryKey: ['sites'], queryFn: ({ signal }) => readSites(signal), staleTime: 600_000 })
  const groups = [...new Set([...(useRoles().data?.customer_groups ?? []), ...value.customer_groups])]
  const known = [...new Set([...(sites ?? []).map(({ code }) => code), ...value.sites])]
  return (
    <fieldset className={css.choice}>
      <legend>Scope</legend>
      <Ticks title="Sites" all={known} value={value.sites} onChange={(next) => onChange({ ...value, sites: next })} />
      <small>{value.sites.length === 0 ? 'No site is ticked: all of them.' : 'Only at the sites that are ticked.'}</small>
      {groups.length === 0 ? null : (
        <>
          <Ticks title="Customer groups" all={groups} value={value.customer_groups} onChange={(next) => onChange({ ...value, customer_groups: next })} />
          <small>{value.customer_groups.length === 0 ? 'No group is ticked: all customers.' : 'Only customers of the groups that are ticked.'}</small>
        </>
      )}
    </fieldset>
  )
}

function Ticks(props: { title: string; all: string[]; value: string[]; onChange(next: string[]): void }) {
  const { title, all, value, onChange } = props
  return (
    <div className={css.siteChoice} role="group" aria-label={title}>
      {all.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={value.includes(name)}
            onChange={(event) => onChange(event.target.checked ? [...value, name] : value.filter((one) => one !== name))}
          />
          <span>{name}</span>
        </label>
      ))}
    </div>
  )
}
