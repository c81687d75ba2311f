/** Builds the minimal app of the bench. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'tests/bench/minimal',
  plugins: [react()],
  build: {
    outDir: '../../../dist/bench-minimal',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
})
