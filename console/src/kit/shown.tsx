/// A read that a part of a page shows. Until it is there, its bones stand in its place, or the problem; later the last
/// answer stays whatever happens, with a word that it is old.
import { type QueryKey, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failure, Loading } from './states'

export interface Shown<Data> {
  data: Data | undefined
  /// What stands where `data` is not there yet.
  instead: ReactNode
  /// Said above data that could not be read again.
  stale: ReactNode
}

interface Read<Data> {
  data: Data | undefined
  error: unknown
  refetch(): unknown
}

/// The same of a read that somebody else makes.
export function shown<Data>({ data, error, refetch }: Read<Data>, rows = 8): Shown<Data> {
  const retry = () => void refetch()
  return {
    data,
    instead: data !== undefined ? null : error ? <Failure fault={error} retry={retry} /> : <Loading rows={rows} />,
    stale: data !== undefined && error ? <Failure fault={error} kept="You see what was read last." retry={retry} /> : null,
  }
}

interface Options {
  /// Rows of bones: about as many as there will be.
  rows?: number
  /// Milliseconds for which an answer is as good as a new one.
  staleTime?: number
}

export function useShown<Data>(queryKey: QueryKey, read: (stop: AbortSignal) => Promise<Data>, options: Options = {}): Shown<Data> {
  const { rows, ...more } = options
  return shown(useQuery({ queryKey, queryFn: ({ signal }) => read(signal), ...more }), rows)
}
