/**
 * The floor of goals 6a and 6b: the least app on the same libraries (React, Dexie with hooks, Zustand, declarative router),
 * with a service worker of twenty lines. It shows twenty of its records and nothing else.
 */
import Dexie, { type EntityTable } from 'dexie'
import { useLiveQuery } from 'dexie-react-hooks'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, Route, Routes } from 'react-router'
import { create } from 'zustand'

interface Item {
  id: number
  title: string
}

class Tables extends Dexie {
  declare items: EntityTable<Item, 'id'>
  constructor() {
    super('minimal')
    this.version(1).stores({ items: 'id' })
  }
}

const tables = new Tables()
const useCount = create<{ clicks: number }>(() => ({ clicks: 0 }))

function Items() {
  const clicks = useCount((state) => state.clicks)
  const items = useLiveQuery(() => tables.items.limit(20).toArray())
  return (
    <main>
      <h1>Items</h1>
      <button type="button" onClick={() => useCount.setState({ clicks: clicks + 1 })}>
        {clicks}
      </button>
      <ul>
        {items?.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </main>
  )
}

const root = document.getElementById('app')
if (!root) throw new Error('no element to draw in')
createRoot(root).render(
  <BrowserRouter>
    <Routes>
      <Route path="*" element={<Items />} />
    </Routes>
  </BrowserRouter>,
)
void navigator.serviceWorker.register('/sw.js')
void tables.items.count().then((count) => {
  const rows = Array.from({ length: 1000 }, (_, id) => ({ id, title: `Item ${id}` }))
  return count === 0 ? tables.items.bulkPut(rows) : undefined
})
