/** Unit tests: rules and hub in Node, screens and store in jsdom with an in-memory IndexedDB. Browser tests have a config of their own. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          setupFiles: ['tests/seed.ts'],
          include: ['tests/{core,frameworks,cli,wire,scripts}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'hub',
          environment: 'node',
          setupFiles: ['tests/seed.ts'],
          include: ['tests/{hub,sync}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          environment: 'jsdom',
          include: ['tests/{store,features,ui}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/seed.ts', 'tests/setup.ts'],
        },
      },
    ],
  },
})
