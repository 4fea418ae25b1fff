import { describe, expect, it } from 'vitest'
import { keyState, sayScope, wholeKey, wholeRow, wholeUser } from './access'

const now = Date.parse('2026-11-23T12:00:00Z')

describe('keys', () => {
  const key = (more: object) => wholeKey({ prefix: 'ab', principal: 'shop', source: 'shop', status: 'active', ...more })

  it('are called out before they end', () => {
    expect(keyState(key({ expires_at: '2027-11-23T12:00:00Z' }), now)).toBe('works')
    expect(keyState(key({ expires_at: '2026-12-07T12:00:00Z' }), now)).toBe('ends_soon')
    expect(keyState(key({ expires_at: '2026-12-07T12:00:01Z' }), now)).toBe('works')
  })

  it('are what the server says of them, whatever clock the browser has', () => {
    expect(keyState(key({ status: 'replaced', expires_at: '2026-11-30T00:00:00Z' }), now)).toBe('replaced')
    expect(keyState(key({ status: 'expired', expires_at: '2030-01-01T00:00:00Z' }), now)).toBe('expired')
    expect(keyState(key({ status: 'revoked' }), now)).toBe('revoked')
  })
})

describe('what the server leaves out', () => {
  it('comes back for users', () => {
    expect(wholeUser({ user: 'ann', active: true })).toMatchObject({
      display_name: 'ann',
      roles: [],
      scope: { sites: [], customer_groups: [] },
      limits: [],
      has_password: false,
      active: true,
    })
    expect(wholeUser({ user: 'ann' }).active).toBe(false)
  })

  it('comes back for rows of the table; a way that is not the usual one is a check', () => {
    expect(wholeRow({ name: 'orders', roles: ['credit'] })).toEqual({ name: 'orders', way: 'read', roles: ['credit'], checks: [] })
    expect(wholeRow({ name: 'billing.write_off', way: 'api', checks: ['value', 'other'] }).checks).toEqual(['value', 'other'])
    expect(wholeRow({ name: 'access.create_key', way: 'route', checks: ['himself'] }).checks).toEqual(['route', 'himself'])
  })
})

describe('a scope', () => {
  it('is said, and none is everywhere', () => {
    expect(sayScope({ sites: [], customer_groups: [] })).toBe('Everywhere')
    expect(sayScope({ sites: ['LEEDS', 'PERTH'], customer_groups: ['retail'] })).toBe('Only LEEDS, PERTH; only customers of retail')
  })
})
