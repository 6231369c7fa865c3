import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phoneOn } from '../support/phone-on-page.ts'
import { startCommand, type StartedCommand } from '../support/started.ts'

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
if (!program) console.warn('Skipped: there is no Chromium, so nobody looks at the page with the phones.')

const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const pictures = process.env.HEYET_PICTURES
const port = String(20_000 + (process.pid % 20_000))

describe.skipIf(!program)('the page with the phones', () => {
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
    browser = await chromium.launch({ executablePath: program ?? '', args: flags.split(' ') })
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
    const zeynep = phoneOn(page, 7001)
    const ayse = phoneOn(page, 7002)
    await zeynep.starts()
    await ayse.starts()
    await ayse.taps(/Faaliyetler/)
    await ayse.taps(/Barselona/)
    await ayse.taps(/Başvur/)
    await ayse.taps('Okudum')
    await ayse.writes('celik')
    await ayse.taps(/Çelik Dış Ticaret/)
    await ayse.sees('Adınız ve soyadınız?')
    await picture('applying')

    bot.kill('SIGKILL')
    await bot.ended
    await starts()
    await ayse.taps(/Ayşe Yılmaz/)
    await ayse.taps(/AYSE YILMAZ/)
    await ayse.writes('İhracat müdürü')
    await ayse.writes('0533 765 43 21')
    await ayse.writes('ayse@celik.com.tr')
    await ayse.taps(/İngilizce/)
    await ayse.taps(/Tamam/)
    await ayse.taps('Hayır')
    await ayse.taps('Atla')
    await picture('summary')
    await ayse.taps(/Başvuruyu gönder/)
    await ayse.sees('Başvurunuz alındı')

    await zeynep.taps(/Onayla/)
    await ayse.sees('Başvurunuz onaylandı')
    await picture('approved')
    await page.setViewportSize({ width: 360, height: 740 })
    await picture('narrow')
    const box = await page.locator('body').boundingBox()
    expect(box?.width).toBeLessThanOrEqual(360)
  }, 120_000)
})
