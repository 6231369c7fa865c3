import axe from 'axe-core'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds in the page as it stands, one sentence each: names, roles, contrast … In a dialog only the dialog. */
export async function heardFaultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return await page.evaluate<string[]>(`(${findWithAxe})(${JSON.stringify(rules)})`)
}

/** What a thumb would miss, and what does not fit the width. */
export const measuredFaultsOf = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(${findByMeasure})()`)

/** Runs in the page, whose things this project has no types for. */
const findWithAxe = `async (values) => {
  const { violations } = await axe.run(document.querySelector('dialog:modal') ?? document, { runOnly: values })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all }) => id + ': ' + html.slice(0, 160) + ' ' + ((any[0] ?? all[0])?.message ?? '')))
}`

/** Runs in the page. Links in running text are as small as the text; everything else takes a thumb. */
const findByMeasure = `() => {
  const smallest = 40
  const faults = []
  if (document.documentElement.scrollWidth > innerWidth) faults.push('The page scrolls sideways.')
  const modal = document.querySelector('dialog:modal')
  for (const element of (modal ?? document).querySelectorAll('button, a[href], select, input, textarea')) {
    const { width, height, left, right } = element.getBoundingClientRect()
    if (width === 0 || element.closest('.text') || element.matches('input[type=checkbox]')) continue
    const around = getComputedStyle(element, '::after')
    const isGrown = around.position === 'absolute' && around.content !== 'none'
    const grown = isGrown ? 2 * Number.parseFloat(around.top) : 0
    const words = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)
    const name = element.className + ' “' + words + '”'
    if (Math.min(width, height) - grown < smallest - 0.5)
      faults.push(name + ' is ' + Math.round(width) + ' by ' + Math.round(height) + '.')
    if (innerWidth < 720 && left < innerWidth && right > innerWidth + 1 && !element.closest('.tabs'))
      faults.push(name + ' is cut off at the right.')
  }
  return faults
}`
