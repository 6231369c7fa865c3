import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
if (!program) console.warn('Skipped: there is no Chromium, so nobody looks at the page with the phones.')

/** Whether there is a browser to look with. */
export const hasBrowser = program !== undefined

const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: program ?? '', args: flags.split(' ') })
