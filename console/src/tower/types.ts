/// What the tower shows beyond the contract's older parts. The server leaves empty members out.
import type { CutOff, Incident, Overview } from '@/api/types'

export interface Cluster {
  by: 'site' | 'family' | 'carrier'
  key: string
  open: number
  overdue?: number
  value?: { amount: string; currency: string }
  list: string
}

export interface BurnPoint {
  at: string
  open?: number
}

export type BurningCutOff = CutOff & {
  waiting_orders?: number
  open_releases?: number
  left_lately?: number
  expected_left?: number
  points?: BurnPoint[]
  list?: string
}

export type ListedIncident = Incident & { list?: string }

export type TowerOverview = Omit<Overview, 'cutoffs' | 'incidents'> & {
  cutoffs: BurningCutOff[]
  incidents: ListedIncident[]
  clusters?: Cluster[]
}
