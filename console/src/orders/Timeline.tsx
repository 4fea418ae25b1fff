/// The order's history in three zooms; `t` goes from one to the next.
import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { readTimeline } from '@/api/reads'
import type { Chapter } from '@/api/types'
import { usePreferences } from '@/frame/preferences'
import { useKeys } from '@/frame/keys'
import { clockTime, count, day, exactly, integer, plain } from '@/kit/format'
import { Button, Panel } from '@/kit/parts'
import { Empty, Failure, Loading } from '@/kit/states'
import css from './page.module.css'
import { nextZoom, story, tones, type Zoom, zooms } from './timeline'

const zoomWords: Record<Zoom, string> = { story: 'Story', steps: 'Steps', messages: 'Messages' }
const shownFirst = 40

export function useTimeline(number: string) {
  return useQuery({
    queryKey: ['timeline', number],
    queryFn: ({ signal }) => readTimeline(number, signal),
  })
}

export function Timeline(props: { number: string; zoom: Zoom; onZoom(zoom: Zoom): void }) {
  const { number, zoom, onZoom } = props
  const { data, error, refetch, isPending } = useTimeline(number)
  useKeys({ t: () => onZoom(nextZoom(zoom)) })
  const chapters = data?.items ?? []
  return (
    <Panel
      title="Timeline"
      id="timeline"
      note={data ? count(chapters.length, 'record') : undefined}
      tools={
        <ToggleButtonGroup
          className={css.zooms}
          aria-label="Zoom"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[zoom]}
          onSelectionChange={(keys) => onZoom([...keys][0] as Zoom)}
        >
          {zooms.map((each) => (
            <ToggleButton key={each} id={each} className={css.zoom}>
              {zoomWords[each]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      {error && chapters.length === 0 ? (
        <Failure fault={error} retry={() => void refetch()} />
      ) : isPending ? (
        <Loading />
      ) : chapters.length === 0 ? (
        <Empty title="Nothing has happened yet." />
      ) : (
        <Entries key={zoom} chapters={chapters} zoom={zoom} />
      )}
    </Panel>
  )
}

interface Entry {
  key: string
  at: string
  title: string
  tone: string
  text: string[]
  source: string
  detail?: string
}

function entries(chapters: readonly Chapter[], zoom: Zoom): Entry[] {
  if (zoom === 'story') {
    return story(chapters).map(({ chapter, events, repeats }) => ({
      key: String(chapter.position),
      at: chapter.at,
      title: `${chapter.source}, position ${chapter.position}`,
      tone: events.map((event) => tones(event.event)).find((tone) => tone !== 'calm') ?? 'calm',
      text: [
        ...events.map((event) => plain(event.text)),
        ...(repeats.length > 0 ? [`and ${count(repeats.length, 'more pick')} until ${clockTime(repeats.at(-1)?.at ?? chapter.at)}.`] : []),
      ],
      source: chapter.source,
    }))
  }
  if (zoom === 'steps') {
    return chapters.flatMap((chapter) =>
      chapter.events.map((event, at) => ({
        key: `${chapter.position}.${at}`,
        at: chapter.at,
        title: event.event,
        tone: tones(event.event),
        text: [plain(event.text)],
        source: chapter.source,
        detail: event.event,
      })),
    )
  }
  return chapters.map((chapter) => ({
    key: String(chapter.position),
    at: chapter.at,
    title: chapter.source,
    tone: 'calm',
    text: [chapter.events.map((event) => event.event).join(' → ') || 'no event'],
    source: chapter.source,
    detail: `${integer(chapter.position)} · ${chapter.message_id ?? ''}`,
  }))
}

/// Newest first: a caller asks what happened last.
function Entries({ chapters, zoom }: { chapters: readonly Chapter[]; zoom: Zoom }) {
  usePreferences()
  const [all, setAll] = useState(false)
  const list = entries(chapters, zoom).reverse()
  const shown = all ? list : list.slice(0, shownFirst)
  let before = ''
  return (
    <>
      <ol className={css.timeline} data-zoom={zoom}>
        {shown.map((entry) => {
          const today = day(entry.at)
          const heading = today === before ? null : today
          before = today
          return (
            <Fragment key={entry.key}>
              {heading ? <li className={css.day}>{heading}</li> : null}
              <li className={css.entry} data-tone={entry.tone}>
                <time dateTime={entry.at} title={exactly(entry.at)}>
                  {clockTime(entry.at)}
                </time>
                <div>
                  {entry.text.map((text) => (
                    <p key={text}>{text}</p>
                  ))}
                  <small className={zoom === 'messages' ? 'mono' : undefined}>
                    {zoom === 'story' ? entry.source : `${entry.source} · ${entry.detail}`}
                  </small>
                </div>
              </li>
            </Fragment>
          )
        })}
      </ol>
      {list.length > shown.length ? (
        <div className={css.more}>
          <Button look="quiet" onPress={() => setAll(true)}>
            Show {count(list.length - shown.length, 'older entry', 'older entries')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
