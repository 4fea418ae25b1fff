/// The board of one warehouse: what it was sent and how far it is, the next cut-off, what is off plan there.
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { readSites } from '@/api/reads'
import { useOverview } from '@/frame/overview'
import { useKeys } from '@/frame/keys'
import { useShown } from '@/kit/shown'
import { Empty } from '@/kit/states'
import css from './board.module.css'
import { CutOffClock } from './CutOff'
import { Lanes } from './Lanes'
import { Scanner } from './Scanner'
import { Held, OffPlan, Wave } from './SitePanels'

export function SiteBoard() {
  const { code } = useParams({ from: '/site/{-$code}' })
  const { data: sites, instead } = useShown(['sites'], readSites, { staleTime: 300_000 })
  const { data: overview } = useOverview()
  const active = (overview?.cutoffs ?? []).map((cutoff) => cutoff.site)
  const inMatrix = (overview?.matrix ?? []).map((cell) => cell.site)
  const known = [...new Set([...active, ...inMatrix, ...(code ? [code] : [])])].filter((site) => site !== '').sort()
  const offered = known.length > 0 ? known : (sites ?? []).map((site) => site.code).slice(0, 12)
  const site = code ?? offered[0]
  if (!site) {
    if (!sites) return instead
    return (
      <Empty title="No sites yet.">
        <p>Sites come with the master data.</p>
      </Empty>
    )
  }
  return <Board key={site} site={site} offered={offered} />
}

function Board({ site, offered }: { site: string; offered: string[] }) {
  const navigate = useNavigate()
  const go = (step: number) => {
    const to = offered[offered.indexOf(site) + step]
    if (to) void navigate({ to: '/site/{-$code}', params: { code: to } })
  }
  useKeys({ '[': () => go(-1), ']': () => go(1) })
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>{site}</h1>
        <nav className={css.sites} aria-label="Sites">
          {offered.map((each) => (
            <Link key={each} to="/site/{-$code}" params={{ code: each }} className={css.site}>
              {each}
            </Link>
          ))}
        </nav>
        <Scanner />
        <CutOffClock site={site} />
      </div>
      <Lanes site={site} />
      <div className={css.three}>
        <Wave site={site} />
        <Held site={site} />
        <OffPlan site={site} shorts />
      </div>
      <OffPlan site={site} />
    </div>
  )
}
