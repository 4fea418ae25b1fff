/// Arranges the parcels of a line for showing. The server's quantities are shown as they are; parcels in the same
/// bucket stand beside each other, in the order in which units go through the pipeline.
import type { OrderLine, Parcel } from '@/api/types'
import { buckets } from '@/kit/words'

export interface BucketGroup {
  bucket: string
  quantity: number
  parcels: Parcel[]
}

const order: readonly string[] = buckets

function place(bucket: string): number {
  const at = order.indexOf(bucket)
  return at < 0 ? order.length : at
}

export function byBucket(parcels: readonly Parcel[]): BucketGroup[] {
  const groups = new Map<string, BucketGroup>()
  for (const parcel of parcels) {
    const group = groups.get(parcel.bucket) ?? { bucket: parcel.bucket, quantity: 0, parcels: [] }
    group.quantity += parcel.quantity
    group.parcels.push(parcel)
    groups.set(parcel.bucket, group)
  }
  return [...groups.values()].sort((a, b) => place(a.bucket) - place(b.bucket))
}

/// Nothing of it is on its way any more.
export function isSettled(line: OrderLine): boolean {
  return line.quantities.every((parcel) => ['delivered', 'cancelled', 'substituted', 'returned', 'lost'].includes(parcel.bucket))
}

/// What a group needs said about where it is: "LEEDS 81, BRISTOL 15", or just "LEEDS".
export function placesOf(group: BucketGroup): string {
  const sites = new Map<string, number>()
  for (const parcel of group.parcels) {
    if (parcel.site) sites.set(parcel.site, (sites.get(parcel.site) ?? 0) + parcel.quantity)
  }
  if (sites.size === 0) return ''
  if (sites.size === 1) return [...sites.keys()][0] as string
  return [...sites].map(([site, quantity]) => `${site} ${quantity}`).join(', ')
}
