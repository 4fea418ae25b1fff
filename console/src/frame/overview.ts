/// The control tower's numbers, read once for all that shows them.
import { useQuery } from '@tanstack/react-query'
import { readOverview } from '@/api/reads'

export function useOverview() {
  return useQuery({ queryKey: ['overview'], queryFn: ({ signal }) => readOverview(signal) })
}
