import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { until } from '../support/until.ts'
import { emma, openPage, type OpenedPage } from './open-page.ts'

/** What has the focus: its `data-role`, else its class and words. */
const focus = (page: Page) =>
  page.evaluate<string>(`(() => {
    const { activeElement: element } = document
    const words = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\\s+/g, ' ')
    return element.dataset.role ?? element.className.split(' ')[0] + ': ' + words
  })()`)

const focusIs = (page: Page, what: RegExp) =>
  until(`the focus is on ${String(what)}`, async () => what.test(await focus(page)))

describe.skipIf(!hasBrowser)('the page by keyboard', () => {
  let it: OpenedPage
  let page: Page
  beforeAll(async () => {
    it = await openPage()
  }, 60_000)
  beforeEach(async () => {
    it.reset()
    page = await it.visit({ viewport: { width: 1440, height: 900 } })
  }, 30_000)
  afterEach(() => page?.context().close())
  afterAll(() => it?.close())

  const phone = () => page.locator(`[data-phone="${emma}"]`)
  const keyboard = {
    inline_keyboard: [[{ text: 'Yes', callback_data: 'y' }], [{ text: 'No', callback_data: 'n' }]],
  }

  test.each(['clock', 'phones', 'reset', 'calls at 800'])(
    'the dialog of %s keeps the focus, closes by Esc and gives it back',
    async (name) => {
      const [role = '', , width] = name.split(' ')
      if (width) await page.setViewportSize({ width: Number(width), height: 700 })
      const opener = page.locator(`[data-role="${role}"]`)
      // A narrower page shows the button of the calls only once it is laid out anew; what is hidden takes no focus.
      await opener.waitFor()
      await opener.focus()
      await page.keyboard.press('Enter')
      const dialog = page.locator('.popover, dialog, .calls').last()
      await dialog.waitFor()
      for (const key of [...Array<string>(14).fill('Tab'), ...Array<string>(5).fill('Shift+Tab')]) {
        await page.keyboard.press(key)
        expect(await dialog.and(page.locator(':focus-within')).count()).toBe(1)
      }
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await focusIs(page, new RegExp(`^${role}$`))
    },
  )

  test('the focus stays near when what had it goes away', async () => {
    await phone().locator('[data-role="start"]').focus()
    await page.keyboard.press('Enter')
    await focusIs(page, /^composer$/)
    const asked = await it.api.sendMessage(emma, 'Ready?', { reply_markup: keyboard })
    await phone().getByText('Ready?').waitFor()
    await page.keyboard.press('ArrowUp')
    await focusIs(page, /^message: Heyet.*Ready/)
    await page.keyboard.press('Enter')
    await focusIs(page, /^inline-button: Yes/)
    await it.api.editMessageText(emma, asked.message_id, 'Ready. Thank you.')
    await focusIs(page, /^message: Heyet.*Thank you/)
    await it.api.sendMessage(emma, 'Next: your name?', { reply_markup: keyboard })
    await focusIs(page, /^message: Heyet.*Next/)
    await page.keyboard.press('Escape')
    await focusIs(page, /^composer$/)
  })

  test('a long chat is one stop, and the arrows walk through it', async () => {
    it.telegram.phone(emma).start({})
    for (const number of [1, 2, 3])
      await it.api.sendMessage(emma, `Message ${number}`, { reply_markup: keyboard })
    await phone().getByText('Message 3').waitFor()
    await phone().locator('[data-role="composer"]').focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await focusIs(page, /^message: .*Message 2/)
    await page.keyboard.press('Home')
    await focusIs(page, /^message: You, .*\/start/)
    const reachable = await phone().locator('.chat .message[tabindex="0"]').count()
    expect(reachable).toBe(1)
  })

  test('the reply keyboard goes, and the focus is where one writes', async () => {
    it.telegram.phone(emma).start({})
    const reply_markup = { keyboard: [[{ text: 'Share', request_contact: true }]], one_time_keyboard: true }
    await it.api.sendMessage(emma, 'Your number?', { reply_markup })
    await phone().locator('.reply-button').focus()
    await page.keyboard.press('Enter')
    await focusIs(page, /^button: Share contact/)
    await page.keyboard.press('Enter')
    await focusIs(page, /^composer$/)
    expect(it.telegram.phone(emma).state().messages.at(-1)?.contact?.firstName).toBe('Emma')
  })

  test('the log of calls shows one phone, or one method, and a call in full', async () => {
    it.telegram.phone(emma).start({})
    await it.api.sendMessage(emma, 'hello')
    await it.api.sendChatAction(emma, 'typing')
    await it.api.getMyCommands()
    await page.locator('[data-role="calls"]').focus()
    await page.keyboard.press('Enter')
    const rows = page.locator('.calls tbody tr')
    const methods = () => rows.locator('code').allTextContents()
    await until('the calls are there', async () => (await rows.count()) === 3)
    await page.getByRole('combobox', { name: 'Phone' }).selectOption('Emma Wilson')
    expect(await methods()).toEqual(['sendChatAction', 'sendMessage'])
    await page.getByRole('combobox', { name: 'Method' }).selectOption('sendMessage')
    expect(await methods()).toEqual(['sendMessage'])
    await page.getByText('Calls shown: 1').waitFor({ state: 'attached' })
    await page.locator('.call-name').focus()
    await page.keyboard.press('Enter')
    await page.locator('.call-in-full').getByText('"hello"').first().waitFor()
  })

  test('several tabs show the same, and a reload keeps everything', async () => {
    const other = await page.context().newPage()
    await other.goto(page.url())
    await phone().locator('[data-role="start"]').click()
    await it.api.sendMessage(emma, 'To both')
    const text = (tab: Page) => tab.locator(`[data-phone="${emma}"]`).getByText('To both')
    await text(page).waitFor()
    await text(other).waitFor()
    await other.reload()
    await text(other).waitFor()
  })

  test('a phone speaks its own language, and the page that of its visitor', async () => {
    const visitor = await it.visit({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' })
    const screen = visitor.locator('[data-phone="7001"] .screen')
    expect(await visitor.locator('html').getAttribute('lang')).toBe('fr')
    await visitor.locator('.owner').getByText('Coordination').waitFor()
    expect(await screen.getAttribute('lang')).toBe('tr')
    await screen.getByRole('button', { name: 'Başlat' }).waitFor()
    it.telegram.phone(7001).setLanguage({ languageCode: 'es' })
    await screen.getByRole('button', { name: 'Iniciar' }).waitFor()
  })
})
