import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeSpreadsheet } from '../../src/platform/spreadsheets/index.ts'
import { exampleActivityWorkbook } from '../../src/sandbox/seed/barcelona.ts'
import { asSheets } from '../../src/shared/tables/write-table.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import { keysOn } from '../support/keys-on-page.ts'
import { measuredFaultsOf } from '../support/page-faults.ts'
import { phoneOn } from '../support/phone-on-page.ts'
import { startCommand, type StartedCommand } from '../support/started.ts'

const pictures = process.env.HEYET_PICTURES
const port = String(20_000 + (process.pid % 20_000))
const [zeynepsPhone, ayses, emmas] = [7001, 7002, 7005]

describe.skipIf(!hasBrowser)('the page with the phones', () => {
  let browser: Browser
  let page: Page
  let bot: StartedCommand
  const dataDir = mkdtempSync(join(tmpdir(), 'heyet-page-'))

  // Root's server runs as another user, who has to get in.
  chmodSync(dataDir, 0o755)

  async function starts(): Promise<void> {
    bot = startCommand(['main'], { environment: { DATA_DIR: dataDir, PORT: port } })
    await bot.says(/The sandbox is open/)
  }

  beforeAll(async () => {
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    await starts()
    await page.goto(`http://127.0.0.1:${port}/`)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    bot?.kill('SIGTERM')
    await bot?.ended
    rmSync(dataDir, { recursive: true, force: true })
  }, 30_000)

  const picture = async (name: string) => {
    if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) })
  }

  test('a representative applies by clicking, is killed in the middle, and is approved', async () => {
    const zeynep = phoneOn(page, zeynepsPhone)
    const emma = phoneOn(page, emmas)
    await zeynep.sees('Sayın Zeynep Kaya')
    await picture('first')
    await page.getByRole('button', { name: 'Close: How to try it' }).click()
    await emma.starts()
    await emma.taps(/Activities/)
    await emma.taps(/Barcelona/)
    await emma.taps(/Apply/)
    await emma.taps('I have read it')
    await emma.writes('celik')
    await emma.taps(/Çelik Dış Ticaret/)
    await emma.sees('Your given name and surname?')
    await picture('applying')

    bot.kill('SIGKILL')
    await bot.ended
    await page.getByText('The sandbox is not answering').waitFor()
    await starts()
    await page.getByText('Connected again').waitFor()
    await emma.taps(/Emma Wilson/)
    await emma.taps(/EMMA WILSON/)
    await emma.writes('Export manager')
    await emma.writes('+44 7400 123456')
    await emma.writes('emma@celik.com.tr')
    await emma.taps(/English/)
    await emma.taps(/Done/)
    await emma.taps('No')
    await emma.taps('Skip')
    await picture('summary')
    await emma.taps(/Submit/)
    await emma.sees('We have received your application')

    await zeynep.taps(/Onayla/)
    await emma.sees('approved')
    await picture('approved')
    await page.setViewportSize({ width: 360, height: 740 })
    await picture('narrow')
    expect(await measuredFaultsOf(page)).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })
  }, 120_000)

  test('a representative applies without a mouse, and so does the coordinator do her part', async () => {
    const zeynep = keysOn(page, zeynepsPhone)
    const ayse = keysOn(page, ayses)
    await ayse.starts()
    await ayse.taps(/Faaliyetler/)
    await ayse.taps(/Barselona/)
    await ayse.taps(/Başvur/)
    await ayse.taps(/Okudum/)
    await ayse.writes('celik')
    await ayse.taps(/Çelik Dış Ticaret/)
    await ayse.taps(/Ayşe Yılmaz/)
    await ayse.taps(/AYSE YILMAZ/)
    await ayse.writes('İhracat müdürü')
    await ayse.sharesNumber()
    await ayse.writes('ayse@celik.com.tr')
    await ayse.taps(/İngilizce/)
    await ayse.taps(/Tamam/)
    await ayse.taps(/Hayır/)
    await ayse.taps(/Atla/)
    await ayse.taps(/Başvuruyu gönder/)
    await ayse.sees('Başvurunuz alındı')

    await zeynep.taps(/Onayla/)
    await ayse.sees('Başvurunuz onaylandı')
    const inAYear = Temporal.Now.plainDateISO().add({ years: 1 })
    const workbook = join(dataDir, 'Barselona heyeti.xlsx')
    writeFileSync(workbook, await writeSpreadsheet(asSheets(exampleActivityWorkbook({ startsOn: inAYear }))))
    await zeynep.sendsDocument(workbook)
    await zeynep.taps(/Yayımla/)
    await zeynep.sees('güncellendi')
  }, 120_000)
})
