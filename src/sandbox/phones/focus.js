const reachable = 'button, a[href], input, select, textarea, [tabindex]'

/** What can be reached with Tab inside an element, in order. */
const stopsIn = (place) =>
  [...place.querySelectorAll(reachable)].filter(
    (stop) => stop.tabIndex >= 0 && !stop.disabled && stop.getClientRects().length > 0,
  )

/** Tab goes round inside an element and never out of it; for `onKeyDown`. */
export function keepInside(event) {
  if (event.key !== 'Tab') return
  const stops = stopsIn(event.currentTarget)
  const [first, last] = [stops[0], stops.at(-1)]
  const { activeElement } = document
  const isOutside = !event.currentTarget.contains(activeElement) || !stops.includes(activeElement)
  if (event.shiftKey ? activeElement !== first && !isOutside : activeElement !== last && !isOutside) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}

/**
 * When what has the focus goes away (a button that the bot has taken back, a keyboard, a dialog that has lost its
 * opener), the focus goes to the nearest thing that is still there instead of to the top of the page.
 */
export function followFocus(root) {
  let path = []
  root.addEventListener('focusin', ({ target }) => {
    path = ancestorsOf(target)
  })
  new MutationObserver(() => {
    const [lost] = path
    const { activeElement } = document
    if (!lost || lost.isConnected || (activeElement && activeElement !== document.body)) return
    const place = path.find((element) => element.isConnected)
    path = []
    if (place) restNear(place)
  }).observe(root, { childList: true, subtree: true })
}

function ancestorsOf(element) {
  const path = []
  for (let each = element; each; each = each.parentElement) path.push(each)
  return path
}

function restNear(place) {
  const message = place.closest('.message') ?? place.closest('.chat')?.querySelector('.message[tabindex="0"]')
  // Nobody has chosen this message: when a newer one comes, the focus goes along.
  if (message) message.dataset['follows'] = ''
  const rest =
    message ??
    place.closest('.screen')?.querySelector('[data-role=composer], .bottom-button') ??
    place.closest('.screen')?.querySelector('.phone-title') ??
    place.closest('.phone')?.querySelector('.owner button') ??
    document.querySelector('[data-role=phones]')
  rest?.focus({ preventScroll: true })
}
