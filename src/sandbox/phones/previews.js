const kinds = ['photo', 'document', 'voice', 'video', 'sticker', 'contact', 'location']

/** A message in one line, as it stands in a quotation or in the pinned bar. */
export function previewOf(message, say) {
  const text = message.text ?? message.caption
  if (text) return text.replaceAll(/\s+/g, ' ').slice(0, 120)
  if (message.document) return message.document.name
  if (message.venue) return message.venue.title
  if (message.sticker) return `${message.sticker.emoji} ${say('sticker')}`
  const kind = kinds.find((name) => message[name])
  return kind ? say(kind) : ''
}

/** Brings a message into view and lets it light up for a moment. */
export function showMessage(list, id) {
  const found = list.querySelector(`[data-message="${id}"], [data-part="${id}"]`)
  if (!found) return
  found.scrollIntoView({ block: 'center' })
  const bubble = found.closest('[data-message]')
  bubble.classList.remove('is-lit')
  requestAnimationFrame(() => bubble.classList.add('is-lit'))
  bubble.focus({ preventScroll: true })
}
