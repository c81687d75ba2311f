/** Gives jsdom an IndexedDB and the matchers of Testing Library; every test starts with an empty page. */
import 'fake-indexeddb/auto'
import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)
