import { expect, it } from 'vitest'
import { drawing, height, width } from './burn'

const hour = (n: number) => new Date(Date.UTC(2026, 2, 2, n)).toISOString()

it('goes from the first hour to the cut-off, and down as the work does', () => {
  const drawn = drawing({
    site: 'LEEDS',
    at: hour(16),
    waiting_lines: 0,
    expected_left: 10,
    points: [
      { at: hour(8), open: 40 },
      { at: hour(12), open: 20 },
    ],
  })
  expect(drawn?.line).toBe(`0,2 ${width / 2},${2 + (height - 4) / 2}`)
  expect(drawn?.ahead).toBe(`${width / 2},${2 + (height - 4) / 2} ${width},${2 + (height - 4) * 0.75}`)
  expect(drawn?.greatest).toBe(40)
})

it('draws nothing of a site without work, and no future after the cut-off', () => {
  expect(drawing({ site: 'LEEDS', at: hour(16), waiting_lines: 3 })).toBeUndefined()
  const passed = drawing({ site: 'LEEDS', at: hour(10), waiting_lines: 0, points: [{ at: hour(8), open: 2 }, { at: hour(12) }] })
  expect(passed?.ahead).toBe('')
  expect(passed?.line).toBe(`0,2 ${width},${height - 2}`)
})
