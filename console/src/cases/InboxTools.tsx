/// What the inbox is narrowed and sorted by.
import { useSession } from '@/api/session'
import { useOverview } from '@/frame/overview'
import { useKeys } from '@/frame/keys'
import { words } from '@/kit/format'
import kit from '@/kit/kit.module.css'
import { Button } from '@/kit/parts'
import css from './inbox.module.css'
import { approvals, type Kind, kindWords } from './work'

const sortWords: Record<string, string> = {
  sla: 'By deadline',
  value: 'By value at risk',
  newest: 'Newest first',
}
/// Filters that come with a link from another screen; each is a chip that can be taken away.
const linked = ['site', 'family', 'carrier', 'incident', 'overdue', 'order', 'item'] as const

export type Search = Record<string, string>

/// Something narrows the list.
export function narrowed(search: Search): boolean {
  return [...linked, 'owner', 'category', 'kind', 'assignee'].some((name) => search[name])
}

interface Props {
  search: Search
  /// Undefined takes a filter away.
  show(part: Record<string, string | undefined>): void
}

export function InboxTools({ search, show }: Props) {
  const { data: overview } = useOverview()
  const me = useSession()?.name
  useKeys({ f: () => document.getElementById('inbox-kind')?.focus() })
  const given = linked.filter((name) => search[name])
  const among = (name: 'owner' | 'category') => [...new Set((overview?.cases ?? []).map((group) => group[name]))].sort()
  const choose = (name: string) => (value: string | undefined) => show({ [name]: value, case: undefined })
  const kindSays = (kind: string) => (kind === approvals ? 'Approvals' : kind === 'case' ? 'Cases' : (kindWords[kind as Kind] ?? kind))
  return (
    <>
      <div className={css.tools}>
        <Choice id="inbox-kind" label="Kind" value={search.kind} all="All work" options={['case', approvals]} say={kindSays} onChange={choose('kind')} />
        <Choice label="Team" value={search.owner} all="Every team" options={among('owner')} onChange={choose('owner')} />
        <Choice
          label="Whose"
          value={search.assignee}
          all="Anybody’s"
          options={['-', ...(me ? [me] : [])]}
          say={(who) => (who === '-' ? 'Nobody’s' : who === me ? 'Mine' : who)}
          onChange={choose('assignee')}
        />
        <Choice label="Category" value={search.category} all="Every category" options={among('category')} onChange={choose('category')} />
        <Choice
          label="Order"
          value={search.sort}
          all="Gravest first"
          options={Object.keys(sortWords)}
          say={(sort) => sortWords[sort] ?? sort}
          onChange={(sort) => show({ sort })}
        />
      </div>
      {given.length > 0 ? (
        <div className={css.tools}>
          {given.map((name) => (
            <Button key={name} look="quiet" onPress={() => show({ [name]: undefined, case: undefined })} aria-label={`Remove filter ${name}`}>
              {name === 'overdue' ? 'Overdue' : `${words(name)}: ${search[name]}`} ×
            </Button>
          ))}
        </div>
      ) : null}
    </>
  )
}

function Choice(props: {
  id?: string
  label: string
  value: string | undefined
  all: string
  options: string[]
  say?: (option: string) => string
  onChange(value: string | undefined): void
}) {
  const say = props.say ?? words
  const options = props.value && !props.options.includes(props.value) ? [...props.options, props.value] : props.options
  return (
    <select
      id={props.id}
      className={`${kit.input} ${css.choice}`}
      aria-label={props.label}
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.target.value || undefined)}
      onKeyDown={(event) => {
        // Letters choose while it has the focus; then they belong to the list again.
        if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
      }}
    >
      <option value="">{props.all}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {say(option)}
        </option>
      ))}
    </select>
  )
}
