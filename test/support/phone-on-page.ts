import type { Page } from 'playwright-core'
import { until } from './until.ts'

const patience = { timeout: 20_000 }

/** Somebody at one of the phones on the page, who clicks what they can read. */
export function phoneOn(page: Page, userId: number) {
  const phone = page.locator(`[data-phone="${userId}"]`)
  const chat = phone.getByRole('log')
  const messages = chat.locator('[data-message]')
  const busy = phone.locator('[aria-busy="true"]')
  const composer = phone.locator('[data-role="composer"]')
  return {
    async starts(): Promise<void> {
      await phone.locator('[data-role="start"]').click(patience)
    },
    /** Clicks the newest button with these words, as soon as it is there. */
    async taps(name: string | RegExp): Promise<void> {
      const button = chat.getByRole('button', { name }).last()
      await button.click(patience)
      // A button is done when it has stopped spinning, or is gone with the message it belonged to.
      await until(`the button ${String(name)} is done`, async () => (await busy.count()) === 0)
    },
    /** Writes and waits until the bot has said something underneath. */
    async writes(text: string): Promise<void> {
      const before = await messages.count()
      await composer.fill(text, patience)
      await composer.press('Enter', patience)
      await until('the bot answers', async () => (await messages.count()) >= before + 2)
    },
    async sees(text: string): Promise<void> {
      await chat.getByText(text).last().waitFor(patience)
    },
  }
}
