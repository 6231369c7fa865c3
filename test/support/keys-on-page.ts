import type { FileChooser, Page } from 'playwright-core'
import { until } from './until.ts'

/** Somebody at one of the phones on the page, who has a keyboard and no mouse. */
export function keysOn(page: Page, userId: number) {
  const phone = page.locator(`[data-phone="${userId}"]`)
  const messages = phone.locator('[data-message]')
  const isIn = (selector: string) =>
    page.evaluate<boolean>(
      `document.activeElement.closest('[data-phone="${userId}"]') !== null && document.activeElement.matches(${JSON.stringify(selector)})`,
    )
  const words = () => page.evaluate<string>(`document.activeElement.textContent.trim()`)

  /** Presses a key until the focus is on such a thing of this phone; twice round the page is enough. */
  async function comesTo(selector: string, name: RegExp = /^/, key = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 200; presses++) {
      if ((await isIn(selector)) && name.test(await words())) return
      await page.keyboard.press(key)
    }
    throw new Error(`Nobody reaches ${selector} ${String(name)} of phone ${userId} with ${key}.`)
  }
  const composer = '[data-role="composer"]'
  const settles = (what: string) =>
    until(`${what} is done`, async () => (await phone.locator('[aria-busy="true"]').count()) === 0)
  // From the beginning: a chooser that opens before anybody listens stays open for good, and no other one comes.
  const choosers: FileChooser[] = []
  page.on('filechooser', (chooser) => void choosers.push(chooser))

  const self = {
    async starts(): Promise<void> {
      await comesTo('[data-role="start"]')
      await page.keyboard.press('Enter')
      await until('the focus is where one writes', () => isIn(composer))
    },
    /** Goes to the newest message that has such a button, and presses it. */
    async taps(name: RegExp): Promise<void> {
      await phone.locator('.inline-button').filter({ hasText: name }).last().waitFor({ timeout: 20_000 })
      if (!(await isIn('.message, .message *'))) {
        await comesTo(composer)
        await page.keyboard.press('ArrowUp')
      }
      await page.keyboard.press('End')
      const holds = `.message:has(.inline-button)`
      for (let up = 0; up < 8; up++) {
        const isHere = await page.evaluate<boolean>(
          `[...document.activeElement.querySelectorAll('.inline-button')].some((button) => ${String(name)}.test(button.textContent.trim()))`,
        )
        if (isHere) break
        await page.keyboard.press('ArrowUp')
      }
      await comesTo('.inline-button', name)
      await page.keyboard.press('Enter')
      await settles(`${holds} ${String(name)}`)
    },
    async writes(text: string): Promise<void> {
      const before = await messages.count()
      if (await isIn('.message, .message *')) await page.keyboard.press('Escape')
      await comesTo(composer)
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await until('the bot answers', async () => (await messages.count()) >= before + 2)
    },
    /** Shares the own number with the bot's keyboard, and says yes when Telegram asks. */
    async sharesNumber(): Promise<void> {
      const before = await messages.count()
      await phone.locator('.reply-button').first().waitFor()
      await comesTo('.reply-button')
      await page.keyboard.press('Enter')
      await comesTo('dialog .is-main')
      await page.keyboard.press('Enter')
      await until('the bot answers', async () => (await messages.count()) >= before + 2)
    },
    async sendsDocument(path: string): Promise<void> {
      const before = await messages.count()
      await comesTo('[data-role="attach"]')
      await page.keyboard.press('Enter')
      await until('the menu has the focus', () => isIn('[role=menuitem]'))
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await until('a file can be chosen', () => choosers.length > 0)
      await choosers.pop()?.setFiles(path)
      await comesTo('dialog .is-main')
      await page.keyboard.press('Enter')
      await until('the bot answers', async () => (await messages.count()) >= before + 2)
    },
    async sees(text: string): Promise<void> {
      await phone.getByRole('log').getByText(text).last().waitFor({ timeout: 20_000 })
    },
  }
  return self
}
