/// Builds the console: hashed files under /assets, which the server serves as immutable, and index.html.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const out = process.env.CONSOLE_OUT ?? 'dist'

/// Packs what a browser asks for once and for all; the server packs nothing. index.html gets a nonce with each answer,
/// so it stays as it is.
function packed() {
  return {
    name: 'packed',
    apply: 'build' as const,
    closeBundle() {
      if (!existsSync(out)) return // the build has failed, and says why
      for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|svg)$/.test(entry.name)) continue
        const path = join(entry.parentPath, entry.name)
        const bytes = readFileSync(path)
        const twins = { gz: gzipSync(bytes, { level: 9 }), br: brotliCompressSync(bytes) }
        for (const [suffix, twin] of Object.entries(twins)) {
          if (twin.length < bytes.length * 0.9) writeFileSync(`${path}.${suffix}`, twin)
        }
      }
    },
  }
}

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    // React Aria brings the words of 30 languages; the console speaks English so far, which it knows as en-US.
    { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' as const },
    packed(),
  ],
  // The build may be asked to write somewhere else than ./dist: the program's build writes into its own folder.
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  worker: { format: 'es' as const },
  server: { proxy: { '/v1': process.env.CONSOLE_API ?? 'http://127.0.0.1:8080' } },
  test: { include: ['src/**/*.test.ts'], environment: 'node', css: false },
  define: { __DEVELOP__: JSON.stringify(mode === 'development') },
}))
