import { describe, expect, it } from 'vitest'
import { EventReader } from './sse'

describe('the reader of server-sent events', () => {
  it('puts an event together from any pieces', () => {
    const text = 'id: 7\nevent: gap\ndata: {"a":1,\ndata: "b":2}\n\n'
    for (let cut = 1; cut < text.length; ++cut) {
      const reader = new EventReader()
      const events = [...reader.take(text.slice(0, cut)), ...reader.take(text.slice(cut))]
      expect(events).toEqual([{ id: '7', type: 'gap', data: '{"a":1,\n"b":2}' }])
    }
  })

  it('takes every kind of line end, also when it is cut in two', () => {
    const reader = new EventReader()
    expect([...reader.take('data: a\r'), ...reader.take('\n\r\ndata: b\r\r')].map((event) => event.data)).toEqual(['a'])
    expect(reader.take('\n').map((event) => event.data)).toEqual(['b'])
  })

  it('makes no event of heartbeats', () => {
    expect(new EventReader().take(': nothing new\n\n: again\n\n')).toEqual([])
  })

  it('keeps the id of an event for those after it that have none', () => {
    expect(new EventReader().take('id: 3\ndata: a\n\ndata: b\n\n').map((event) => event.id)).toEqual(['3', '3'])
  })
})
