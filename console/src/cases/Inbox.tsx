/// The work inbox: cases by the time they are due, the evidence beside them, everything by keyboard.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Change } from '@/api/feed'
import { useChanges } from '@/api/live'
import { readCase, readCases } from '@/api/reads'
import type { CaseRow } from '@/api/types'
import { useOverview } from '@/frame/Shell'
import { useKeys } from '@/frame/keys'
import { downloadList } from '@/kit/download'
import { integer, money, plain, words } from '@/kit/format'
import { type Column, Grid } from '@/kit/Grid'
import kit from '@/kit/kit.module.css'
import { Button, Due, Status } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import { useWindows, windowSize } from '@/kit/windows'
import { Evidence } from './Evidence'
import css from './inbox.module.css'

const columns: Column<CaseRow>[] = [
  {
    name: 'case',
    title: 'Case',
    width: 'minmax(0, 1fr)',
    cell: (row) => (
      <div className={css.row}>
        <div>
          <b>{words(row.category)}</b>
          <span className={css.value}>{money(row.value)}</span>
          <Due at={row.due} />
        </div>
        <div className={css.second}>
          <span>{plain(row.sentence)}</span>
        </div>
        <div className={css.third}>
          <span>
            {row.code} · {words(row.owner)}
            {row.assignee ? `, ${row.assignee}` : ''}
          </span>
          <Status status={row.status} />
        </div>
      </div>
    ),
  },
]

const sortWords: Record<string, string> = {
  due: 'Gravest first',
  sla: 'By deadline',
  value: 'By value at risk',
  newest: 'Newest first',
}
/// Filters that come with a link from another screen; each is a chip that can be taken away.
const linked = ['site', 'family', 'carrier', 'incident', 'overdue', 'order', 'item'] as const

export function Inbox() {
  const search = useSearch({ from: '/inbox' })
  const navigate = useNavigate()
  const { data: overview } = useOverview()
  const parameters = useMemo(
    () => ({
      status: search.status,
      owner: search.owner,
      category: search.category,
      site: search.site,
      family: search.family,
      carrier: search.carrier,
      incident: search.incident,
      overdue: search.overdue,
      order: search.order,
      sort: search.sort ?? 'due',
    }),
    [search],
  )
  const key = JSON.stringify(parameters)
  const windows = useWindows<CaseRow>({
    key,
    read: (cursor, signal) => readCases({ ...parameters, limit: windowSize, cursor }, signal),
    id: (row) => row.code,
    version: () => 0,
  })
  const { restart } = windows
  const [fresh, setFresh] = useState(0)
  const touched = useCallback((change: Change) => {
    if (change.gap || change.types.some((type) => type.startsWith('cases.'))) setFresh((many) => many + 1)
  }, [])
  useChanges(1000, touched)

  const show = (part: Record<string, string | undefined>) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value)) as Record<
      string,
      string
    >
    void navigate({ to: '/inbox', search: next, replace: true })
  }
  const [active, setActive] = useState(0)
  const selected = search.case
  const row = windows.held().find((one) => one.code === selected) ?? (selected ? undefined : windows.row(0))
  const detail = useQuery({
    queryKey: ['cases', 'one', selected],
    queryFn: ({ signal }) => readCase(selected ?? '', signal),
    enabled: selected !== undefined && row === undefined && !windows.loading,
  })
  const shown = row ?? detail.data

  useEffect(() => {
    const at = windows.held().findIndex((one) => one.code === selected)
    if (at >= 0) setActive(at)
    // Only when another case is chosen: the list itself changes all the time.
    // eslint-disable-next-line
  }, [selected, windows.loading])

  const choose = (at: number) => {
    setActive(at)
    const next = windows.row(at)
    if (next) show({ case: next.code })
  }
  const advance = () => {
    const next = windows.row(active + 1) ?? windows.row(active - 1)
    restart()
    setFresh(0)
    show({ case: next?.code })
  }

  const download = () => downloadList('/v1/cases', parameters)
  useKeys({ e: download })
  const given = linked.filter((name) => search[name])
  const none = Object.fromEntries([...linked, 'owner', 'category', 'case'].map((name) => [name, undefined]))
  const owners = [...new Set((overview?.cases ?? []).map((group) => group.owner))].sort()
  const categories = [...new Set((overview?.cases ?? []).map((group) => group.category))].sort()
  return (
    <div className={css.inbox}>
      <div className={css.left}>
        <div className={css.tools}>
          <h1>Work inbox</h1>
          <span className="faint" aria-live="polite">
            {windows.total === undefined ? '' : `${integer(windows.total)}${windows.more ? '+' : ''}`}
          </span>
          {fresh > 0 ? (
            <Button
              look="quiet"
              onPress={() => {
                setFresh(0)
                restart()
              }}
            >
              Changed: show
            </Button>
          ) : null}
          <span className={css.export}>
            <Button look="quiet" onPress={download} isDisabled={windows.reachable === 0} aria-label="Export as CSV">
              CSV
            </Button>
          </span>
        </div>
        <div className={css.tools}>
          <Choice label="Team" value={search.owner} all="Every team" options={owners} onChange={(owner) => show({ owner, case: undefined })} />
          <Choice
            label="Category"
            value={search.category}
            all="Every category"
            options={categories}
            onChange={(category) => show({ category, case: undefined })}
          />
          <Choice
            label="Order"
            value={search.sort}
            all="Gravest first"
            options={Object.keys(sortWords).filter((sort) => sort !== 'due')}
            words={(sort) => sortWords[sort] ?? sort}
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
        {windows.fault && windows.reachable === 0 ? (
          <Failure fault={windows.fault} retry={restart} />
        ) : windows.loading ? (
          <Loading />
        ) : windows.reachable === 0 ? (
          <Clear filtered={given.length > 0 || Boolean(search.owner || search.category)} clear={() => show(none)} />
        ) : (
          <Grid
            label="Cases"
            windows={windows}
            columns={columns}
            id={(one) => one.code}
            active={active}
            onActive={choose}
            onOpen={(one) => show({ case: one.code })}
            rowHeight={76}
            headless
            enterOpens={false}
          />
        )}
      </div>
      <div className={css.right}>
        {shown ? (
          <Evidence key={shown.code} row={shown} onDone={advance} />
        ) : detail.error ? (
          <Failure fault={detail.error} />
        ) : (
          <Empty title="Choose a case." />
        )}
      </div>
    </div>
  )
}

function Clear({ filtered, clear }: { filtered: boolean; clear(): void }) {
  if (!filtered) return <Empty title="Queue clear." />
  return (
    <Empty title="Queue clear for this choice.">
      <Button onPress={clear}>Show every case</Button>
    </Empty>
  )
}

function Choice(props: {
  label: string
  value: string | undefined
  all: string
  options: string[]
  words?: (option: string) => string
  onChange(value: string | undefined): void
}) {
  const say = props.words ?? words
  const options = props.value && !props.options.includes(props.value) ? [...props.options, props.value] : props.options
  return (
    <select
      className={`${kit.input} ${css.choice}`}
      aria-label={props.label}
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.target.value || undefined)}
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
