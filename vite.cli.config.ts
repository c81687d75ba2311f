/**
 * Builds the command line: the same rules inside as the app, and the hub. Packages of the hub stay outside and are loaded
 * only by the commands that need them.
 */
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'plumbline.js' } },
  },
  ssr: {
    noExternal: true,
    external: [
      'fastify',
      '@fastify/compress',
      '@fastify/rate-limit',
      '@fastify/static',
      'libsql',
      'pg',
      'kysely',
      'better-auth',
      '@better-auth/passkey',
    ],
  },
})
