import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { heardFaultsOf, measuredFaultsOf } from '../support/page-faults.ts'
import { sendEverything } from './everything.ts'
import { emma, openPage, type OpenedPage } from './open-page.ts'

/** With `HEYET_STATES=folder` every state is also left there as a picture. */
const pictures = process.env.HEYET_STATES

describe.skipIf(!hasBrowser)('the page, whatever stands on its phones', () => {
  let it: OpenedPage
  beforeAll(async () => {
    it = await openPage()
    await sendEverything(it.telegram, it.api, emma)
  }, 60_000)
  afterAll(() => it?.close())

  const looks = [
    { name: 'narrow and dark', width: 360, height: 740, colorScheme: 'dark', locale: 'fr-FR' },
    { name: 'wide and light', width: 1440, height: 900, colorScheme: 'light', locale: 'tr-TR' },
  ] as const

  test.each(looks)(
    '$name, it is usable by eye, ear and thumb in every state',
    async ({ name, width, height, ...look }) => {
      const page = await it.visit({ viewport: { width, height }, ...look })
      const faults: Record<string, string[]> = {}
      const note = (fault: string, state: string) => (faults[fault] ??= []).push(state)
      for (const { state, enter, isHeard } of statesOf(page, it, width < 720)) {
        await enter()
        for (const fault of await measuredFaultsOf(page)) note(fault, state)
        if (isHeard) for (const fault of await heardFaultsOf(page)) note(fault, state)
        if (pictures) await keepPicture(page, `${name} ${state}`)
        await page.keyboard.press('Escape')
      }
      await page.context().close()
      expect(faults).toEqual({})
    },
    120_000,
  )
})

async function keepPicture(page: Page, name: string) {
  mkdirSync(String(pictures), { recursive: true })
  await page.screenshot({ path: join(String(pictures), `${name.replaceAll(' ', '-')}.png`) })
}

interface State {
  state: string
  enter(): Promise<unknown>
  /** Whether it has names and roles that no state before it had. */
  isHeard: boolean
}

/** How to get into each state of the page, in an order in which they lead into each other; Esc leads out. */
function statesOf(page: Page, { telegram, api }: OpenedPage, isNarrow: boolean): State[] {
  const phone = page.locator(`[data-phone="${emma}"]`)
  const chat = phone.getByRole('log')
  const tap = (role: string) => page.locator(`[data-role="${role}"]`).click()
  const heard = (state: string, enter: () => Promise<unknown>) => ({ state, enter, isHeard: true })
  const seen = (state: string, selector: string) => ({
    state,
    enter: () => chat.locator(selector).first().scrollIntoViewIfNeeded(),
    isHeard: false,
  })
  const inMenu = (role: string, index: number) => async () => {
    await phone.locator(`[data-role="${role}"]`).click()
    await page.getByRole('menuitem').nth(index).click()
  }
  const answered = (selector: string, answer: { text: string; show_alert?: boolean }) => async () => {
    const shown = telegram.phone(emma).state().messages
    const messageId = shown.findLast(({ keyboard }) => keyboard)?.id ?? 0
    void telegram.phone(emma).press({ messageId, row: 0, column: 0 })
    const query = [...telegram.world.queries.values()].at(-1)
    await api.answerCallbackQuery(query?.id ?? '', answer)
    await page.locator(selector).waitFor()
  }
  return [
    heard('first', async () => {
      telegram.phone(emma).unblock()
      await phone.locator('[data-role="composer"]').waitFor({ state: 'attached' })
    }),
    heard('clock', () => tap('clock')),
    heard('phones', () => tap('phones')),
    heard('language', () => tap('language')),
    { state: 'theme', enter: () => tap('theme'), isHeard: false },
    heard('reset', () => tap('reset')),
    heard('calls', async () => {
      await tap('calls')
      await page.locator('.call-name').first().click()
      await page.locator('.call-in-full').waitFor()
    }),
    heard('chat', async () => {
      if (isNarrow) await page.locator(`#tab-${emma}`).click()
      await chat.locator('.message').last().waitFor()
    }),
    seen('entities', '.blockquote'),
    seen('long text', '.message:has-text("Donaudampfschiff")'),
    seen('buttons', '.inline-keyboard'),
    seen('documents', '.card'),
    seen('one photo', '.bubble > .photo'),
    seen('album', '.album.is-visual'),
    seen('album of documents', '.album.is-list'),
    seen('voice', '.voice'),
    seen('place', '.place'),
    seen('contact and sticker', '.sticker'),
    seen('quoted', '.quoted'),
    heard('photo at large', () => chat.locator('.bubble > .photo').first().click()),
    heard('message menu', async () => {
      await chat.locator('.message-menu').last().focus()
      await page.keyboard.press('Enter')
    }),
    heard('commands', () => phone.locator('.commands-button').click()),
    heard('suggestions', () => phone.locator('[data-role="composer"]').fill('/')),
    heard('attach', async () => {
      await phone.locator('[data-role="composer"]').fill('')
      await phone.locator('[data-role="attach"]').click()
    }),
    heard('location', inMenu('attach', 4)),
    heard('own contact', inMenu('attach', 5)),
    heard('other contact', inMenu('attach', 6)),
    heard('sticker', inMenu('attach', 7)),
    heard('owner menu', () => phone.locator('[data-role="owner-menu"]').click()),
    heard('phone language', inMenu('owner-menu', 0)),
    heard('rename', inMenu('owner-menu', 1)),
    heard('deep link', inMenu('owner-menu', 2)),
    heard('delete account', inMenu('owner-menu', 3)),
    heard('phone menu', () => phone.locator('[data-role="phone-menu"]').click()),
    heard('bot info', () => phone.locator('.phone-title').click()),
    heard('alert', answered('[role=alertdialog]', { text: 'This question is answered.', show_alert: true })),
    heard('toast', answered('.toast', { text: 'Saved. You can go on whenever you wish to.' })),
    heard('blocked', async () => {
      telegram.phone(emma).block()
      await phone.locator('[data-role="restart"]').waitFor()
    }),
  ]
}
