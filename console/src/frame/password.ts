/// What the server asks of a password, said before it is sent.
export const shortest = 12

export function wrongPassword(password: string, again: string): string | undefined {
  if ([...password].length < shortest) return `A password has at least ${shortest} characters; a sentence is a good one.`
  if (password !== again) return 'The two passwords differ.'
  return undefined
}
