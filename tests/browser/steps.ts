/**
 * What a person does in the app, step by step, as the browser tests repeat it. Everything is found by role and label, as
 * a person or a screen reader finds it.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const FOLDER = 'tests/fixtures/registers'

interface NamedFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export function countyRegister(): NamedFile {
  return csv('county.case-a.csv', gunzipSync(readFileSync(`${FOLDER}/county.case-a.csv.gz`)))
}

export function miniRegister(): NamedFile {
  return csv('mini.case-a.csv', readFileSync(`${FOLDER}/mini.case-a.csv`))
}

function csv(name: string, buffer: Buffer): NamedFile {
  return { name, mimeType: 'text/csv', buffer }
}

/** The sampling date of both registers, from their truth files. */
export const AS_OF = '2026-01-15'

export async function setUp(page: Page, agency = 'Education'): Promise<void> {
  await page.getByLabel('Local area').fill('Marchshire')
  await page.getByLabel('Your name').fill('First manager')
  await page.getByLabel(agency, { exact: true }).check()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('heading', { name: 'What to do next' }).waitFor()
}

/** Imports a register as a manager does the first time, phrase and all. */
export async function importRegister(page: Page, file: NamedFile, plans: string): Promise<void> {
  await page.getByRole('link', { name: 'Register', exact: true }).click()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByLabel('As of').fill(AS_OF)
  await page.getByText(`${plans} plans in`).waitFor()
  await page.getByRole('button', { name: `Store ${plans} plans` }).click()
  const words = await page.locator('.recovery-sheet__words li').allInnerTexts()
  await page.getByRole('button', { name: 'I have the words on paper' }).click()
  const asked = page.getByLabel(/^Word \d$/)
  await asked.first().waitFor()
  for (const input of await asked.all()) {
    const label = await input.evaluate((element) =>
      element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : '',
    )
    await input.fill(words[Number(/\d/.exec(label ?? '')?.[0]) - 1] ?? '')
  }
  await page.getByRole('button', { name: `Store ${plans} plans` }).click()
  await page.getByText(`The register is stored: ${plans} plans`).waitFor()
}

export async function addPerson(page: Page, name: string, agency: string): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByText('Add a person').click()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel(agency, { exact: true }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('cell', { name }).or(page.getByRole('rowheader', { name })).first().waitFor()
}

export interface DrawnCycle {
  readonly plans: number
  readonly seed: string
  readonly doublePercent?: number
}

export async function drawCycle(page: Page, { plans, seed, doublePercent = 0 }: DrawnCycle): Promise<void> {
  await page.getByRole('link', { name: 'Cycles', exact: true }).click()
  await page.getByText('New cycle').first().click()
  await page.getByLabel('Plans', { exact: true }).fill(String(plans))
  await page.getByLabel('Graded twice, in percent').fill(String(doublePercent))
  await page.getByLabel('Seed').fill(seed)
  await page.getByRole('button', { name: 'Draw the sample' }).click()
  await page.getByRole('button', { name: 'Keep this sample' }).click()
  await page.getByText('Share plans out').first().waitFor()
}

/** Gives every plan of the cycle on the screen to the people on this device. */
export async function shareOut(page: Page): Promise<void> {
  await page.getByText('Share plans out').first().click()
  await page.getByRole('button', { name: /^Give out/ }).click()
  // The notice takes the focus when all is stored: what a test focuses before would lose it again.
  await page
    .getByText(/(was|were) given out/)
    .first()
    .waitFor()
}

/** Opens one's next audit from the home page, up to its first section. */
export async function openAudit(page: Page): Promise<void> {
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

/** Fails with what is wrong and where, when a page breaks a rule of WCAG 2.2 level AA that can be checked by machine. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}
