/** Builds the app: a page that installs itself, works without a network and takes a new version only on the user's word. */
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** Leaves libraries out that jsPDF would load to draw HTML and SVG: the app draws neither, and they weigh 107 kB. */
function withoutModules(names: readonly string[]): Plugin {
  return {
    name: 'without-modules',
    enforce: 'pre',
    resolveId: (id) => (names.includes(id) ? `\0left-out:${id}` : null),
    load: (id) => (id.startsWith('\0left-out:') ? 'export default null' : null),
  }
}

export default defineConfig({
  plugins: [
    withoutModules(['html2canvas', 'canvg', 'dompurify']),
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
  css: {
    preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } },
  },
  worker: { format: 'es' },
  build: { outDir: 'dist/app', target: 'es2022', modulePreload: { polyfill: false } },
})
