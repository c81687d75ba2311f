/** Builds the part of the bench that runs inside the page. */
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  define: { global: 'globalThis' },
  build: {
    outDir: 'dist/bench-app/bench',
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: { entry: 'tests/bench/page.ts', formats: ['es'], fileName: 'page' },
  },
})
