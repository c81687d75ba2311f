/** Builds the command line: one file for Node, with the same rules inside as the app. */
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'plumbline.js' } },
  },
  ssr: { noExternal: true },
})
