/// Users, keys and roles as the server keeps them. Members that are empty are left out there; here they come back.
import { command, read, send } from '@/api/client'
import { normalList } from '@/api/normal'
import type { Money, Outcome, Schemas, Windowed, With } from '@/api/types'

export type Scope = Required<Schemas['AccessScope']>
/// Command empty: every command that has none of its own.
export interface Limit {
  command: string
  up_to: Money
}
export type User = With<Omit<Schemas['UserRow'], 'limits' | 'scope' | 'roles'>, 'has_password' | 'must_change_password'> & {
  roles: string[]
  scope: Scope
  limits: Limit[]
}
export type Key = Omit<Schemas['KeyRow'], 'scope' | 'roles'> & { roles: string[]; scope: Scope }
/// `way`: api, route, inside, link; read for an area.
export type Permission = Omit<Schemas['RoleRow'], 'roles' | 'way'> & { way: string; roles: string[] }
/// `customer_groups`: those that a scope can name.
export type RoleTable = { roles: string[]; customer_groups: string[]; rows: Permission[] }

type Loose<Shape> = { [Name in keyof Shape]?: Shape[Name] }

function wholeScope(said: Partial<Scope> | undefined): Scope {
  return { sites: said?.sites ?? [], customer_groups: said?.customer_groups ?? [] }
}

export function wholeUser(said: Loose<User>): User {
  return {
    ...said,
    user: said.user ?? '',
    display_name: said.display_name ?? said.user ?? '',
    roles: said.roles ?? [],
    scope: wholeScope(said.scope),
    limits: (said.limits ?? []).map((limit) => ({ ...limit, command: limit.command ?? '' })),
    active: said.active ?? false,
    has_password: said.has_password ?? false,
    must_change_password: said.must_change_password ?? false,
    identity: said.identity?.issuer ? said.identity : undefined,
  }
}

export function wholeKey(said: Loose<Key>): Key {
  return {
    ...said,
    prefix: said.prefix ?? '',
    status: said.status ?? 'active',
    expires_at: said.expires_at ?? '',
    principal: said.principal ?? '',
    source: said.source ?? '',
    roles: said.roles ?? [],
    scope: wholeScope(said.scope),
  }
}

const day = 86_400_000
/// Keys that end within this time are called out.
export const warnBefore = 14 * day

export type KeyState = 'works' | 'ends_soon' | 'replaced' | 'expired' | 'revoked'

export function keyState(key: Key, now: number): KeyState {
  if (key.status !== 'active') return key.status
  const left = key.expires_at ? Date.parse(key.expires_at) - now : Number.POSITIVE_INFINITY
  return left <= warnBefore ? 'ends_soon' : 'works'
}

/// "Only LEEDS and PERTH, customers of retail"; an empty scope does not limit.
export function sayScope({ sites, customer_groups }: Scope): string {
  const parts = []
  if (sites.length > 0) parts.push(`only ${sites.join(', ')}`)
  if (customer_groups.length > 0) parts.push(`only customers of ${customer_groups.join(', ')}`)
  const text = parts.join('; ')
  return text === '' ? 'Everywhere' : text.charAt(0).toUpperCase() + text.slice(1)
}

/// What has to be right besides the role, in words.
export const checkWords: Record<string, string> = {
  site: 'the site is in the scope',
  customer: 'the customer is in the scope',
  value: 'the value is within the limit',
  if_named: 'as far as it names them',
  other: 'somebody else asked for it',
  himself: 'anybody for himself',
  inside: 'only the program itself',
  route: 'by its own page',
  link: 'by the link of the first start',
}

export async function readUsers(stop?: AbortSignal): Promise<User[]> {
  return normalList(await read<Windowed<Loose<User>>>('/v1/users', { limit: 500 }, stop)).items.map(wholeUser)
}

export async function readKeys(stop?: AbortSignal): Promise<Key[]> {
  return normalList(await read<Windowed<Loose<Key>>>('/v1/keys', { limit: 500 }, stop)).items.map(wholeKey)
}

interface SaidRow {
  name: string
  way?: string
  roles?: string[]
  checks?: string[]
}

export function wholeRow(said: SaidRow): Permission {
  const named = said.checks ?? []
  const way = said.way ?? (said.name.includes('.') ? 'api' : 'read')
  return { name: said.name, way, roles: said.roles ?? [], checks: ['api', 'read'].includes(way) ? named : [way, ...named] }
}

export async function readRoles(stop?: AbortSignal): Promise<RoleTable> {
  const said = await read<{ roles?: string[]; rows?: SaidRow[]; customer_groups?: string[] }>('/v1/roles', undefined, stop)
  return { roles: said.roles ?? [], rows: (said.rows ?? []).map(wholeRow), customer_groups: said.customer_groups ?? [] }
}

export interface NewUser {
  user: string
  display_name: string
  roles: string[]
  scope: Scope
}

/// A password that the server made is shown once, in the answer.
export interface MadeUser {
  user: string
  temporary_password?: string
}

/// Without a password the server makes one.
export async function createUser(made: NewUser & { password?: string }, key: string): Promise<MadeUser> {
  return send('POST', '/v1/users', made, key)
}

export async function setPassword(user: string, password: string, key: string): Promise<MadeUser> {
  return send('POST', `/v1/users/${encodeURIComponent(user)}/password`, { password }, key)
}

export async function act(name: string, body: Record<string, unknown>, key: string): Promise<Outcome> {
  return command(`access.${name}`, body, key)
}

export interface NewKey {
  principal: string
  source: string
  roles: string[]
  scope: Scope
  expires_in_days: number
}

/// The one answer that holds the key itself.
export interface MadeKey {
  prefix: string
  key: string
}

export async function createKey(made: NewKey, key: string): Promise<MadeKey> {
  return send('POST', '/v1/keys', made, key)
}

export async function rotateKey(prefix: string, overlapDays: number, key: string): Promise<MadeKey> {
  return send('POST', `/v1/keys/${encodeURIComponent(prefix)}/rotate`, { overlap_days: overlapDays }, key)
}

export async function revokeKey(prefix: string, key: string): Promise<void> {
  await send('DELETE', `/v1/keys/${encodeURIComponent(prefix)}`, undefined, key)
}
