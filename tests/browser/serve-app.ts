/** Serves the built app once for all browser tests: dist/app, or the folder PLUMBLINE_DIST names. */
import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { serve } from '../../scripts/lib/serve.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    appUrl: string
  }
}

export default async function serveApp(project: TestProject) {
  const { url, close } = await serve(resolve(process.env.PLUMBLINE_DIST ?? 'dist/app'), 0)
  project.provide('appUrl', url)
  return close
}
