/// The list that a person came from, so that [ and ] go to the previous and the next order in it.

let numbers: string[] = []
let search: Record<string, string> = {}

export function rememberList(seen: string[], from: Record<string, string>): void {
  numbers = seen
  search = from
}

export function neighbours(number: string): { previous?: string; next?: string } {
  const at = numbers.indexOf(number)
  if (at < 0) return {}
  return { previous: numbers[at - 1], next: numbers[at + 1] }
}

export function listSearch(): Record<string, string> {
  return search
}
