/// One worker for all tabs of this browser, so that eight tabs cost the server one stream.
import { Feed, type FeedRequest } from './feed'

const ports = new Set<MessagePort>()
const feed = new Feed((message) => {
  for (const port of ports) port.postMessage(message)
})

const scope = self as unknown as { onconnect: ((event: MessageEvent) => void) | null }
scope.onconnect = (event) => {
  const port = event.ports[0]
  if (!port) return
  ports.add(port)
  port.onmessage = (message: MessageEvent<FeedRequest>) => {
    if (message.data.kind === 'bye') ports.delete(port)
    else feed.handle(message.data)
  }
}
