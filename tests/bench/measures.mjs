/**
 * The measures of the bench in real Chromium with databases on disk: autosave, cold start, first-route JavaScript, import
 * of a register, list of audits.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { serve } from '../../scripts/lib/serve.mjs'
import { quantile, row } from './rows.mjs'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const AS_OF = '2026-01-15'
const PLANS = '3,373'

const profile = () => mkdtempSync(join(tmpdir(), 'plumbline-bench-'))
const launch = (folder) =>
  chromium.launchPersistentContext(folder, {
    executablePath: process.env.PLUMBLINE_CHROMIUM,
    args: ARGS,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
  })

export async function measureAll({ records, clicks, starts }) {
  const app = await serve(resolve('dist/bench-app'), 0)
  const minimal = await serve(resolve('dist/bench-minimal'), 0)
  const folder = profile()
  const minimalFolder = profile()
  try {
    const rows = [await firstRoute(app.url, minimal.url)]
    const context = await launch(folder)
    const page = context.pages()[0]
    await setUp(page, app.url)
    rows.push(...(await register(page)))
    await openDraft(page)
    const draft = page.url()
    // Not beside a page of the app: its live lists would read everything again after each step.
    await page.goto(`${app.url}icon.svg`)
    await inPage(page, (bench, count) => bench.fill(count), records)
    rows.push(...(await list(page, app.url, records)))
    rows.push(...(await autosave(page, draft, { records, clicks })))
    await context.close()
    const first = await launch(minimalFolder)
    await first.pages()[0].goto(minimal.url)
    await first.pages()[0].waitForSelector('li')
    // Twice: the first reload is the service worker's first, the second finds everything kept.
    for (let times = 0; times < 2; times += 1) {
      await first.pages()[0].evaluate(() => navigator.serviceWorker.ready)
      await first.pages()[0].reload()
      await first.pages()[0].waitForSelector('li')
      await first.pages()[0].waitForTimeout(500)
    }
    await first.close()
    const origins = { app: app.url, minimal: minimal.url }
    await app.close()
    await minimal.close()
    rows.push(...(await coldStarts(origins, { folder, minimalFolder }, starts)))
    return rows
  } finally {
    await app.close().catch(() => undefined)
    await minimal.close().catch(() => undefined)
    for (const used of [folder, minimalFolder])
      rmSync(used, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** Runs a function of page.ts inside the page. */
async function inPage(page, call, argument) {
  return page.evaluate(
    `import('/bench/page.js').then((bench) => (${call})(bench, ${JSON.stringify(argument ?? null)}))`,
  )
}

/** Goal 6b: JavaScript the first page needs, gzip -9, against the minimal app. */
async function firstRoute(url, minimalUrl) {
  const bytesOf = async (address, prepare) => {
    const folder = profile()
    const context = await launch(folder)
    const page = context.pages()[0]
    await page.goto(address)
    if (prepare) await prepare(page)
    // Every script asked for before the page has its heading; what comes after it delays nobody.
    await page.addInitScript(() => {
      const watch = new MutationObserver(() => {
        if (!document.querySelector('h1')) return
        watch.disconnect()
        const asked = performance
          .getEntriesByType('resource')
          .filter(({ initiatorType, name }) => initiatorType !== 'fetch' && /\.js$/.test(name))
        Object.assign(window, { scripts: asked.map(({ name }) => name) })
      })
      watch.observe(document, { childList: true, subtree: true })
    })
    await page.goto(address)
    await page.waitForFunction(() => 'scripts' in window)
    const scripts = await page.evaluate(() => window.scripts)
    const bodies = []
    for (const name of new Set(scripts))
      bodies.push(await page.evaluate(async (asked) => (await fetch(asked)).text(), name))
    await context.close()
    rmSync(folder, { recursive: true, force: true })
    return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / 1000
  }
  const floor = await bytesOf(minimalUrl)
  const value = await bytesOf(url, (page) => fillSetUp(page))
  return row(
    '6b',
    'JavaScript of the first page, gzip',
    'kB',
    value,
    floor,
    '≤ 1.3 × floor',
    (_, ratio) => ratio <= 1.3,
  )
}

async function fillSetUp(page) {
  await page.getByLabel('Local area').fill('Marchshire')
  await page.getByLabel('Your name').fill('First manager')
  await page.getByLabel('Education', { exact: true }).check()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('heading', { name: 'What to do next' }).waitFor()
}

async function setUp(page, url) {
  await page.goto(url)
  await fillSetUp(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await page.getByRole('heading', { name: 'What to do next' }).waitFor()
}

/** Import of the county register: chosen to preview, and confirmed to stored. */
async function register(page) {
  const buffer = gunzipSync(readFileSync('tests/fixtures/registers/county.case-a.csv.gz'))
  const floors = []
  for (let times = 0; times < 5; times += 1)
    floors.push(await inPage(page, (bench, text) => bench.importFloor(text), buffer.toString('utf8')))
  await page.getByRole('link', { name: 'Register', exact: true }).click()
  const input = page.locator('input[type=file]')
  await input.waitFor()
  await page.getByLabel('As of').fill(AS_OF)
  const chosen = Date.now()
  await input.setInputFiles({ name: 'county.csv', mimeType: 'text/csv', buffer })
  await page.getByText(`${PLANS} plans in`).waitFor()
  const preview = Date.now() - chosen
  await page.getByRole('button', { name: `Store ${PLANS} plans` }).click()
  const words = await page.locator('.recovery-sheet__words li').allInnerTexts()
  await page.getByRole('button', { name: 'I have the words on paper' }).click()
  for (const field of await page.getByLabel(/^Word \d$/).all()) {
    const label = await field.evaluate((element) => element.labels[0].textContent)
    await field.fill(words[Number(/\d/.exec(label)[0]) - 1])
  }
  const confirmed = Date.now()
  await page.getByRole('button', { name: `Store ${PLANS} plans` }).click()
  await page.getByText('The register is stored').waitFor()
  const stored = Date.now() - confirmed
  const floor = quantile(floors, 0.5)
  return [
    row(
      'import',
      'county register, file chosen to preview',
      'ms',
      preview,
      floor,
      '≤ 1000 ms',
      (value) => value <= 1000,
    ),
    row(
      'import',
      'county register, confirmed to stored (key made, sealed)',
      'ms',
      stored,
      floor,
      '≤ 1000 ms',
      (value) => value <= 1000,
    ),
  ]
}

async function openDraft(page) {
  await page.getByRole('link', { name: 'Cycles', exact: true }).click()
  await page.getByText('New cycle').first().click()
  await page.getByLabel('Plans', { exact: true }).fill('2')
  await page.getByRole('button', { name: 'Draw the sample' }).click()
  await page.getByRole('button', { name: 'Keep this sample' }).click()
  await page.getByText('Share plans out').first().click()
  await page.getByRole('button', { name: /^Give out/ }).click()
  await page.getByText('Not given out').first().waitFor()
  await page.getByRole('link', { name: 'Home' }).click()
  await page
    .getByRole('link', { name: /^Audit plan/ })
    .first()
    .click()
  await page.getByLabel('No, none of these').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await page.getByRole('heading', { name: /^A\. / }).waitFor()
}

/** The list of audits, from a click on the menu to the first page of rows, in a page opened afresh each time. */
async function list(page, url, records) {
  const times = []
  for (let turn = 0; turn < 6; turn += 1) {
    await page.goto(url)
    await page.getByRole('heading', { name: 'What to do next' }).waitFor()
    // The home page works out the answer first; whoever goes on before that waits for it.
    await page.getByRole('link', { name: 'See the results' }).waitFor()
    await page.waitForTimeout(500)
    const shown = await page.evaluate(
      () =>
        new Promise((done) => {
          const started = performance.now()
          const watch = new MutationObserver(() => {
            if (document.querySelectorAll('main tbody tr').length >= 10) {
              watch.disconnect()
              requestAnimationFrame(() => done(performance.now() - started))
            }
          })
          watch.observe(document.body, { childList: true, subtree: true })
          document.querySelector('a[href="/audits"]').click()
        }),
    )
    // The first builds the list once; after that it is there.
    if (turn > 0) times.push(shown)
  }
  const floors = await inPage(page, (bench) => bench.listFloor())
  const what = `list of ${records} audits, menu to rows`
  return [
    row(
      'list',
      `${what}, against reading every row raw`,
      'ms',
      quantile(times, 0.5),
      floors.rows,
      '≤ 300 ms',
      (value) => value <= 300,
    ),
    row(
      'list',
      `${what}, against reading the segments raw`,
      'ms',
      quantile(times, 0.5),
      floors.segments,
      '≤ 300 ms',
      (value) => value <= 300,
    ),
  ]
}

/** Goal 4: trusted click to durable, sealed, against two raw strict puts in one transaction; interleaved in blocks. */
async function autosave(page, draft, { records, clicks }) {
  const other = await page.context().newPage()
  await other.goto(new URL('/frameworks', draft).href)
  await inPage(other, (bench, { records: count, bytes }) => bench.rawFloor(count, bytes), { records, bytes: 4300 })
  await inPage(other, (bench, bytes) => bench.pouchPeer(bytes), 4300)
  await page.addInitScript(() => {
    const times = []
    Object.assign(window, { times })
    let clicked = 0
    document.addEventListener(
      'click',
      (event) => {
        if (event.isTrusted && event.target.closest('label, input')) clicked ||= event.timeStamp
      },
      true,
    )
    const original = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
      const made = original.call(this, stores, mode, options)
      if (mode === 'readwrite' && [...made.objectStoreNames].includes('ops')) {
        made.addEventListener('complete', () => {
          if (clicked) times.push(performance.now() - clicked)
          clicked = 0
        })
      }
      return made
    }
  })
  await page.goto(draft)
  const faces = page.locator('main .rating__face')
  await faces.first().waitFor()
  const block = 20
  for (let done = 0; done < clicks; done += block) {
    await page.bringToFront()
    for (let n = 0; n < block; n += 1) {
      await faces.nth(n % 2).click()
      await page.waitForFunction((count) => window.times.length >= count, done + n + 1)
    }
    await other.bringToFront()
    for (const id of ['raw', 'pouch']) {
      for (let n = 0; n < block; n += 1) {
        await other.locator(`#${id}`).click()
        await other.waitForFunction(([name, count]) => window[`times-${name}`].length >= count, [id, done + n + 1])
      }
    }
  }
  const [sealed, raw, pouch] = [
    await page.evaluate('window.times'),
    await other.evaluate('window["times-raw"]'),
    await other.evaluate('window["times-pouch"]'),
  ]
  await other.close()
  const what = `rating click to durable, sealed, ${records} audits present`
  return [
    row(
      '4',
      `${what}, p50`,
      'ms',
      quantile(sealed, 0.5),
      quantile(raw, 0.5),
      '≤ 1.2 × floor',
      (_, ratio) => ratio <= 1.2,
    ),
    row(
      '4',
      `${what}, p95`,
      'ms',
      quantile(sealed, 0.95),
      quantile(raw, 0.95),
      '≤ 1.5 × floor',
      (_, ratio) => ratio <= 1.5,
    ),
    row(
      '4',
      'the same click, against PouchDB saving one document, p50',
      'ms',
      quantile(sealed, 0.5),
      quantile(pouch, 0.5),
      '–',
      () => true,
    ),
  ]
}

/** Goal 6a: a new browser process without a network, to the first page that can be used, against the minimal app. */
async function coldStarts(origins, { folder, minimalFolder }, starts) {
  const slow = []
  for (const rate of [1, 4]) {
    const times = { app: [], minimal: [] }
    for (let turn = 0; turn < starts; turn += 1) {
      times.app.push(await coldStart(folder, origins.app, rate))
      times.minimal.push(await coldStart(minimalFolder, origins.minimal, rate))
    }
    const label = rate === 1 ? '' : `, CPU ÷ ${rate}`
    slow.push(
      row(
        '6a',
        `cold start without a network, interactive${label}`,
        'ms',
        quantile(times.app, 0.5),
        quantile(times.minimal, 0.5),
        '≤ 1.15 × floor',
        (_, ratio) => ratio <= 1.15,
      ),
    )
  }
  return slow
}

async function coldStart(folder, url, rate) {
  const context = await launch(folder)
  const page = context.pages()[0]
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      // Interactive: there is something to press, in our frame as in the minimal app.
      if (document.querySelector('nav a, main button')) {
        watch.disconnect()
        requestAnimationFrame(() => Object.assign(window, { interactiveAt: performance.now() }))
      }
    })
    watch.observe(document, { childList: true, subtree: true })
  })
  await page.goto(url)
  await page.waitForFunction(() => 'interactiveAt' in window)
  const at = await page.evaluate('window.interactiveAt')
  await context.close()
  return at
}
