/// Makes a picture of a screen small: at most 256 colours, the most frequent ones, and the best packing that zlib has.
/// Screens are flat colours and grey letters, so nobody sees the difference.
import { deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

function* chunksOf(png) {
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) }
    at += length + 12
  }
}

/// The pixels as 0xrrggbb, of 8 bits a channel, without interlacing: what Chromium writes.
function pixelsOf(png) {
  const chunks = [...chunksOf(png)]
  const head = chunks[0].data
  const [width, height, depth, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9]]
  if (depth !== 8 || (kind !== 2 && kind !== 6) || head[12] !== 0) return undefined
  const bytes = kind === 2 ? 3 : 4
  const packed = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
  const stride = width * bytes
  const pixels = new Uint32Array(width * height)
  let above = Buffer.alloc(stride)
  for (let y = 0; y < height; ++y) {
    const filter = packed[y * (stride + 1)]
    const row = Buffer.from(packed.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)))
    for (let x = 0; x < stride; ++x) {
      const left = x < bytes ? 0 : row[x - bytes]
      const corner = x < bytes ? 0 : above[x - bytes]
      row[x] += [0, left, above[x], (left + above[x]) >> 1, paeth(left, above[x], corner)][filter]
    }
    for (let x = 0; x < width; ++x) pixels[y * width + x] = (row[x * bytes] << 16) | (row[x * bytes + 1] << 8) | row[x * bytes + 2]
    above = row
  }
  return { width, height, pixels }
}

function paeth(left, above, corner) {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

function nearest(colours, wanted) {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [at, colour] of colours.entries()) {
    const [r, g, b] = [16, 8, 0].map((shift) => ((colour >> shift) & 255) - ((wanted >> shift) & 255))
    const distance = 2 * r * r + 4 * g * g + 3 * b * b
    if (distance < least) [best, least] = [at, distance]
  }
  return best
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; ++bit) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  let sum = 0xffffffff
  for (const byte of body) sum = table[(sum ^ byte) & 255] ^ (sum >>> 8)
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE((sum ^ 0xffffffff) >>> 0, body.length + 4)
  return out
}

export function smaller(png) {
  const picture = pixelsOf(png)
  if (!picture) return png
  const { width, height, pixels } = picture
  const counts = new Map()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const colours = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([colour]) => colour)
  const places = new Map(colours.map((colour, at) => [colour, at]))
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) {
      const pixel = pixels[y * width + x]
      let place = places.get(pixel)
      if (place === undefined) places.set(pixel, (place = nearest(colours, pixel)))
      rows[y * (width + 1) + 1 + x] = place
    }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const palette = Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const made = Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return made.length < png.length ? made : png
}
