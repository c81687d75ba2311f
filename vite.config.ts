/** Builds the app: a page that installs itself, works without a network and takes a new version only on the user's word. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      manifest: false,
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,woff2,ttf}'], rollupFormat: 'iife' },
    }),
  ],
  resolve: {
    // jsPDF brings three libraries for HTML and SVG that the app never uses: 107 kB that everybody would fetch.
    alias: Object.fromEntries(
      ['html2canvas', 'canvg', 'dompurify'].map((name) => [name, '/src/features/records/pdf/unused.ts']),
    ),
  },
  css: {
    preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } },
  },
  worker: { format: 'es' },
  build: { outDir: 'dist/app', target: 'es2022', modulePreload: { polyfill: false } },
})
