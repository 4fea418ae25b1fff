/// The work inbox: cases and approvals by the time they are due or by what is at stake, the evidence beside them,
/// everything by keyboard.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Change } from '@/api/feed'
import { useChanges } from '@/api/live'
import { useKeys } from '@/frame/keys'
import { downloadList } from '@/kit/download'
import { integer, money, plain, words } from '@/kit/format'
import { type Column, Grid } from '@/kit/Grid'
import { Button, Due, Pill, Status } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import { useWindows, windowSize } from '@/kit/windows'
import { Evidence } from './Evidence'
import css from './inbox.module.css'
import { InboxTools, narrowed } from './InboxTools'
import { kindWords, readInbox, readWork, type Work } from './work'

const columns: Column<Work>[] = [
  {
    name: 'work',
    title: 'Work',
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
          {row.kind === 'case' ? (
            <Status status={row.status} />
          ) : (
            <Pill tone="warn" glyph="clock">
              {kindWords[row.kind]}
            </Pill>
          )}
        </div>
      </div>
    ),
  },
]

const filters = ['kind', 'owner', 'assignee', 'category', 'site', 'family', 'carrier', 'incident', 'overdue', 'order', 'item'] as const
/// Events after which the list is another one.
const touching = ['cases.', 'orders.hold_', 'inventory.count_', 'inventory.stock_counted', 'returns.']
const codeOf = (row: Work) => row.code

export function Inbox() {
  const search = useSearch({ from: '/inbox' })
  const navigate = useNavigate()
  const parameters = useMemo(
    () => ({ ...Object.fromEntries(filters.flatMap((name) => (search[name] ? [[name, search[name]]] : []))), sort: search.sort ?? 'due' }),
    [search],
  )
  const key = JSON.stringify(parameters)
  const windows = useWindows<Work>({
    key,
    read: (cursor, signal) => readInbox({ ...parameters, limit: windowSize, cursor }, signal),
    id: codeOf,
    version: () => 0,
  })
  const { restart } = windows
  const [fresh, setFresh] = useState(0)
  const touched = useCallback((change: Change) => {
    if (change.gap || change.types.some((type) => touching.some((prefix) => type.startsWith(prefix)))) setFresh((many) => many + 1)
  }, [])
  useChanges(1000, touched)

  const show = (part: Record<string, string | undefined>) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value)) as Record<string, string>
    void navigate({ to: '/inbox', search: next, replace: true })
  }
  const [active, setActive] = useState(0)
  const selected = search.case
  const row = windows.held().find((one) => one.code === selected) ?? (selected ? undefined : windows.row(0))
  // A link may lead to what is not in the list, or not in the part of it that is here.
  const detail = useQuery({
    queryKey: ['cases', 'one', selected],
    queryFn: ({ signal }) => readWork(selected ?? '', signal),
    enabled: selected !== undefined && row === undefined && !windows.loading,
  })
  const shown = row ?? detail.data

  useEffect(() => {
    const at = windows.held().findIndex((one) => one.code === selected)
    if (at >= 0) setActive(at)
    // Only when another row is chosen: the list itself changes all the time.
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
  const download = () => downloadList('/v1/inbox', parameters)
  useKeys({ e: download })
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
        <InboxTools search={search} show={show} />
        {windows.fault && windows.reachable === 0 ? (
          <Failure fault={windows.fault} retry={restart} />
        ) : windows.loading ? (
          <Loading />
        ) : windows.reachable === 0 ? (
          <Clear filtered={narrowed(search)} clear={() => void navigate({ to: '/inbox', search: search.sort ? { sort: search.sort } : {} })} />
        ) : (
          <Grid
            label="Work"
            windows={windows}
            columns={columns}
            id={codeOf}
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
        ) : windows.loading ? (
          <Loading rows={10} />
        ) : (
          <Empty title={windows.reachable === 0 ? 'Nothing to decide.' : 'Choose what to do next.'} />
        )}
      </div>
    </div>
  )
}

function Clear({ filtered, clear }: { filtered: boolean; clear(): void }) {
  if (!filtered) return <Empty title="Queue clear." />
  return (
    <Empty title="Queue clear for this choice.">
      <Button onPress={clear}>Show everything</Button>
    </Empty>
  )
}
