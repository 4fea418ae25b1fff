/// Chips above the order list: one for each field in use, and a menu to add one.
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { readSites } from '@/api/reads'
import { useOverview } from '@/frame/overview'
import { useKeys } from '@/frame/keys'
import { words } from '@/kit/format'
import kit from '@/kit/kit.module.css'
import { Button } from '@/kit/parts'
import { ageWord, ages, orderStatuses } from '@/kit/words'
import css from './orders.module.css'
import { countOf, type Field, type Filters, toggled, without } from './filters'

const titles: Record<Field, string> = {
  status: 'Status',
  site: 'Site',
  hold: 'Hold',
  case: 'Case',
  customer: 'Customer',
  age: 'Age',
  late: 'Late',
  wave: 'Wave',
  unbilled: 'Billing',
  perfect: 'Without a case',
}
const offered: Field[] = ['status', 'site', 'age', 'late', 'hold', 'case']
/// Come from links; shown as chips that can be taken away.
const linked: Field[] = ['customer', 'wave', 'unbilled', 'perfect']

const flagWords: Partial<Record<Field, Record<string, string>>> = {
  late: { true: 'past its date', risk: 'will be late' },
  unbilled: { true: 'shipped and not billed' },
  perfect: { true: 'yes', false: 'no' },
}

function wordFor(field: Field, value: string): string {
  const flag = flagWords[field]?.[value]
  if (flag) return flag
  if (field === 'site' && value === '-') return 'none yet'
  if (field === 'site' || field === 'customer' || field === 'wave') return value
  if (field === 'age') return ageWord(value)
  return value === 'true' ? `any ${field}` : words(value)
}

function useOptions(): Record<Field, string[]> {
  const sites = useQuery({
    queryKey: ['sites'],
    queryFn: ({ signal }) => readSites(signal),
    staleTime: 300_000,
  })
  const { data } = useOverview()
  const categories = [...new Set((data?.cases ?? []).map((group) => group.category))].sort()
  return {
    status: [...orderStatuses],
    site: (sites.data ?? []).map((site) => site.code),
    hold: ['true'],
    case: ['true', ...categories],
    customer: [],
    age: [...ages],
    late: ['true', 'risk'],
    wave: [],
    unbilled: ['true'],
    perfect: ['true', 'false'],
  }
}

interface Props {
  filters: Filters
  onChange(next: Filters): void
}

export function FilterBar({ filters, onChange }: Props) {
  const options = useOptions()
  const first = useRef<HTMLButtonElement>(null)
  useKeys({ f: () => first.current?.click() })
  const used = countOf(filters)
  return (
    <div className={css.filters} role="toolbar" aria-label="Filters">
      {offered.map((field, at) => (
        <FieldChip
          key={field}
          button={at === 0 ? first : undefined}
          field={field}
          filters={filters}
          options={options[field]}
          onChange={onChange}
        />
      ))}
      {linked
        .filter((field) => filters.chosen[field])
        .map((field) => (
          <Removable
            key={field}
            label={`${titles[field]}: ${filters.chosen[field]?.map((value) => wordFor(field, value)).join(' or ')}`}
            remove={() => onChange(without(filters, field))}
          />
        ))}
      {filters.q ? <Removable label={`“${filters.q}”`} remove={() => onChange({ ...filters, q: '' })} /> : null}
      {used > 1 ? (
        <Button look="quiet" onPress={() => onChange({ ...filters, q: '', chosen: {} })}>
          Clear all
        </Button>
      ) : null}
    </div>
  )
}

function Removable({ label, remove }: { label: string; remove(): void }) {
  return (
    <span className={css.chip} data-used>
      {label}
      <button type="button" className={css.chipX} onClick={remove} aria-label={`Remove filter ${label}`}>
        ×
      </button>
    </span>
  )
}

function FieldChip(
  props: Props & { field: Field; options: string[]; button?: React.RefObject<HTMLButtonElement | null> },
) {
  const { field, filters, options, onChange } = props
  const chosen = filters.chosen[field] ?? []
  const shown = [...new Set([...options, ...chosen])]
  const label =
    chosen.length === 0
      ? titles[field]
      : `${titles[field]}: ${chosen
          .slice(0, 2)
          .map((value) => wordFor(field, value))
          .join(' or ')}${chosen.length > 2 ? ` +${chosen.length - 2}` : ''}`
  return (
    <span className={css.chip} data-used={chosen.length > 0 || undefined}>
      <DialogTrigger>
        <AriaButton ref={props.button} className={css.chipLabel}>
          {label}
          {chosen.length === 0 ? <span aria-hidden="true">▾</span> : null}
        </AriaButton>
        <Popover placement="bottom start" className={kit.menu}>
          <Dialog aria-label={titles[field]} className={css.options}>
            {shown.length === 0 ? <p className="faint">Nothing to choose yet.</p> : null}
            {shown.map((value) => (
              <label key={value} className={css.option}>
                <input
                  type="checkbox"
                  checked={chosen.includes(value)}
                  onChange={() => onChange(toggled(filters, field, value))}
                />
                {wordFor(field, value)}
              </label>
            ))}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {chosen.length > 0 ? (
        <button
          type="button"
          className={css.chipX}
          onClick={() => onChange(without(filters, field))}
          aria-label={`Remove filter ${titles[field]}`}
        >
          ×
        </button>
      ) : null}
    </span>
  )
}
