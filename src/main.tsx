/** Composition root of the app: styles, service worker, first paint. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { Start } from './app/start'
import { whenIdle } from './app/when-idle'
import './ui/styles/app.scss'

// Compiled checks need eval, which the content security policy forbids.
z.config({ jitless: true })

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no element with the id "app"')
createRoot(root).render(
  <StrictMode>
    <Start />
  </StrictMode>,
)
whenIdle(() => void import('./app/updates').then(({ watchForUpdates }) => watchForUpdates()))
