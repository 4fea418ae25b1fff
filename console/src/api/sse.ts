/// Reads the text/event-stream format from pieces of text, in whatever lengths they come.

export interface ServerEvent {
  id: string
  type: string
  data: string
}

export class EventReader {
  private rest = ''
  private id = ''
  private type = ''
  private data: string[] = []

  /// The events that this piece completes.
  take(piece: string): ServerEvent[] {
    const events: ServerEvent[] = []
    this.rest += piece
    const lines = this.rest.split(/\r\n|\n|\r(?!$)/)
    this.rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === '') {
        if (this.data.length > 0) events.push({ id: this.id, type: this.type || 'message', data: this.data.join('\n') })
        this.type = ''
        this.data = []
      } else {
        this.field(line)
      }
    }
    return events
  }

  private field(line: string): void {
    const colon = line.indexOf(':')
    if (colon === 0) return // a heartbeat
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (name === 'id') this.id = value
    else if (name === 'event') this.type = value
    else if (name === 'data') this.data.push(value)
  }
}
